import { z } from 'zod';
import { go, type StaffContext, wrong } from '../edge/contexts.ts';
import { noParams, type Routes } from '../edge/routes.ts';
import { listClasses, saveClassYears } from '../groups/classes-store.ts';
import { idSchema } from '../platform/ids.ts';
import { YEAR_GROUPS } from '../schools/years.ts';
import { changePage, mergePage, newPage, settingsPage, yearsPage } from './adult-forms.tsx';
import { adultPage, erasePage, theAdult } from './adult-page.tsx';
import {
  adultParams,
  changeAdultForm,
  newAdultForm,
  placeChoices,
  placeValue,
  ticked,
  versionForm,
} from './fields.ts';
import { importRoutes } from './import/routes.ts';
import { listPage } from './list-page.tsx';
import { septemberRoutes } from './september/routes.ts';
import { saveRosterSettings } from './settings-store.ts';
import {
  type Adult,
  addAdult,
  changeAdult,
  eraseAdult,
  findAdult,
  leaveAdult,
  mergeAdults,
  type PlaceEntry,
} from './store.ts';

/** Whether every place can be ticked today. */
async function placesFit(
  { work }: StaffContext<object>,
  places: readonly PlaceEntry[],
  own?: Adult,
): Promise<boolean> {
  const offered = new Set(placeChoices(await listClasses(work), own?.places).map(placeValue));
  return places.every((place) => offered.has(placeValue(place)));
}

const STALE = wrong({ places: 'The list of classes has changed. Tick the classes again.' });

/** The parents' list on the desk. */
export function rosterRoutes(routes: Routes): void {
  const edit = { may: 'roster.edit', params: noParams } as const;
  const one = { may: 'roster.edit', params: adultParams } as const;

  routes.staffPage('/desk/parents', { may: 'roster.see', params: noParams, show: listPage });
  routes.staffPage('/desk/parents/new', { ...edit, show: (context) => newPage(context) });
  routes.staffAct('/desk/parents/new', {
    ...edit,
    form: newAdultForm,
    act: async (context, { with: other, ...entry }) => {
      if (!(await placesFit(context, entry.places))) return STALE;
      const home = other && (await findAdult(context.work, other));
      const id = await addAdult(context.work, entry, { household: home?.household });
      return go(`/desk/parents/${id}`, { done: 'added' });
    },
    again: newPage,
  });

  routes.staffPage('/desk/parents/years', { ...edit, show: (context) => yearsPage(context) });
  routes.staffAct('/desk/parents/years', {
    ...edit,
    form: z.record(z.string(), ticked),
    act: async ({ work, school }, values) => {
      const codes = YEAR_GROUPS[school.profile.nation].map((year) => year.code);
      const years = (await listClasses(work)).map(
        ({ id }) => [id, codes.filter((code) => values[id]?.includes(code))] as const,
      );
      await saveClassYears(work, new Map(years));
      return go('/desk/parents', { done: 'settings' });
    },
    again: yearsPage,
  });

  routes.staffPage('/desk/parents/settings', { ...edit, show: (context) => settingsPage(context) });
  routes.staffAct('/desk/parents/settings', {
    ...edit,
    form: z.object({ phones: z.literal('yes').optional() }),
    act: async ({ work }, { phones }) => {
      await saveRosterSettings(work, { phones: phones === 'yes' });
      return go('/desk/parents', { done: 'settings' });
    },
    again: settingsPage,
  });

  importRoutes(routes);
  septemberRoutes(routes);

  routes.staffPage('/desk/parents/:adult', { may: 'roster.see', params: adultParams, show: adultPage });
  routes.staffPage('/desk/parents/:adult/change', { ...one, show: (context) => changePage(context) });
  routes.staffAct('/desk/parents/:adult/change', {
    ...one,
    form: changeAdultForm,
    act: async (context, { version, ...entry }) => {
      const adult = await theAdult(context);
      if (!(await placesFit(context, entry.places, adult))) return STALE;
      await changeAdult(context.work, adult.id, version, entry);
      return go(`/desk/parents/${adult.id}`, { done: 'saved' });
    },
    again: changePage,
  });
  routes.staffAct('/desk/parents/:adult/leave', {
    ...one,
    form: versionForm,
    act: async (context, { version }) => {
      const adult = await theAdult(context);
      await leaveAdult(context.work, adult.id, version);
      return go(`/desk/parents/${adult.id}`, { done: 'left' });
    },
    again: adultPage,
  });
  routes.staffPage('/desk/parents/:adult/merge', { ...one, show: (context) => mergePage(context) });
  routes.staffAct('/desk/parents/:adult/merge', {
    ...one,
    form: versionForm.extend({ other: idSchema<'adult'>('Choose the other entry') }),
    act: async (context, { version, other }) => {
      const adult = await theAdult(context);
      await mergeAdults(context.work, { id: adult.id, version }, other);
      return go(`/desk/parents/${adult.id}`, { done: 'merged' });
    },
    again: mergePage,
  });
  const erase = { may: 'roster.erase', params: adultParams } as const;
  routes.staffPage('/desk/parents/:adult/erase', { ...erase, show: erasePage });
  routes.staffAct('/desk/parents/:adult/erase', {
    ...erase,
    form: versionForm,
    act: async (context, { version }) => {
      const adult = await theAdult(context);
      await eraseAdult(context.work, adult.id, version);
      return go('/desk/parents', { done: 'erased' });
    },
    again: erasePage,
  });
}
