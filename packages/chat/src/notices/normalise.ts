import { MARKS } from '../header/characters.ts';

const ODD = /[\u00a0\u061c\u200e\u200f\u2009\u2019\u02bc\u202a-\u202f\u2066-\u2069\ufeff]/;

/**
 * Brings a notice to the form its wording is compared in: no marks, plain spaces and apostrophes, no full stop at the
 * end. The length may change, so what is cut out of it is only ever a name or a value.
 * @param text the notice as printed
 */
export function normaliseNotice(text: string): string {
  const start = text.charCodeAt(0) === 0x200e ? text.slice(1) : text;
  const plain = ODD.test(start)
    ? start
        .replace(MARKS, '')
        .replace(/[\u00a0\u202f\u2009]/g, ' ')
        .replace(/[’ʼ]/g, "'")
    : start;
  const trimmed = plain.trim();
  return /[.。।۔]$/.test(trimmed) ? trimmed.slice(0, -1) : trimmed;
}
