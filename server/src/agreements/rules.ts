import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../platform/ids.ts';
import type { PolicyId } from '../policies/version.ts';
import type { AdultId } from '../roster/adult.ts';

export type AgreementId = Id<'agreement'>;

/** An agreement stands until the person who gave it takes it back. */
export const AGREEMENT_STATES = ['signed', 'withdrawn'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** How it came: typed on a page, or on a paper slip that the office keyed in. */
export const METHODS = ['screen', 'paper'] as const;
export type Method = (typeof METHODS)[number];

/** How somebody came to the form on screen: the school's page, the link of a class, or a link of their own. */
export const WAYS = ['page', 'class-link', 'personal-link'] as const;
export type Way = (typeof WAYS)[number];

/** What a person gives when they agree (D20): their name, and no more than they want of the rest. */
export interface Signer {
  readonly name: string;
  readonly childClass?: string | undefined;
  readonly relationship?: string | undefined;
}

/** Somebody's agreement to one version of the policy, opened. */
export interface Agreement extends Signer {
  readonly id: AgreementId;
  readonly policy: PolicyId;
  readonly documentHash: string;
  readonly method: Method;
  readonly language: string;
  readonly signedOn: Temporal.PlainDate;
  readonly recordedAt: Temporal.Instant;
  readonly state: AgreementState;
  readonly withdrawnAt?: Temporal.Instant;
  /** The sentence beside the box; unset in records from before it was kept, where the version tells it. */
  readonly statement?: string;
  readonly way?: Way;
  readonly adult?: AdultId;
  /** The scan of a paper slip. */
  readonly scan?: Id<'file'>;
  /** Whether the record is as it was made: false when anything in it was changed past Handbell. */
  readonly whole: boolean;
}

/** An agreement that was taken back cannot be taken back again. */
export class AlreadyWithdrawn extends Error {
  override readonly name = 'AlreadyWithdrawn';
}

/**
 * The state of an agreement after its signer takes it back (rule 39: nothing else follows).
 * @throws AlreadyWithdrawn
 */
export function withdrawn(state: AgreementState): AgreementState {
  switch (state) {
    case 'signed':
      return 'withdrawn';
    case 'withdrawn':
      throw new AlreadyWithdrawn('This agreement was withdrawn before.');
  }
}

/** A name in a form in which the same name written a little differently is the same: case, accents and spaces go. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLocaleLowerCase('en-GB')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
