import { createHash } from 'node:crypto';
import { hashInput, type PartialDate, type PolicyDocument } from '@handbell/policy';
import type { Temporal } from 'temporal-polyfill';
import type { Id, MemberId } from '../platform/ids.ts';
import type { Adoption, Approval } from './adopting.ts';
import type { SettledDoubt } from './doubts.ts';
import type { LeftOut } from './left-out.ts';
import type { PolicyState } from './life.ts';

export type PolicyId = Id<'policy'>;

/** One version of a school's policy, in any state. */
export interface PolicyRecord {
  readonly id: PolicyId;
  /** Counts the school's versions from 1. */
  readonly number: number;
  readonly state: PolicyState;
  /** Counts the changes to this record. */
  readonly revision: number;
  readonly document: PolicyDocument;
  readonly doubts: readonly SettledDoubt[];
  /** Words of the source that were left out on purpose. */
  readonly leftOut: readonly LeftOut[];
  readonly file?: { readonly id: Id<'file'>; readonly name: string };
  readonly madeBy: MemberId;
  readonly madeAt: Temporal.Instant;
  readonly hash?: string;
  readonly approval?: Approval;
  readonly adoption?: Adoption;
  readonly inForceFrom?: Temporal.PlainDate;
  /** The first day it was not in force any more. */
  readonly inForceUntil?: Temporal.PlainDate;
  readonly pdf?: Id<'file'>;
  /** The policy in a few plain words; no part of what is adopted. */
  readonly summary?: string;
  /** When it will be reviewed, as the school said apart from the policy's own words. */
  readonly reviewSet?: PartialDate;
  /** Whether it changed something that matters to those who agreed before; said with coming into force. */
  readonly material?: boolean;
}

/** A version that is or was in force: complete, and fixed for ever (rule 38). */
export interface PolicyVersion extends PolicyRecord {
  readonly hash: string;
  readonly adoption: Adoption;
  readonly inForceFrom: Temporal.PlainDate;
  readonly material: boolean;
}

/** Whether a version is or was in force. */
export function isPublished(record: PolicyRecord): record is PolicyVersion {
  return (
    record.inForceFrom !== undefined &&
    record.hash !== undefined &&
    record.adoption !== undefined &&
    record.material !== undefined
  );
}

/** The SHA-256 (hex) that names a document: the same words and settings give the same, one changed letter another. */
export function documentHash(document: PolicyDocument): string {
  return createHash('sha256').update(hashInput(document), 'utf8').digest('hex');
}

/** Signs that cannot be taken for each other on paper. */
const SLIP_SIGNS = '23456789BCDFGHJKMNPQRSTVWXZ';

/**
 * The short code on every paper slip of a version, such as "2-7KQM": the version's number and four signs of its hash, so
 * that the office sees at once when a slip is for other words (S10).
 */
export function slipCode({ number, hash }: Pick<PolicyVersion, 'number' | 'hash'>): string {
  const signs = [0, 2, 4, 6].map((at) => {
    const byte = Number.parseInt(hash.slice(at, at + 2), 16);
    return SLIP_SIGNS.charAt(byte % SLIP_SIGNS.length);
  });
  return `${number}-${signs.join('')}`;
}
