import type { Temporal } from 'temporal-polyfill';
import type { Role } from '../people/roles.ts';
import type { Id, MemberId } from '../platform/ids.ts';

/**
 * How a signature came: typed by a signed-in person, typed by whoever got a personal link, or written on paper and
 * recorded by the office.
 */
export type SigningMethod = 'screen' | 'link' | 'paper';

/** A signature in its place. */
export interface Signed {
  readonly method: SigningMethod;
  /** The name as it was typed or written. */
  readonly name: string;
  readonly on: Temporal.PlainDate;
  /** Who signed while signed in, or who recorded the paper; nobody for a personal link. */
  readonly recordedBy?: MemberId;
  /** The scan of the paper. */
  readonly scan?: Id<'file'>;
}

/** One place for a signature on a version (S7, S8). */
export interface SignaturePlace {
  readonly id: Id<'policy-signature'>;
  /** Who signs there, as the policy writes it ("Governor responsible"). */
  readonly role: string;
  /** Whether the version can be in force without it. */
  readonly required: boolean;
  readonly signed?: Signed;
  /** A personal link to sign by that is out, until when it is good. */
  readonly link?: { readonly expiresAt: Temporal.Instant };
}

const NOT_THEMSELVES = /\b(?:deputy|assistant|vice|acting)\b|\bPTA\b/iu;
const OFFICES: readonly (readonly [RegExp, readonly Role[]])[] = [
  [/\b(?:head ?-?teacher|head of school|head|principal|pennaeth)\b/iu, ['head']],
  [/\b(?:chair(?:man|woman|person)?|cadeirydd)\b/iu, ['chair']],
  [/\b(?:governors?|trustees?|directors?|board|llywodraethw?yr?)\b/iu, ['governor', 'chair']],
];

/**
 * The roles of Handbell whose holders may sign on screen at a place (S7, S8). None for offices that Handbell does not
 * know: their signatures are recorded from paper.
 * @param place the office as the policy writes it
 */
export function signersOf(place: string): readonly Role[] {
  if (NOT_THEMSELVES.test(place)) return [];
  return OFFICES.find(([words]) => words.test(place))?.[1] ?? [];
}

/** Why somebody cannot sign at a place, in words for them; undefined when they can. One person signs once. */
export function whyNotSign(
  place: SignaturePlace,
  all: readonly SignaturePlace[],
  who: { readonly member: MemberId; readonly roles: readonly Role[] },
): string | undefined {
  if (place.signed) return 'There is a signature here already.';
  if (!signersOf(place.role).some((role) => who.roles.includes(role))) {
    return `Only the person who is ${place.role} signs here.`;
  }
  const own = all.find(({ signed }) => signed?.method === 'screen' && signed.recordedBy === who.member);
  return own && `You have signed this version as ${own.role}. Somebody else signs here.`;
}

/** The places that must still be signed before the version can be in force (rule 38). */
export function unsigned(places: readonly SignaturePlace[]): readonly SignaturePlace[] {
  return places.filter(({ required, signed }) => required && !signed);
}
