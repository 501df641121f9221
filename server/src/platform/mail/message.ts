import { eq } from 'drizzle-orm';
import type { SendMailOptions } from 'nodemailer';
import { school } from '../tables.ts';
import type { Work } from '../work.ts';
import { mailCell } from './outbox.ts';
import type { MailId, mail } from './tables.ts';

/** A mail with its seals opened. */
export interface OpenMail {
  readonly id: MailId;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export function openMail(work: Work, row: typeof mail.$inferSelect): OpenMail {
  return {
    id: row.id,
    to: work.keys.open(mailCell('recipient', row.id), row.recipient, 'identity'),
    subject: work.keys.open(mailCell('subject', row.id), row.subject),
    text: work.keys.open(mailCell('text', row.id), row.text),
  };
}

/** Who mail comes from: an address, or a name with an address, as the setting MAIL_FROM has it. */
export function senderOf(given: string | undefined, origin: string): string {
  return given ?? `handbell@${new URL(origin).hostname}`;
}

/**
 * A mail as it goes out. Sent twice, by whatever accident, it has the same Message-ID (RFC 5322 3.6.4) and a mailbox
 * can tell.
 * @param sender from `senderOf`; a bare address gets the school's name
 */
export async function composeMail(
  work: Work,
  row: typeof mail.$inferSelect,
  sender: string,
): Promise<SendMailOptions> {
  const [own] = await work.queries
    .select({ name: school.name })
    .from(school)
    .where(eq(school.id, work.school));
  const { id, to, subject, text } = openMail(work, row);
  const replyTo = row.replyTo && work.keys.open(mailCell('reply_to', id), row.replyTo);
  const address = /<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender;
  return {
    from: address === sender ? { name: own?.name ?? '', address } : sender,
    // Given as an object, an address is never read as a list of several.
    to: { name: '', address: to },
    ...(replyTo ? { replyTo: { name: '', address: replyTo } } : {}),
    subject,
    text,
    messageId: `<${id}@${address.split('@').at(-1)}>`,
    date: new Date(row.createdAt.epochMilliseconds),
    // RFC 3834: no out-of-office note comes back.
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
