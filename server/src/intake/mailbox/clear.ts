import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { ImapFlow } from 'imapflow';
import type { Temporal } from 'temporal-polyfill';
import type { SchoolId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { MailboxError } from './failures.ts';
import type { Reading } from './read.ts';
import { findMailbox, type MailboxRow } from './settings.ts';
import { mailboxMail } from './tables.ts';

const AT_ONCE = 200;

/** The mails that are wholly kept here and whose time in the mailbox is over. */
function dueMails(work: Work, uidValidity: number, until: Temporal.Instant) {
  return work.queries
    .select({ id: mailboxMail.id, uid: mailboxMail.uid })
    .from(mailboxMail)
    .where(
      and(
        eq(mailboxMail.schoolId, work.school),
        eq(mailboxMail.uidValidity, uidValidity),
        inArray(mailboxMail.outcome, ['concern', 'reply']),
        eq(mailboxMail.partial, false),
        isNull(mailboxMail.clearedAt),
        lte(mailboxMail.takenAt, until),
      ),
    )
    .orderBy(asc(mailboxMail.uid))
    .limit(AT_ONCE);
}

/** Takes mails out of the mailbox as the school chose. Done twice, it does no harm. */
async function takeOut(client: ImapFlow, row: MailboxRow, uids: readonly number[]): Promise<void> {
  // Without these, taking one mail out would take out whatever else somebody marked as deleted (RFC 4315, RFC 6851).
  const safe = client.capabilities.has('UIDPLUS') || client.capabilities.has('IMAP4rev2');
  if (!safe) throw new MailboxError('clearing');
  const range = uids.join(',');
  const done =
    row.afterwards === 'move'
      ? await client.messageMove(range, row.moveTo ?? '', { uid: true })
      : await client.messageDelete(range, { uid: true });
  if (done === false) throw new MailboxError('clearing');
}

/**
 * Clears the mailbox of what is kept here, when the school chose that. Nothing else is ever touched.
 * @returns how many mails were moved or deleted
 * @throws MailboxError "clearing" when the server refuses; then the mails stay where they are
 */
export async function clearTaken(reading: Reading, school: SchoolId, client: ImapFlow): Promise<number> {
  const box = client.mailbox;
  if (box === false) throw new MailboxError('away');
  const uidValidity = Number(box.uidValidity);
  const work = <T>(act: (work: Work) => Promise<T>) =>
    reading.worker.forSchool(school, 'job:mailbox.clear', act);
  const { row, due } = await work(async (one) => {
    const found = await findMailbox(one);
    if (!found?.active || found.afterwards === 'leave') return { row: undefined, due: [] };
    const until = one.now.subtract({ hours: 24 * (found.deleteAfterDays ?? 0) });
    return { row: found, due: await dueMails(one, uidValidity, until) };
  });
  if (!row || due.length === 0) return 0;
  await takeOut(
    client,
    row,
    due.map(({ uid }) => uid),
  );
  await work(async (one) => {
    const ids = due.map(({ id }) => id);
    await one.queries
      .update(mailboxMail)
      .set({ clearedAt: one.now })
      .where(and(eq(mailboxMail.schoolId, one.school), inArray(mailboxMail.id, ids)));
    const detail = { way: row.afterwards, count: due.length };
    one.audit({ act: 'mailbox.cleared', object: `school:${one.school}`, detail });
  });
  return due.length;
}
