import { download, type Shown } from '../edge/contexts.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import type { School } from '../schools/store.ts';
import { calendarFile } from './ics.ts';
import { MEETING_WAY_TEXT } from './plan.ts';
import type { Meeting } from './store.ts';

/**
 * A meeting as a file for a calendar: when, where, how long; not with whom, nor what about.
 * @throws Refusal 404 while no time is agreed
 */
export function meetingFile(work: Work, school: School, meeting: Meeting): Shown {
  const { id, version, startsAt, minutes, plan, state } = meeting;
  if (!startsAt) throw notFound();
  const file = calendarFile({
    uid: `${id}@handbell`,
    sequence: version,
    starts: startsAt,
    minutes,
    summary: `Meeting with ${school.name}`,
    place: plan.how === 'school' ? plan.place || school.profile.address : MEETING_WAY_TEXT[plan.how],
    description: `If you cannot come: ${school.profile.phone}`,
    cancelled: state === 'cancelled',
    stamp: work.now,
  });
  return download(new TextEncoder().encode(file), 'text/calendar; charset=utf-8', 'meeting.ics');
}
