import { createHmac } from 'node:crypto';
import type { Work } from '../platform/work.ts';
import { codeFrom, plainCode } from './code.ts';
import type { Signer } from './rules.ts';

/** One showing of the form in which somebody signs. */
export interface Attempt {
  /** Drawn when the form is first shown, and carried along; at least 128 bits. */
  readonly token: string;
  readonly documentHash: string;
  readonly signer: Signer;
}

/**
 * The receipt code of a signing. It follows from what was sent and from the school's key, so that the same form sent
 * twice has one receipt, and nobody without the key can work a code out.
 */
export function receiptCode(work: Work, { token, documentHash, signer }: Attempt): string {
  const { name, childClass = '', relationship = '' } = signer;
  const digest = createHmac('sha256', work.keys.derive('agreement receipt'))
    .update(JSON.stringify([token, documentHash, name, childClass, relationship]))
    .digest();
  return codeFrom(digest);
}

/** The form in which a code is kept: a keyed hash. How it is typed does not matter. */
export function receiptHash(work: Work, code: string): Buffer {
  return createHmac('sha256', work.keys.derive('agreement receipt hash')).update(plainCode(code)).digest();
}
