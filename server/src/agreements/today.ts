import type { TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { schoolDay } from '../platform/clock.ts';
import { addSchoolDays } from '../schools/calendar.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import { TALK_DAYS } from './answers/rules.ts';
import { openTalks } from './answers/store.ts';
import { waitingScans } from './scans.ts';

/** What the agreements' room has waiting: parents who want to talk first, and scans of slips to key in. */
export const agreementsToday: TodayProvider = async (work, staff) => {
  if (!may(staff.roles, 'agreement.record')) return [];
  const calendar = await schoolCalendar(work);
  const talks = await openTalks(work);
  const scans = await waitingScans(work);
  return [
    ...talks
      .filter(({ owner }) => owner === null || owner === staff.member)
      .map(({ id, owner, receivedAt }) => ({
        label:
          owner === null ? 'Say who talks to a parent before they sign' : 'Talk to a parent before they sign',
        href: `/desk/agreements/answers/${id}`,
        due: addSchoolDays(calendar, schoolDay(receivedAt), TALK_DAYS),
      })),
    ...(scans.length > 0 ? [{ label: 'Key in the scanned slips', href: '/desk/agreements/scans' }] : []),
  ];
};
