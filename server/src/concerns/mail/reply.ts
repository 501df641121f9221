import { hourOf } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import { tell } from '../events.ts';
import { addEvidence, type NewEvidence } from '../evidence/store.ts';
import { type ConcernId, tryAct } from '../rules.ts';
import { findRow } from '../standing.ts';
import { change } from '../store.ts';
import { openVault } from '../vault.ts';
import type { Answered } from './thread.ts';

/** What a reporter adds by mail. */
export interface MailedReply {
  readonly words: string;
  readonly evidence: readonly NewEvidence[];
  readonly notes: readonly string[];
}

/**
 * Whether an answer may be taken as the reporter's own. Whoever holds a mail that went to the reporter alone got it from
 * them; an answer to the reporter's own mail can come from anybody who had a copy, so it must come from their address.
 */
export async function isReporters(work: Work, { concern, way }: Answered, address: string): Promise<boolean> {
  if (way === 'out') return true;
  const reporter = await openVault(work, concern);
  return address !== '' && reporter?.email.toLowerCase() === address;
}

/**
 * Adds what a reporter answered by mail to their concern.
 * @returns false, with nothing done, when the concern has ended and takes no more words
 */
export async function replyByMail(work: Work, id: ConcernId, reply: MailedReply): Promise<boolean> {
  const row = await findRow(work, id, true);
  if (!row || !tryAct({ ...row, roles: [], declaredClear: false }, 'reply').ok) return false;
  await change(work, row, { answeredAt: hourOf(work.now) });
  await tell(work, id, { kind: 'reply', message: reply.words, note: reply.notes.join('\n') });
  for (const each of reply.evidence) await addEvidence(work, id, each);
  work.audit({ act: 'concern.replied', object: `concern:${id}`, detail: { channel: 'mail' } });
  return true;
}
