import { count, eq } from 'drizzle-orm';
import type { Work } from '../../platform/work.ts';
import type { Automatic } from '../message/automatic.ts';
import { mailboxMail } from './tables.ts';

/** How many mails became what. */
export type TakenCounts = Readonly<Record<'concern' | 'reply' | Automatic, number>>;

/** Counts what became of a school's mail: numbers only, which say nothing of anybody. */
export async function countTaken(work: Work): Promise<TakenCounts> {
  const rows = await work.queries
    .select({ outcome: mailboxMail.outcome, reason: mailboxMail.reason, number: count() })
    .from(mailboxMail)
    .where(eq(mailboxMail.schoolId, work.school))
    .groupBy(mailboxMail.outcome, mailboxMail.reason);
  const counts = { concern: 0, reply: 0, report: 0, automatic: 0, list: 0 };
  for (const { outcome, reason, number } of rows) {
    const key = outcome === 'skipped' ? reason : outcome;
    if (key !== null) counts[key] += number;
  }
  return counts;
}
