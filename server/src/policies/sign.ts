import type { Temporal } from 'temporal-polyfill';
import type { Role } from '../people/roles.ts';
import { schoolDay } from '../platform/clock.ts';
import { keepFile } from '../platform/files/store.ts';
import type { MemberId } from '../platform/ids.ts';
import { queueMail } from '../platform/mail/outbox.ts';
import { linkUsed, notFound, Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { notYet } from './adoption.ts';
import { findPolicy, lockPolicy, writePolicy } from './drafts.ts';
import { fillPlace, type PlaceId, placeOfLink, placesOf, setLink } from './signatures.ts';
import { type SignaturePlace, type SigningMethod, whyNotSign } from './signing.ts';
import type { PolicyId, PolicyRecord } from './version.ts';

/** Locks a place that waits for a signature. Throws Refusal 404, 409 as `lockPolicy`, and 409 when it is signed. */
async function lockPlace(work: Work, id: PolicyId, place: PlaceId) {
  // The version's row is locked, so that nobody signs twice and nobody signs words that are being taken back.
  const { record } = await lockPolicy(work, id, 'sign', undefined);
  const all = await placesOf(work, id);
  const found = all.find((each) => each.id === place);
  if (!found) throw notFound();
  if (found.signed) throw notYet('There is a signature here already.');
  return { record, all, found };
}

/** Tells the audit record of a signature. */
function auditSigned(
  work: Work,
  { id, hash }: PolicyRecord,
  place: SignaturePlace,
  method: SigningMethod,
): void {
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
  paper: {
    readonly name: string;
    readonly on: Temporal.PlainDate;
    readonly by: MemberId;
    /** The scan of the paper, made safe. */
    readonly scan?: Uint8Array | undefined;
  },
): Promise<void> {
  const { record, found } = await lockPlace(work, id, place);
  const { scan: bytes, ...given } = paper;
  const name = `signature-version-${record.number}.pdf`;
  const scan = bytes && (await keepFile(work, { name, type: 'application/pdf', bytes }));
  await fillPlace(work, place, { method: 'paper', ...given, scan });
  await writePolicy(work, record, {});
  auditSigned(work, record, found, 'paper');
}

/** How long a personal link to sign by is good. */
export const LINK_DAYS = 14;

/**
 * Makes a personal link for whoever signs at a place; an earlier one stops working.
 * @param link what the link is, and whom to mail it to: nobody when it is copied by hand
 */
export async function sendLink(
  work: Work,
  id: PolicyId,
  place: PlaceId,
  link: { readonly secret: string; readonly address: string; readonly email?: string | undefined },
): Promise<void> {
  const { record, found } = await lockPlace(work, id, place);
  await setLink(work, place, link.secret, work.now.add({ hours: 24 * LINK_DAYS }));
  await writePolicy(work, record, {});
  const detail = { place, mailed: link.email !== undefined };
  work.audit({ act: 'policy.sign-link-made', object: `policy:${id}`, detail });
  if (link.email === undefined) return;
  await queueMail(work, {
    to: link.email,
    kind: 'policy-sign-link',
    subject: 'A policy is waiting for your signature',
    text: `The school asks you to sign its policy as ${found.role}.\n\nYou need no account. Open this link, read the policy, and sign if you agree:\n${link.address}\n\nThe link is for you alone and works for ${LINK_DAYS} days. If you did not expect this mail, tell the school office.\n`,
  });
}

/** What a personal link leads to. */
export interface LinkedPlace {
  readonly record: PolicyRecord;
  readonly place: SignaturePlace;
}

/**
 * The place that a personal link is for: still to sign while it is good, or signed with it before.
 * @throws Refusal 410 when the link was replaced, has run out, or the words it was for were taken back
 */
export async function findByLink(work: Work, secret: string): Promise<LinkedPlace> {
  const at = await placeOfLink(work, secret);
  const places = at ? await placesOf(work, at.policy) : [];
  const place = places.find(({ id }) => id === at?.place);
  if (!at || !place || !(place.link || place.signed)) {
    throw linkUsed('This link has run out, or was replaced by a newer one.');
  }
  return { record: await findPolicy(work, at.policy), place };
}

/** A signature on screen by whoever holds the personal link. Throws Refusal 410 as `findByLink`, 409 as `lockPlace`. */
export async function signByLink(work: Work, secret: string, name: string): Promise<void> {
  const { record: shown, place } = await findByLink(work, secret);
  const { record, found } = await lockPlace(work, shown.id, place.id);
  await fillPlace(work, place.id, { method: 'link', name, on: schoolDay(work.now) });
  await writePolicy(work, record, {});
  auditSigned(work, record, found, 'link');
}
