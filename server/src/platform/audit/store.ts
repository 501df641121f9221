import { eq } from 'drizzle-orm';
import type { Queries } from '../database/connect.ts';
import type { SchoolId } from '../ids.ts';
import { auditEntry, auditHead } from '../tables.ts';
import { type AuditActor, type AuditFact, CHAIN_START, headMac, nextEntry } from './chain.ts';

/**
 * Writes facts to the end of a school's chain, in the transaction of the act they tell of. Called last in it, because
 * the head's row is locked from here to the commit.
 * @param at when it happened, ISO 8601 in UTC
 */
export async function appendAudit(
  queries: Queries,
  key: Buffer,
  school: SchoolId,
  at: string,
  actor: AuditActor,
  facts: readonly AuditFact[],
): Promise<void> {
  if (facts.length === 0) return;
  const [found] = await queries.select().from(auditHead).where(eq(auditHead.schoolId, school)).for('update');
  let head = found ?? { seq: 0, hash: CHAIN_START };
  const entries = facts.map((fact) => {
    const entry = nextEntry(school, head, at, actor, fact);
    head = entry;
    return { schoolId: school, ...entry };
  });
  const { seq, hash } = head;
  const row = { schoolId: school, seq, hash, mac: headMac(key, school, seq, hash) };
  if (!found) {
    await queries.insert(auditEntry).values(entries);
    await queries.insert(auditHead).values(row);
    return;
  }
  // One statement, so that the head is locked for one journey to the database less.
  const written = queries
    .$with('written')
    .as(queries.insert(auditEntry).values(entries).returning({ seq: auditEntry.seq }));
  await queries.with(written).update(auditHead).set(row).where(eq(auditHead.schoolId, school));
}
