import type { TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { schoolDay } from '../platform/clock.ts';
import { listReports, termsOf } from './store.ts';
import { isOver, termName } from './term.ts';

/** The report that the last whole term still waits for. */
export const governanceToday: TodayProvider = async (work, staff) => {
  if (!may(staff.roles, 'report.publish')) return [];
  const today = schoolDay(work.now);
  const last = (await termsOf(work)).find((term) => isOver(term, today));
  if (!last || (await listReports(work)).some(({ term }) => term.from.equals(last.from))) return [];
  const href = `/desk/reports/term/${last.from.toString()}`;
  return [{ label: `Report to governors: ${termName(last)}`, href }];
};
