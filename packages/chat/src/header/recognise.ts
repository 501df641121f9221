import { digitValue, isMark } from './characters.ts';
import type { HeaderHit } from './hit.ts';
import { recognisePlain } from './recognise-plain.ts';
import { recogniseWide } from './recognise-wide.ts';

const OPEN = 91;

/**
 * Position of the first character of a line that is not an invisible mark.
 * @param text the chat
 * @param from where the line begins
 */
export function skipMarks(text: string, from: number): number {
  let at = from;
  while (isMark(text.charCodeAt(at))) at += 1;
  return at;
}

// After a header's first number comes one of these: a separator, a space, a sign for "year", an invisible mark.
function mayGoOn(code: number): boolean {
  return code === 47 || code === 46 || code === 45 || code === 58 || code === 32 || code > 127;
}

/**
 * Does a line begin with the header of an entry?
 * @param text the chat
 * @param from where the line begins
 * @param mode `plain` looks for the common headers only, `worded` also for those that begin with a word
 * @param hit filled when it does
 */
export function recognise(
  text: string,
  from: number,
  mode: 'plain' | 'wide' | 'worded',
  hit: HeaderHit,
): boolean {
  let start = from;
  let code = text.charCodeAt(start);
  if (code > 127 && isMark(code)) {
    start = skipMarks(text, start);
    code = text.charCodeAt(start);
  }
  if (code === OPEN || (code >= 48 && code <= 57)) {
    if (recognisePlain(text, start, hit)) return true;
    if (mode === 'plain') return false;
    if (code !== OPEN) {
      let next = start + 1;
      while (next < start + 4 && isDigit(text.charCodeAt(next))) next += 1;
      if (!mayGoOn(text.charCodeAt(next))) return false;
    }
  } else if (mode === 'plain' || (mode === 'wide' && digitValue(code) < 0)) return false;
  return recogniseWide(text, start, hit);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
