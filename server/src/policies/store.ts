import { and, desc, eq, gt, isNotNull, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Work } from '../platform/work.ts';
import { keepVersion, keptVersion, versionStamp } from './kept-versions.ts';
import type { MaterialVersion } from './material.ts';
import { readPolicy } from './read-row.ts';
import { policy } from './tables.ts';
import { isPublished, type PolicyId, type PolicyRecord, type PolicyVersion } from './version.ts';

export type { PolicyId, PolicyVersion } from './version.ts';

/** The newest version that something holds of, if it was published; its row is read only when it was written since. */
async function published(work: Work, which: SQL | undefined): Promise<PolicyVersion | undefined> {
  const own = eq(policy.schoolId, work.school);
  const [found] = await work.queries
    .select({ id: policy.id, stamp: versionStamp })
    .from(policy)
    .where(and(own, which))
    .orderBy(desc(policy.number))
    .limit(1);
  if (!found) return undefined;
  const known = keptVersion(work.school, found);
  if (known) return known;
  const [row] = await work.queries
    .select()
    .from(policy)
    .where(and(own, eq(policy.id, found.id)));
  const record = row && readPolicy(row);
  return record && isPublished(record) ? keepVersion(work.school, found, record) : undefined;
}

/** Whether a version was in force on a day. */
export function inForceOn(on: Temporal.PlainDate) {
  return and(
    isNotNull(policy.inForceFrom),
    lte(policy.inForceFrom, on),
    or(isNull(policy.inForceUntil), gt(policy.inForceUntil, on)),
  );
}

/**
 * The version that was in force on a day: what a message of that day is judged by (rule 38).
 * @param day a day in the school's zone; the last day of a replaced version is the day before the next one began
 */
export function policyInForceOn(work: Work, day: Temporal.PlainDate): Promise<PolicyVersion | undefined> {
  return published(work, inForceOn(day));
}

/** A version that is or was in force, by its id: what a case or an agreement names. */
export function policyVersion(work: Work, id: PolicyId): Promise<PolicyVersion | undefined> {
  return published(work, eq(policy.id, id));
}

/** A version that is or was in force, by its number: what an address names. */
export function policyVersionNumber(work: Work, number: number): Promise<PolicyVersion | undefined> {
  return published(work, eq(policy.number, number));
}

/** All versions in any state, the newest first. */
export async function listPolicies(work: Work): Promise<readonly PolicyRecord[]> {
  const rows = await work.queries
    .select()
    .from(policy)
    .where(eq(policy.schoolId, work.school))
    .orderBy(desc(policy.number));
  return rows.map(readPolicy);
}

/** All versions that are or were in force, the newest first. */
export async function listVersions(work: Work): Promise<readonly PolicyVersion[]> {
  return (await listPolicies(work)).filter(isPublished);
}

/** When a published version held, without its words. */
export interface VersionDates extends MaterialVersion {
  readonly id: PolicyId;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate | undefined;
}

/** When each published version held, the newest first. */
export async function versionDates(work: Work): Promise<readonly VersionDates[]> {
  const rows = await work.queries
    .select({
      id: policy.id,
      number: policy.number,
      from: policy.inForceFrom,
      until: policy.inForceUntil,
      material: policy.material,
    })
    .from(policy)
    .where(and(eq(policy.schoolId, work.school), isNotNull(policy.inForceFrom)))
    .orderBy(desc(policy.number));
  return rows.flatMap(({ id, number, from, until, material }) =>
    from ? [{ id, number, from, until: until ?? undefined, material: material ?? true }] : [],
  );
}
