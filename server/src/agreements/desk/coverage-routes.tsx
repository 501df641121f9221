import { z } from 'zod';
import { download, go, type StaffContext } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { listClasses } from '../../groups/classes-store.ts';
import { idSchema } from '../../platform/ids.ts';
import { changedMeanwhile, notFound } from '../../platform/web/refusal.ts';
import type { Adult } from '../../roster/adult.ts';
import { changeInvitation } from '../asking/invitations.ts';
import { askOne } from '../asking/one.ts';
import { InvitationStepRefused } from '../asking/rules.ts';
import { type Standing, standingToday } from '../asking/standing.ts';
import { csvFile } from '../csv.ts';
import { findPart, partsOf } from './coverage.ts';
import { COVERAGE, coveragePage, peoplePage } from './coverage-pages.tsx';
import { coverageExcel, partRows, peopleRows } from './coverage-table.ts';
import { exportPage } from './export-page.tsx';
import { invitationFor, personPage } from './person-page.tsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const may = 'agreement.record';
type Context = StaffContext<object>;

/** The names of an adult's classes, in the school's order. */
async function classNames({ work }: Context): Promise<(adult: Adult) => string> {
  const classes = await listClasses(work);
  return ({ places }) =>
    classes
      .filter(({ id }) => places.some(({ classId }) => classId === id))
      .map(({ name }) => name)
      .join(', ');
}

async function standing({ work }: Context): Promise<Standing> {
  const found = await standingToday(work);
  if (!found) throw notFound();
  return found;
}

/** Does an act on an invitation; it may have changed meanwhile. */
async function tried(act: Promise<unknown>): Promise<void> {
  try {
    await act;
  } catch (error) {
    if (error instanceof InvitationStepRefused) throw changedMeanwhile(error.message);
    throw error;
  }
}

function personRoutes(routes: Routes): void {
  const params = z.object({ id: idSchema<'adult'>() });
  type OneContext = StaffContext<z.output<typeof params>>;
  const one = async (context: OneContext) => {
    const found = await standing(context);
    const adult = found.adults.find(({ id }) => id === context.params.id);
    if (!adult) throw notFound();
    return { standing: found, adult };
  };
  const hrefOf = ({ params: { id } }: OneContext) => `${COVERAGE}/people/${id}`;
  routes.staffPage(`${COVERAGE}/people/:id`, {
    may,
    params,
    show: async (context) => {
      const facts = await one(context);
      const classes = (await classNames(context))(facts.adult);
      return context.page(personPage({ ...facts, classes, once: context.once, done: context.flash.done }));
    },
  });
  routes.staffAct(`${COVERAGE}/people/:id/ask`, {
    may,
    params,
    form: z.object({}),
    act: async (context) => {
      const { standing: found, adult } = await one(context);
      const before = invitationFor(found, adult);
      if (adult.email === '') throw notFound();
      await tried(askOne(context.work, context.services.origin, { version: found.version, adult, before }));
      return go(hrefOf(context), { done: 'The mail with their link is on the way.' });
    },
    again: (context) => go(hrefOf(context)),
  });
  routes.staffAct(`${COVERAGE}/people/:id/revoke`, {
    may,
    params,
    form: z.object({}),
    act: async (context) => {
      const { standing: found, adult } = await one(context);
      const before = invitationFor(found, adult);
      if (!before) throw notFound();
      await tried(changeInvitation(context.work, before.id, 'revoke'));
      return go(hrefOf(context), { done: 'Their link does not work any more.' });
    },
    again: (context) => go(hrefOf(context)),
  });
}

function tableRoutes(routes: Routes): void {
  const rows = async (context: Context) => {
    const found = await standing(context);
    const { work, school, request } = context;
    const parts = await partsOf(work, found, school.profile.nation);
    const part = findPart(parts, request.query.of);
    if (!part) throw notFound();
    const detail = { version: found.version.number, count: part.adults.length };
    work.audit({ act: 'agreement.exported', object: `policy:${found.version.id}`, detail });
    return {
      people: peopleRows(found, part.adults, await classNames(context)),
      parts: partRows(parts, part.key === '' ? undefined : part),
    };
  };
  routes.staffPage(`${COVERAGE}/coverage.csv`, {
    may,
    params: noParams,
    show: async (context) =>
      download(csvFile((await rows(context)).people), 'text/csv; charset=utf-8', 'agreements-by-adult.csv'),
  });
  routes.staffPage(`${COVERAGE}/coverage.xlsx`, {
    may,
    params: noParams,
    show: async (context) => {
      const { people, parts } = await rows(context);
      return download(await coverageExcel(people, parts), XLSX, 'agreements.xlsx');
    },
  });
}

/** Coverage on the desk: by class, year and group, person by person, as tables, and against a group's export. */
export function coverageRoutes(routes: Routes): void {
  routes.staffPage(COVERAGE, {
    may,
    params: noParams,
    show: async ({ work, school, page }) => {
      const found = await standingToday(work);
      const parts = found && (await partsOf(work, found, school.profile.nation));
      return page(coveragePage(found, parts));
    },
  });
  routes.staffPage(`${COVERAGE}/people`, {
    may,
    params: noParams,
    show: async (context) => {
      const { work, school, request, page } = context;
      const found = await standingToday(work);
      if (!found) return go(COVERAGE);
      const part = findPart(await partsOf(work, found, school.profile.nation), request.query.of);
      if (!part) throw notFound();
      return page(peoplePage(found, part, await classNames(context)));
    },
  });
  tableRoutes(routes);
  routes.staffPage(`${COVERAGE}/export`, {
    may,
    params: noParams,
    show: async ({ work, page }) => page(exportPage(await standingToday(work))),
  });
  personRoutes(routes);
}
