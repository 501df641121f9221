import { and, count, desc, eq } from 'drizzle-orm';
import type { Work } from '../platform/work.ts';
import type { PolicyId } from '../policies/version.ts';
import { openRecord } from './record.ts';
import { type Agreement, plainName } from './rules.ts';
import { agreement } from './tables.ts';

/** How many agreed to one version, and how. */
export interface AgreementCount {
  readonly screen: number;
  readonly paper: number;
  readonly withdrawn: number;
}

/** How many agreed to each version. */
export async function countAgreements(work: Work): Promise<ReadonlyMap<PolicyId, AgreementCount>> {
  const rows = await work.queries
    .select({ policy: agreement.policyId, method: agreement.method, state: agreement.state, count: count() })
    .from(agreement)
    .where(eq(agreement.schoolId, work.school))
    .groupBy(agreement.policyId, agreement.method, agreement.state);
  const counts = new Map<PolicyId, AgreementCount>();
  for (const row of rows) {
    const before = counts.get(row.policy) ?? { screen: 0, paper: 0, withdrawn: 0 };
    const column = row.state === 'withdrawn' ? 'withdrawn' : row.method;
    counts.set(row.policy, { ...before, [column]: before[column] + row.count });
  }
  return counts;
}

/**
 * Agreements to one version, the newest first.
 * @param part which of them; all when left out
 */
export async function listAgreements(
  work: Work,
  policy: PolicyId,
  part?: { readonly offset: number; readonly limit: number },
): Promise<readonly Agreement[]> {
  const query = work.queries
    .select()
    .from(agreement)
    .where(and(eq(agreement.schoolId, work.school), eq(agreement.policyId, policy)))
    .orderBy(desc(agreement.recordedAt), desc(agreement.id));
  const rows = await (part ? query.limit(part.limit).offset(part.offset) : query);
  return rows.map((row) => openRecord(work, row));
}

/** Agreements of people whose name holds what is looked for, whatever the version; case and accents do not matter. */
export async function findByName(work: Work, part: string): Promise<readonly Agreement[]> {
  const wanted = plainName(part);
  if (wanted === '') return [];
  const rows = await work.queries
    .select()
    .from(agreement)
    .where(eq(agreement.schoolId, work.school))
    .orderBy(desc(agreement.recordedAt));
  return rows.map((row) => openRecord(work, row)).filter(({ name }) => plainName(name).includes(wanted));
}
