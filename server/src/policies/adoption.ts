import { canonicalJson, setSignatures } from '@handbell/policy';
import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Role } from '../people/roles.ts';
import { schoolDay } from '../platform/clock.ts';
import type { MemberId } from '../platform/ids.ts';
import { notFound, Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { currentSchool, saveProfile } from '../schools/store.ts';
import { formatShortDate } from '../ui/index.ts';
import { openDoubts, settleDoubts } from './doubts.ts';
import { lockPolicy, writePolicy } from './drafts.ts';
import { type InForceFacts, whyNotInForce } from './in-force.ts';
import { clearPlaces, fillPlace, type PlaceId, placesOf, replacePlaces } from './signatures.ts';
import { type SignaturePlace, whyNotSign } from './signing.ts';
import { versionDates } from './store.ts';
import { policy } from './tables.ts';
import { type Adoption, documentHash, type PolicyId, type PolicyRecord } from './version.ts';

/** Something that must happen first; the message is for the person who tried. */
function notYet(why: string): Refusal {
  return new Refusal(409, why, 'Go back to the policy’s page to see what is still to do.');
}

/**
 * Says who signs a draft, and which of them must have signed before it is in force (S7, S8).
 * @throws Refusal 404, 409 as `lockPolicy`
 */
export async function setPlaces(
  work: Work,
  id: PolicyId,
  revision: number,
  places: readonly { readonly role: string; readonly required: boolean }[],
  doubt?: number,
): Promise<void> {
  const { record } = await lockPolicy(work, id, 'edit', revision);
  const document = setSignatures(
    record.document,
    places.map(({ role }) => role),
  );
  const doubts = settleDoubts(record.doubts, document, doubt, 'changed');
  await replacePlaces(work, id, places);
  await writePolicy(work, record, { document: canonicalJson(document), doubts });
  const required = places.filter((place) => place.required).length;
  work.audit({
    act: 'policy.signers-set',
    object: `policy:${id}`,
    detail: { places: places.length, required },
  });
}

/** Why a version cannot be adopted, in words for the school; undefined when it can. */
export function whyNotAdopt(record: PolicyRecord): string | undefined {
  const count = openDoubts(record.doubts).length;
  if (count === 0) return undefined;
  return count === 1 ? 'There is still 1 thing to settle.' : `There are still ${count} things to settle.`;
}

/**
 * Records that the Board adopted a version (S4, D19). From here on its words are fixed and have a hash.
 * @throws Refusal 404, 409 as `lockPolicy`, and 409 while there are doubts to settle
 */
export async function adoptPolicy(
  work: Work,
  id: PolicyId,
  revision: number,
  adoption: Adoption,
): Promise<void> {
  const { record, state } = await lockPolicy(work, id, 'adopt', revision);
  const why = whyNotAdopt(record);
  if (why) throw notYet(`The policy cannot be adopted yet. ${why}`);
  const hash = documentHash(record.document);
  await writePolicy(work, record, {
    state,
    hash,
    adoptedByBody: adoption.body,
    adoptedOn: adoption.on,
    minuteRef: adoption.minute ?? null,
  });
  const detail = { version: record.number, hash, on: adoption.on.toString() };
  work.audit({ act: 'policy.adopted', object: `policy:${id}`, detail });
}

/** Takes an adopted version back to a draft: the adoption and all signatures on it go. */
export async function reopenPolicy(work: Work, id: PolicyId, revision: number): Promise<void> {
  const { record, state } = await lockPolicy(work, id, 'reopen', revision);
  const signed = (await placesOf(work, id)).filter((place) => place.signed).length;
  await clearPlaces(work, id);
  await writePolicy(work, record, {
    state,
    hash: null,
    adoptedByBody: null,
    adoptedOn: null,
    minuteRef: null,
  });
  work.audit({ act: 'policy.reopened', object: `policy:${id}`, detail: { version: record.number, signed } });
}

async function lockPlace(work: Work, id: PolicyId, place: PlaceId) {
  // The version's row is locked, so that nobody signs twice and nobody signs words that are being taken back.
  const { record } = await lockPolicy(work, id, 'sign', undefined);
  const all = await placesOf(work, id);
  const found = all.find((each) => each.id === place);
  if (!found) throw notFound();
  if (found.signed) throw notYet('There is a signature here already.');
  return { record, all, found };
}

function auditSigned(work: Work, { id, hash }: PolicyRecord, place: SignaturePlace, method: string): void {
  const detail = { place: place.id, method, hash: hash ?? null };
  work.audit({ act: 'policy.signed', object: `policy:${id}`, detail });
}

/** A signature on screen by the person who is signed in. Throws Refusal 403 when their role does not sign there. */
export async function signOnScreen(
  work: Work,
  id: PolicyId,
  place: PlaceId,
  name: string,
  who: { readonly member: MemberId; readonly roles: readonly Role[] },
): Promise<void> {
  const { record, all, found } = await lockPlace(work, id, place);
  const why = whyNotSign(found, all, who);
  if (why) throw new Refusal(403, why, 'If you think it is yours to sign, ask the school office.');
  await fillPlace(work, place, { method: 'screen', name, on: schoolDay(work.now), by: who.member });
  await writePolicy(work, record, {});
  auditSigned(work, record, found, 'screen');
}

/** Records a signature that was written on paper. */
export async function recordPaperSignature(
  work: Work,
  id: PolicyId,
  place: PlaceId,
  paper: { readonly name: string; readonly on: Temporal.PlainDate; readonly by: MemberId },
): Promise<void> {
  const { record, found } = await lockPlace(work, id, place);
  await fillPlace(work, place, { method: 'paper', ...paper });
  await writePolicy(work, record, {});
  auditSigned(work, record, found, 'paper');
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
 * @throws Refusal 404, 409 as `lockPolicy`, and 409 while a signature is missing or the day cannot be
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
  if (why) throw notYet(why);
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
