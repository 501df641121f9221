import { createHmac } from 'node:crypto';
import type { Work } from '../platform/work.ts';
import type { Signer } from './rules.ts';

/** Signs that cannot be taken for each other, without vowels so that no word comes out. */
const SIGNS = '23456789BCDFGHJKMNPQRSTVWXZ';
const LENGTH = 12;
const GROUP = 4;

/** One showing of the form in which somebody signs. */
export interface Attempt {
  /** Drawn when the form is first shown, and carried along; at least 128 bits. */
  readonly token: string;
  readonly documentHash: string;
  readonly signer: Signer;
}

/**
 * The receipt code of a signing, such as "7KQM-X4PD-9WRT": 12 signs of 27, which is 57 bits. It follows from what was
 * sent and from the school's key, so that the same form sent twice has one receipt, and nobody without the key can
 * work a code out.
 */
export function receiptCode(work: Work, { token, documentHash, signer }: Attempt): string {
  const { name, childClass = '', relationship = '' } = signer;
  const digest = createHmac('sha256', work.keys.derive('agreement receipt'))
    .update(JSON.stringify([token, documentHash, name, childClass, relationship]))
    .digest('hex');
  // 256 bits against 57: what is left over favours no sign by more than 2 to the power of -199.
  let left = BigInt(`0x${digest}`);
  let signs = '';
  for (let at = 0; at < LENGTH; at += 1) {
    signs += SIGNS.charAt(Number(left % BigInt(SIGNS.length)));
    left /= BigInt(SIGNS.length);
  }
  return signs.replaceAll(new RegExp(`.{${GROUP}}(?!$)`, 'g'), '$&-');
}

/** The form in which a code is kept: a keyed hash. How it is typed does not matter: case, spaces, hyphens. */
export function receiptHash(work: Work, code: string): Buffer {
  const plain = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return createHmac('sha256', work.keys.derive('agreement receipt hash')).update(plain).digest();
}
