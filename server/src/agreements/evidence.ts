import { createHmac } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Work } from '../platform/work.ts';
import type { PolicyId } from '../policies/version.ts';
import type { AgreementId, Method, Signer, Way } from './rules.ts';

/** Everything that an agreement stands for, as it was when it was given (S9). */
export interface Evidence {
  readonly id: AgreementId;
  readonly policy: PolicyId;
  readonly documentHash: string;
  readonly statement: string;
  readonly method: Method;
  readonly way: Way | undefined;
  /** The language it was read in, as a tag. */
  readonly language: string;
  readonly signedOn: Temporal.PlainDate;
  readonly recordedAt: Temporal.Instant;
  readonly signer: Signer;
}

/**
 * The keyed digest (HMAC-SHA-256) of a record: it stands beside the record and, in hex, in the audit chain, so that a
 * name or a time that is changed afterwards shows. Without the school's key nobody can make it or guess a name from it.
 */
export function recordDigest(work: Work, evidence: Evidence): Buffer {
  const { id, policy, documentHash, statement, method, way, language, signedOn, recordedAt } = evidence;
  const { name, childClass, relationship } = evidence.signer;
  const facts = [
    [1, id, policy, documentHash, statement, method, way ?? '', language],
    [signedOn.toString(), recordedAt.toString({ smallestUnit: 'millisecond' })],
    [name, childClass ?? '', relationship ?? ''],
  ];
  return createHmac('sha256', work.keys.derive('agreement digest')).update(JSON.stringify(facts)).digest();
}
