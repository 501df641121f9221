import { createHmac } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { receiveByMail } from '../concerns/mail/receive.ts';
import { isReporters, replyByMail } from '../concerns/mail/reply.ts';
import { findAnswered, rememberMail } from '../concerns/mail/thread.ts';
import type { ConcernId } from '../concerns/rules.ts';
import { hourOf } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import { mailEvidence } from './evidence.ts';
import { mailboxMail } from './mailbox/tables.ts';
import { type Automatic, automaticKind } from './message/automatic.ts';
import { type SenderProof, senderProof } from './message/proof.ts';
import type { ReadMessage } from './message/read.ts';
import { ELSEWHERE_NOTE, wayNotes } from './notes.ts';
import { mailReceipt } from './receipt-mail.ts';

/** A mail that lies in the mailbox, fetched and read. */
export interface FetchedMail {
  readonly read: ReadMessage;
  readonly raw: Uint8Array;
  readonly uidValidity: number;
  readonly uid: number;
}

/** What taking a mail in needs to know. */
export interface Taking {
  /** The address that people use. */
  readonly origin: string;
  /** The name by which the school's mail server signs what it found about senders; empty when nobody said. */
  readonly serverName: string;
  /** The domain of the school's address for concerns, in small letters. */
  readonly domain: string;
  /** Whether the sender may be sent a receipt: nobody is sent many in a day. */
  readonly mayAnswer: boolean;
}

/** What became of a mail; "seen" is one that came before. */
export type MailOutcome = 'concern' | 'reply' | 'skipped' | 'seen';

const NO_WORDS = '[The email has no words that could be read.]';

/** Of a mail's id and content together: nobody can keep a mail out by sending another with the same id first. */
function fingerprintOf(work: Work, { messageId, contentHash }: ReadMessage): Buffer {
  return createHmac('sha256', work.keys.derive('mail seen'))
    .update(`${messageId.length}:${messageId}${contentHash}`)
    .digest();
}

/**
 * Takes a mail in: it becomes a concern, or an answer in the concern it belongs to, or is left where it is because a
 * machine sent it. Done twice with the same mail, it is done once.
 * @throws Refusal 503 when the disk is full; then nothing was kept and the mail can be taken again
 */
export async function takeMail(work: Work, mail: FetchedMail, taking: Taking): Promise<MailOutcome> {
  const { read, uidValidity, uid } = mail;
  const fingerprint = fingerprintOf(work, read);
  const seen = await work.queries
    .update(mailboxMail)
    .set({ uidValidity, uid })
    .where(and(eq(mailboxMail.schoolId, work.school), eq(mailboxMail.fingerprint, fingerprint)))
    .returning({ id: mailboxMail.id });
  if (seen.length > 0) {
    work.audit({ act: 'mailbox.seen', object: `school:${work.school}` });
    return 'seen';
  }
  const kind = automaticKind(read.headers, read.sender.address, taking.domain);
  const made = kind === undefined ? await make(work, mail, taking) : { skipped: kind };
  await work.queries.insert(mailboxMail).values({
    schoolId: work.school,
    id: newId<'mailbox-mail'>(work.now),
    fingerprint,
    outcome: 'skipped' in made ? 'skipped' : made.outcome,
    reason: 'skipped' in made ? made.skipped : null,
    concernId: 'skipped' in made ? null : made.concern,
    partial: 'skipped' in made ? false : made.partial,
    uidValidity,
    uid,
    takenAt: hourOf(work.now),
    clearedAt: null,
  });
  const outcome = 'skipped' in made ? 'skipped' : made.outcome;
  const reason: { reason: Automatic } | undefined = 'skipped' in made ? { reason: made.skipped } : undefined;
  work.audit({ act: 'mailbox.taken', object: `school:${work.school}`, detail: { outcome, ...reason } });
  return outcome;
}

interface Made {
  readonly outcome: 'concern' | 'reply';
  readonly concern: ConcernId;
  readonly partial: boolean;
}

/** The reporter as the vault keeps them. An address that failed its check is told, and never written to. */
function reporterOf({ sender: { name, address } }: ReadMessage, proof: SenderProof) {
  if (name === '' && address === '') return undefined;
  if (proof === 'proven') return { name, email: address, phone: '' };
  if (proof === 'unknown') return { name: `${name} (not proven)`.trim(), email: address, phone: '' };
  return { name: `${name} ${address} (the mail server’s check failed)`.trim(), email: '', phone: '' };
}

async function make(work: Work, { read, raw }: FetchedMail, taking: Taking): Promise<Made> {
  const proof = senderProof(read.headers, read.sender.address, taking.serverName);
  const { evidence, notes, partial } = await mailEvidence(read, raw);
  const words = read.words.words === '' ? NO_WORDS : read.words.words;
  const told = { words, evidence, notes: [...wayNotes(read.headers, proof), ...notes] };
  const answered = await findAnswered(work, read.answers);
  if (answered && proof !== 'failed' && (await isReporters(work, answered, read.sender.address))) {
    if (await replyByMail(work, answered.concern, told)) {
      await rememberMail(work, answered.concern, read.messageId, 'in');
      return { outcome: 'reply', concern: answered.concern, partial };
    }
  }
  const reporter = reporterOf(read, proof);
  const all = { ...told, reporter, notes: answered ? [ELSEWHERE_NOTE, ...told.notes] : told.notes };
  const receipt = await receiveByMail(work, all, taking.origin);
  await rememberMail(work, receipt.id, read.messageId, 'in');
  if (reporter !== undefined && reporter.email !== '' && taking.mayAnswer) {
    await mailReceipt(work, reporter.email, receipt, taking.origin);
  }
  return { outcome: 'concern', concern: receipt.id, partial };
}
