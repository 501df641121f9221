import { and, eq } from 'drizzle-orm';
import type { ConcernId } from '../../concerns/rules.ts';
import type { Work } from '../../platform/work.ts';
import { mailboxMail } from './tables.ts';

/** Forgets which mail led to a concern, before the concern is destroyed. */
export async function forgetMailOf(work: Work, concern: ConcernId): Promise<void> {
  await work.queries
    .delete(mailboxMail)
    .where(and(eq(mailboxMail.schoolId, work.school), eq(mailboxMail.concernId, concern)));
}
