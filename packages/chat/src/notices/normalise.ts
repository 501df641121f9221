import { MARKS, ODD_SPACES } from '../header/characters.ts';

/** Longest notice there is; longer text is no notice. */
export const LONGEST_NOTICE = 1200;

/** Anything but plain letters, and what does not stay at an end. */
const ODD = /[^ -~]|^ |[ .]$/;

/**
 * Brings a notice to the form its wording is compared in: no marks, plain spaces and apostrophes, no full stop at the
 * end. The length may change, so what is cut out of it is only ever a name or a value.
 * @param text the notice as printed
 */
export function normaliseNotice(text: string): string {
  if (!ODD.test(text)) return text;
  const trimmed = text.replace(MARKS, '').replace(ODD_SPACES, ' ').replace(/[’ʼ]/g, "'").trim();
  return /[.。।۔]$/.test(trimmed) ? trimmed.slice(0, -1) : trimmed;
}
