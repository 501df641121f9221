import type { Staff } from '../../edge/staff.ts';
import type { TodayItem } from '../../edge/today.ts';
import { may } from '../../people/permissions.ts';
import type { Work } from '../../platform/work.ts';
import { bankHolidaysOf } from '../../schools/bank-holidays.ts';
import { currentSchool } from '../../schools/store.ts';
import { answerBy } from './clock.ts';
import { checkHref, requestHref } from './frame.tsx';
import { listRequests } from './store.ts';

/** What requests for their own data ask: an answer in time, and the second pair of eyes. */
export async function requestsToday(work: Work, staff: Staff): Promise<readonly TodayItem[]> {
  const lead = may(staff.roles, 'data.disclose');
  if (!lead && !may(staff.roles, 'data.check')) return [];
  const open = (await listRequests(work)).filter(({ closedOn }) => closedOn === undefined);
  if (open.length === 0) return [];
  const isHoliday = bankHolidaysOf((await currentSchool(work)).profile.nation);
  return open.flatMap((each): TodayItem[] => {
    const due = answerBy(each, isHoliday);
    const asked = each.state === 'prepared' && each.checker === staff.member;
    return [
      ...(asked ? [{ label: 'Check a pack of somebody’s data', href: checkHref(each.id), due }] : []),
      ...(lead ? [{ label: 'Answer a request for their own data', href: requestHref(each.id), due }] : []),
    ];
  });
}
