import type { Temporal } from 'temporal-polyfill';
import type { CaseId } from '../cases/ids.ts';
import { PARENT } from '../cases/visibility.ts';
import type { Work } from '../platform/work.ts';
import { sendAsk } from '../subject/acts.ts';
import type { SentId } from '../subject/ids.ts';
import { formatDateTime } from '../ui/index.ts';
import { chooseTime, commentOnNotes } from './acts.ts';
import type { MeetingId } from './ids.ts';

/** The parent takes one of the times. @throws Refusal 409 when it is offered no more */
export async function parentChooses(
  work: Work,
  caseId: CaseId,
  id: MeetingId,
  slot: Temporal.Instant,
): Promise<SentId> {
  await chooseTime(work, PARENT, { caseId, id }, slot);
  return sendAsk(work, caseId, 'slot', formatDateTime(slot));
}

/** The parent puts something beside the notes. @throws Refusal 409 while they are not shared */
export async function parentComments(
  work: Work,
  caseId: CaseId,
  id: MeetingId,
  words: string,
): Promise<SentId> {
  await commentOnNotes(work, PARENT, { caseId, id }, words);
  return sendAsk(work, caseId, 'correction', words);
}
