import { MARKS } from '../header/characters.ts';

/**
 * Brings a notice to the form its wording is compared in: no marks, plain spaces and apostrophes, no full stop at the
 * end. The length may change, so what is cut out of it is only ever a name or a value.
 * @param text the notice as printed
 */
export function normaliseNotice(text: string): string {
  return text
    .replace(MARKS, '')
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[’ʼ]/g, "'")
    .trim()
    .replace(/[.。।۔]$/, '');
}
