import { z } from 'zod';
import { go, type StaffContext, wrong } from '../edge/contexts.ts';
import { noParams, type Routes } from '../edge/routes.ts';
import { idSchema } from '../platform/ids.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { listClasses, saveClasses } from './classes-store.ts';
import { changeGroupForm, classesForm, newGroupForm, versionForm } from './fields.ts';
import { classesPage, groupForm } from './group-forms.tsx';
import { groupPage } from './group-page.tsx';
import { registerPage } from './register-page.tsx';
import { type GroupId, kindsAllowed, whyNotClasses } from './rules.ts';
import { scopeToday } from './scope.ts';
import {
  addGroup,
  archiveGroup,
  changeGroup,
  findGroup,
  type Group,
  type GroupEntry,
  nameTaken,
} from './store.ts';

export const groupParams = z.object({ group: idSchema<'group'>() });

/**
 * The group that an address names.
 * @throws Refusal 404 when there is none
 */
export async function theGroup({ work, params }: StaffContext<{ group: GroupId }>): Promise<Group> {
  const group = await findGroup(work, params.group);
  if (!group) throw notFound();
  return group;
}

/** What is wrong with an entry that only the register can tell. */
async function faults(work: Work, entry: GroupEntry, old?: Group): Promise<Record<string, string>> {
  const errors: Record<string, string> = {};
  const allowed = kindsAllowed(await scopeToday(work));
  if (!allowed.includes(entry.kind) && entry.kind !== old?.kind) {
    errors.kind = 'The policy in force does not cover groups of this kind';
  }
  const known = new Set((await listClasses(work)).map((each) => each.id));
  const wrongClasses = whyNotClasses(entry.kind, entry.classes.length);
  if (wrongClasses) errors.classes = wrongClasses;
  if (entry.classes.some((id) => !known.has(id))) {
    errors.classes = 'The list of classes has changed. Tick the classes again.';
  }
  if (await nameTaken(work, entry.name, old?.id)) {
    errors.name = 'Another group has this name. Add what tells them apart.';
  }
  return errors;
}

const hasFaults = (errors: Readonly<Record<string, string>>) => Object.keys(errors).length > 0;

/** The register of groups on the desk. */
export function groupRoutes(routes: Routes): void {
  routes.staffPage('/desk/groups', { may: 'group.see', params: noParams, show: registerPage });

  routes.staffPage('/desk/groups/classes', {
    may: 'group.edit',
    params: noParams,
    show: (context) => classesPage(context),
  });
  routes.staffAct('/desk/groups/classes', {
    may: 'group.edit',
    params: noParams,
    form: classesForm,
    act: async ({ work }, { classes }) => {
      await saveClasses(work, classes);
      return go('/desk/groups', { done: 'classes' });
    },
    again: classesPage,
  });

  routes.staffPage('/desk/groups/new', {
    may: 'group.edit',
    params: noParams,
    show: (context) => groupForm(context, { values: { reach: 'chat' }, errors: {} }, undefined),
  });
  routes.staffAct('/desk/groups/new', {
    may: 'group.edit',
    params: noParams,
    form: newGroupForm,
    act: async ({ work }, entry) => {
      const errors = await faults(work, entry);
      if (hasFaults(errors)) return wrong(errors);
      return go(`/desk/groups/${await addGroup(work, entry)}`, { done: 'saved' });
    },
    again: (context, form) => groupForm(context, form, undefined),
  });

  routes.staffPage('/desk/groups/:group', {
    may: 'group.see',
    params: groupParams,
    show: async (context) => groupPage(context, await theGroup(context)),
  });
  routes.staffPage('/desk/groups/:group/change', {
    may: 'group.edit',
    params: groupParams,
    show: async (context) => {
      const group = await theGroup(context);
      const { name, kind, reach, classes } = group;
      const values = { name, kind, reach, classes };
      return groupForm(context, { values, errors: {} }, group);
    },
  });
  routes.staffAct('/desk/groups/:group/change', {
    may: 'group.edit',
    params: groupParams,
    form: changeGroupForm,
    act: async (context, { version, ...entry }) => {
      const group = await theGroup(context);
      const errors = await faults(context.work, entry, group);
      if (hasFaults(errors)) return wrong(errors);
      await changeGroup(context.work, group.id, version, entry);
      return go(`/desk/groups/${group.id}`, { done: 'saved' });
    },
    again: async (context, form) => groupForm(context, form, await theGroup(context)),
  });
  routes.staffAct('/desk/groups/:group/archive', {
    may: 'group.edit',
    params: groupParams,
    form: versionForm,
    act: async ({ work, params }, { version }) => {
      await archiveGroup(work, params.group, version);
      return go('/desk/groups', { done: 'archived' });
    },
    again: async (context, form) => groupPage(context, await theGroup(context), form),
  });
}
