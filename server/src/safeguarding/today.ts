import type { TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { listWorkspaces } from './access.ts';
import { openActions } from './store.ts';

/** What a safeguarding lead has to do: only their own, and only of records that they may open. */
export const safeguardingToday: TodayProvider = async (work, staff) => {
  if (!may(staff.roles, 'safeguarding.work')) return [];
  const actions = await openActions(work, staff.member);
  if (actions.length === 0) return [];
  const rows = await listWorkspaces(work, staff);
  return actions.flatMap(({ concern, due }) => {
    const row = rows.find(({ id }) => id === concern);
    if (!row) return [];
    return [{ label: `Do what is to do for ${row.reference}`, href: `/desk/safeguarding/${row.id}`, due }];
  });
};
