import { canonicalJson, setSignatures } from '@handbell/policy';
import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { formatShortDate } from '../ui/index.ts';
import type { Adoption, Approval } from './adopting.ts';
import { openDoubts, settleDoubts } from './doubts.ts';
import { lockPolicy, writePolicy } from './drafts.ts';
import { notTaken } from './left-out.ts';
import { clearPlaces, placesOf, replacePlaces } from './signatures.ts';
import { documentHash, type PolicyId, type PolicyRecord } from './version.ts';

/** Something that must happen first; the message is for the person who tried. */
export function notYet(why: string): Refusal {
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

/** Why a version cannot be approved, in words for the school; undefined when it can. */
export function whyNotApprove(record: PolicyRecord): string | undefined {
  const left = notTaken(record.document, record.leftOut).length;
  const count = openDoubts(record.doubts).length + left;
  if (!record.document.sections.some(({ clauses }) => clauses.length > 0)) return 'It has no clauses yet.';
  if (count === 0) return undefined;
  return count === 1 ? 'There is still 1 thing to settle.' : `There are still ${count} things to settle.`;
}

/**
 * Records that somebody approved a draft to go to the Board. From here on its words are fixed and have a hash.
 * @throws Refusal 404, 409 as `lockPolicy`, and 409 while there are doubts to settle
 */
export async function approvePolicy(
  work: Work,
  id: PolicyId,
  revision: number,
  { by, on }: Approval,
): Promise<void> {
  const { record, state } = await lockPolicy(work, id, 'approve', revision);
  const why = whyNotApprove(record);
  if (why) throw notYet(`The policy cannot be approved yet. ${why}`);
  const hash = documentHash(record.document);
  await writePolicy(work, record, { state, hash, approvedBy: by, approvedOn: on });
  const detail = { version: record.number, hash, on: on.toString() };
  work.audit({ act: 'policy.approved', object: `policy:${id}`, detail });
}

/** Why a day of adoption cannot be, in words for the school; undefined when it can. */
export function whyNotAdoptOn(
  { approval }: Pick<PolicyRecord, 'approval'>,
  on: Temporal.PlainDate,
): string | undefined {
  if (!approval || Temporal.PlainDate.compare(on, approval.on) >= 0) return undefined;
  return `It was approved on ${formatShortDate(approval.on)}, so it cannot have been adopted before that`;
}

/**
 * Records that the Board, or whoever acts for it, adopted an approved version (S4, D19).
 * @throws Refusal 404, 409 as `lockPolicy`, and 409 for a day before the approval
 */
export async function adoptPolicy(
  work: Work,
  id: PolicyId,
  revision: number,
  adoption: Adoption,
): Promise<void> {
  const { record, state } = await lockPolicy(work, id, 'adopt', revision);
  const why = whyNotAdoptOn(record, adoption.on);
  if (why) throw notYet(`${why}.`);
  await writePolicy(work, record, {
    state,
    adoptedByBody: adoption.body,
    adoptedHow: adoption.how ?? null,
    adoptedOn: adoption.on,
    adoptedMeeting: adoption.meeting ?? null,
    minuteRef: adoption.minute ?? null,
    adoptedVote: adoption.vote ?? null,
  });
  const detail = { version: record.number, hash: record.hash ?? null, on: adoption.on.toString() };
  work.audit({ act: 'policy.adopted', object: `policy:${id}`, detail });
}

/** Takes an approved or adopted version back to a draft: approval, adoption and all signatures on it go. */
export async function reopenPolicy(work: Work, id: PolicyId, revision: number): Promise<void> {
  const { record, state } = await lockPolicy(work, id, 'reopen', revision);
  const signed = (await placesOf(work, id)).filter((place) => place.signed).length;
  await clearPlaces(work, id);
  await writePolicy(work, record, {
    state,
    hash: null,
    approvedBy: null,
    approvedOn: null,
    adoptedByBody: null,
    adoptedHow: null,
    adoptedOn: null,
    adoptedMeeting: null,
    minuteRef: null,
    adoptedVote: null,
  });
  work.audit({ act: 'policy.reopened', object: `policy:${id}`, detail: { version: record.number, signed } });
}
