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

/**
 * Does a line begin with the header of an entry?
 * @param text the chat
 * @param from where the line begins
 * @param worded whether headers that begin with a word ("Sat, Feb 9, 2019") are looked for too
 * @param hit filled when it does
 */
export function recognise(text: string, from: number, worded: boolean, hit: HeaderHit): boolean {
  const start = skipMarks(text, from);
  const code = text.charCodeAt(start);
  const promising = code === OPEN || (code >= 48 && code <= 57);
  if (promising) {
    if (recognisePlain(text, start, hit)) return true;
  } else if (!worded && digitValue(code) < 0) return false;
  return recogniseWide(text, start, hit);
}
