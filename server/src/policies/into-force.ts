import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { schoolDay } from '../platform/clock.ts';
import { Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { currentSchool, saveProfile } from '../schools/store.ts';
import { formatShortDate } from '../ui/index.ts';
import { notYet } from './adoption.ts';
import { lockPolicy, writePolicy } from './drafts.ts';
import { type InForceFacts, whyNotInForce } from './in-force.ts';
import { placesOf } from './signatures.ts';
import { versionDates } from './store.ts';
import { policy } from './tables.ts';
import { documentHash, type PolicyId, type PolicyRecord } from './version.ts';

/** A version cannot be in force from a day; the message says why, for the form that asks for the day. */
export class NotInForceYet extends Refusal {
  constructor(why: string) {
    super(409, why, 'Go back to the policy’s page to see what is still to do.');
  }
}

async function lockInForce(work: Work): Promise<PolicyRecord | undefined> {
  const [row] = await work.queries
    .select({ id: policy.id })
    .from(policy)
    .where(and(eq(policy.schoolId, work.school), eq(policy.state, 'in-force')));
  return row && (await lockPolicy(work, row.id, 'supersede', undefined)).record;
}

/** What the day of coming into force is judged by, for the page that asks for it. */
export async function inForceFacts(work: Work, record: PolicyRecord): Promise<InForceFacts> {
  if (!record.adoption) throw notYet('The Board has to adopt this version first.');
  const [previous] = await work.queries
    .select({ from: policy.inForceFrom })
    .from(policy)
    .where(and(eq(policy.schoolId, work.school), eq(policy.state, 'in-force')));
  return {
    adoptedOn: record.adoption.on,
    places: await placesOf(work, record.id),
    today: schoolDay(work.now),
    previousFrom: previous?.from ?? undefined,
  };
}

/** What the publisher says of a version that comes into force. */
export interface ComingIntoForce {
  /** The first day it holds: today, or earlier for a policy that the school had on paper. */
  readonly from: Temporal.PlainDate;
  /** Whether it changes something that matters to those who agreed before; a school's first version always does. */
  readonly material: boolean;
}

/**
 * Puts an adopted version in force and ends the one before it (rule 38). From here on the row cannot change.
 * @throws Refusal 404, 409 as `lockPolicy`, NotInForceYet while a signature is missing or the day cannot be
 */
export async function putInForce(
  work: Work,
  id: PolicyId,
  revision: number,
  { from, material }: ComingIntoForce,
): Promise<void> {
  const { record, state } = await lockPolicy(work, id, 'put-in-force', revision);
  const previous = await lockInForce(work);
  const why = whyNotInForce(await inForceFacts(work, record), from);
  if (why) throw new NotInForceYet(why);
  if (documentHash(record.document) !== record.hash)
    throw new Error('A policy changed after it was adopted.');
  if (previous) {
    await writePolicy(work, previous, { state: 'superseded', inForceUntil: from, endedAt: work.now });
    const detail = { version: previous.number, until: from.toString() };
    work.audit({ act: 'policy.superseded', object: `policy:${previous.id}`, detail });
  }
  const first = (await versionDates(work)).length === 0;
  const change = { inForceFrom: from, publishedAt: work.now, material: first || material };
  await writePolicy(work, record, { state, ...change });
  const detail = {
    version: record.number,
    hash: record.hash,
    from: from.toString(),
    material: change.material,
  };
  work.audit({ act: 'policy.in-force', object: `policy:${id}`, detail });
  const label = `Policy version ${record.number}, in force since ${formatShortDate(from)}`;
  await saveInForce(work, { version: record.number, label });
}

/** Takes the version in force back without another in its place: from today the school has none. */
export async function withdrawPolicy(work: Work, id: PolicyId, revision: number): Promise<void> {
  const { record, state } = await lockPolicy(work, id, 'withdraw', revision);
  const today = schoolDay(work.now);
  await writePolicy(work, record, { state, inForceUntil: today, endedAt: work.now });
  work.audit({ act: 'policy.withdrawn', object: `policy:${id}`, detail: { version: record.number } });
  await saveInForce(work, undefined);
}

async function saveInForce(
  work: Work,
  inForce: { readonly version: number; readonly label: string } | undefined,
): Promise<void> {
  const { name, profile } = await currentSchool(work);
  const { policyInForce: _before, ...rest } = profile;
  await saveProfile(work, name, inForce ? { ...rest, policyInForce: inForce } : rest);
}
