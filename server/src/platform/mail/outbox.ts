import { newId } from '../ids.ts';
import type { Work } from '../work.ts';
import { type MailId, mail } from './tables.ts';

/** A mail to one person. */
export interface NewMail {
  /** The recipient's address. */
  readonly to: string;
  readonly subject: string;
  /** Plain text. It says that there is something new and where to look, never what (principle 5). */
  readonly text: string;
  /** What sort of mail it is, for the tray and the audit record: "invite", "concern-receipt". */
  readonly kind: string;
  /** Set for what cannot wait, though somebody in confidence caused it. Other mail of theirs goes when the hour turns. */
  readonly atOnce?: boolean | undefined;
  /** Where an answer goes, when that is not the sender of all mail. */
  readonly replyTo?: string | undefined;
}

type SealedColumn = 'recipient' | 'subject' | 'text' | 'reply_to';

/** The cell that a part of a mail is sealed for. */
export function mailCell(column: SealedColumn, row: MailId) {
  return { table: 'mail', column, row };
}

/**
 * Puts a mail in the outbox, in the transaction of the act that causes it: it will be sent if and only if the act is
 * kept.
 * @returns the mail's id
 */
export async function queueMail(
  work: Work,
  { to, subject, text, kind, replyTo, atOnce }: NewMail,
): Promise<MailId> {
  const id = newId<'mail'>(work.now);
  await work.queries.insert(mail).values({
    schoolId: work.school,
    id,
    kind,
    recipient: work.keys.seal(mailCell('recipient', id), to, 'identity'),
    subject: work.keys.seal(mailCell('subject', id), subject),
    text: work.keys.seal(mailCell('text', id), text),
    replyTo: replyTo === undefined ? null : work.keys.seal(mailCell('reply_to', id), replyTo),
    state: 'waiting',
    attempts: 0,
    // A mail in the very minute would tell when somebody reported.
    nextTryAt: work.quiet && !atOnce ? work.now.add({ hours: 1 }) : work.now,
    createdAt: work.now,
  });
  work.audit({ act: 'mail.queued', object: `mail:${id}`, detail: { kind } });
  return id;
}
