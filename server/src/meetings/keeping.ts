import { and, eq, inArray } from 'drizzle-orm';
import type { CaseId } from '../cases/ids.ts';
import type { Work } from '../platform/work.ts';
import { meeting, meetingEvent } from './tables.ts';

/** Destroys the meetings of a case, with their notes (rule 37). */
export async function destroyMeetings(work: Work, caseId: CaseId): Promise<void> {
  const own = and(eq(meeting.schoolId, work.school), eq(meeting.caseId, caseId));
  const ids = (await work.queries.select({ id: meeting.id }).from(meeting).where(own)).map(({ id }) => id);
  if (ids.length === 0) return;
  await work.queries
    .delete(meetingEvent)
    .where(and(eq(meetingEvent.schoolId, work.school), inArray(meetingEvent.meetingId, ids)));
  await work.queries.delete(meeting).where(own);
  work.audit({ act: 'meeting.destroyed', object: `case:${caseId}`, detail: { meetings: ids.length } });
}
