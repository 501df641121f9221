import { eq } from 'drizzle-orm';
import type { Work } from '../platform/work.ts';
import { openRecord } from './record.ts';
import type { Agreement } from './rules.ts';
import { agreement } from './tables.ts';

/** The agreements of whoever fits, for a request for somebody's own data: names are sealed, so each is opened. */
export async function agreementsOfName(
  work: Work,
  fits: (signed: Agreement) => boolean,
): Promise<readonly Agreement[]> {
  const rows = await work.queries
    .select()
    .from(agreement)
    .where(eq(agreement.schoolId, work.school))
    .orderBy(agreement.recordedAt, agreement.id);
  return rows.map((row) => openRecord(work, row)).filter(fits);
}
