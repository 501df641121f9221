import { Temporal } from 'temporal-polyfill';
import { casesFor } from '../cases/lines.ts';
import { mayWork } from '../cases/visibility.ts';
import type { TodayItem, TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import { openMeetings } from './store.ts';

type Line = Awaited<ReturnType<typeof openMeetings>>[number];

/** What a meeting asks of whoever works on its case, and when. */
function waits({ state, startsAt, replyBy }: Line, now: Temporal.Instant) {
  const today = schoolDay(now);
  if (state === 'held') return { what: 'Share the notes of a meeting', due: today };
  if (state === 'offered') {
    const late = Temporal.PlainDate.compare(replyBy, today) < 0;
    return late ? { what: 'A parent has not chosen a time: try again', due: replyBy } : undefined;
  }
  if (!startsAt) return undefined;
  const over = Temporal.Instant.compare(startsAt, now) <= 0;
  return { what: over ? 'Write the notes of a meeting' : 'Meet a parent', due: schoolDay(startsAt) };
}

/** Meetings that are near, and those that wait for notes: never a name, always a day. */
export const meetingsToday: TodayProvider = async (work: Work, staff) => {
  if (!may(staff.roles, 'case.list')) return [];
  const lines = await openMeetings(work);
  if (lines.length === 0) return [];
  const cases = new Map(
    (await casesFor(work, staff, { closed: false, states: [], mine: false }))
      .filter(({ sight }) => mayWork(staff, sight) || sight.decider === staff.member)
      .map((each) => [each.id, each.reference]),
  );
  return lines.flatMap((line): TodayItem[] => {
    const reference = cases.get(line.caseId);
    const waiting = reference && waits(line, work.now);
    if (!waiting) return [];
    const label = `${waiting.what} (${reference})`;
    return [{ label, href: `/desk/cases/${line.caseId}/meetings/${line.id}`, due: waiting.due }];
  });
};
