import { createHmac, randomInt } from 'node:crypto';
import type { Work } from '../platform/work.ts';
import { CODE_WORDS } from './code-words.ts';

/** Signs that cannot be taken for each other, without vowels so that no word comes out. */
const SIGNS = '23456789BCDFGHJKMNPQRSTVWXZ';
const REFERENCE_SIGNS = 4;
const WORDS = 5;

const drawFrom = (signs: ArrayLike<string>, count: number): readonly string[] =>
  Array.from({ length: count }, () => signs[randomInt(signs.length)] ?? '');

/** A fresh receipt code such as "amber-kitten-harvest-lilac-drum": five words of more than 1,200, over 51 bits. */
export function newCode(): string {
  return drawFrom(CODE_WORDS, WORDS).join('-');
}

/** A concern's reference such as "C-2027-7KQM": drawn, not counted, so that it tells nobody how many there are. */
export function newReference(year: number): string {
  return `C-${year}-${drawFrom(SIGNS, REFERENCE_SIGNS).join('')}`;
}

/** The code as its writer meant it: case, spaces and hyphens do not matter. */
export function plainCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** Whether two codes are one, however they were typed. */
export function sameCode(one: string, other: string): boolean {
  return plainCode(one) !== '' && plainCode(one) === plainCode(other);
}

/**
 * The form in which a code is kept; codes of letters and numbers from before there were words are kept alike. A keyed
 * hash is enough here and a slow one is not needed: a code is random with more than 50 bits, not chosen by a person, so
 * there is no list of likely ones to try, and without the school's key a stolen table cannot be tried at all. Every
 * entry, whatever it looks like, costs the same.
 */
export function codeHash(work: Work, code: string): Buffer {
  return createHmac('sha256', work.keys.derive('concern code')).update(plainCode(code)).digest();
}
