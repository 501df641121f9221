import { and, asc, eq, gt } from 'drizzle-orm';
import type { Queries } from '../database/connect.ts';
import type { SchoolId } from '../ids.ts';
import { auditEntry, auditHead } from '../tables.ts';
import { ChainCheck, type ChainFault } from './chain.ts';

const BATCH = 1000;

/** The result of following one school's chain to its end. */
export interface AuditReport {
  readonly entries: number;
  readonly fault: ChainFault | undefined;
}

/**
 * Follows a school's whole audit chain and says where it first breaks, if it does.
 * @param key the chain key of this school
 */
export async function verifyAudit(queries: Queries, key: Buffer, school: SchoolId): Promise<AuditReport> {
  const check = new ChainCheck(school);
  let entries = 0;
  for (let last = -1; ; ) {
    const batch = await queries
      .select()
      .from(auditEntry)
      .where(and(eq(auditEntry.schoolId, school), gt(auditEntry.seq, last)))
      .orderBy(asc(auditEntry.seq))
      .limit(BATCH);
    for (const row of batch) {
      const fault = check.take({ ...row, at: toInstantText(row.at) });
      if (fault) return { entries, fault };
      entries += 1;
      last = row.seq;
    }
    if (batch.length < BATCH) break;
  }
  const [head] = await queries.select().from(auditHead).where(eq(auditHead.schoolId, school));
  return { entries, fault: check.end(head, key) };
}

/** The stored time in the form it was hashed in: ISO 8601, UTC, milliseconds. */
function toInstantText(stored: string): string {
  return new Date(stored).toISOString();
}
