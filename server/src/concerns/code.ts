import { createHmac, randomInt } from 'node:crypto';
import type { Work } from '../platform/work.ts';

/** Signs that cannot be taken for each other, without vowels so that no word comes out. */
const SIGNS = '23456789BCDFGHJKMNPQRSTVWXZ';
const GROUPS = 3;
const GROUP_SIGNS = 4;

const draw = (count: number): string =>
  Array.from({ length: count }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');

/** A fresh receipt code such as "7KQM-X4PD-9WRT": 12 signs of 27, which is 57 bits. */
export function newCode(): string {
  return Array.from({ length: GROUPS }, () => draw(GROUP_SIGNS)).join('-');
}

/** A concern's reference such as "C-2027-7KQM": drawn, not counted, so that it tells nobody how many there are. */
export function newReference(year: number): string {
  return `C-${year}-${draw(GROUP_SIGNS)}`;
}

/** The code as its writer meant it: case, spaces and hyphens do not matter. */
function plain(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/**
 * The form in which a code is kept. A keyed hash is enough here and a slow one is not needed: a code is random with 57
 * bits, not chosen by a person, so there is no list of likely ones to try, and without the school's key a stolen
 * table cannot be tried at all. Every entry, whatever it looks like, costs the same.
 */
export function codeHash(work: Work, code: string): Buffer {
  return createHmac('sha256', work.keys.derive('concern code')).update(plain(code)).digest();
}
