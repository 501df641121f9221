import { digitValue } from './characters.ts';
import type { HeaderHit } from './hit.ts';
import { recognisePlain } from './recognise-plain.ts';
import { recogniseWide } from './recognise-wide.ts';
import { type Letters, markBytes, skipCharacters } from './utf8.ts';

const OPEN = 91;
const BEYOND_ASCII = 128;

// After a header's first number comes one of these: a separator, a space, a sign for "year", an invisible mark.
function mayGoOn(code: number): boolean {
  return code === 47 || code === 46 || code === 45 || code === 58 || code === 32 || code > 127;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/**
 * Does a line begin with the header of an entry?
 * @param letters the chat
 * @param lineFrom where the line begins in the text
 * @param lineAt where it begins among the bytes
 * @param mode `plain` looks for the common headers only, `worded` also for those that begin with a word
 * @param hit filled when it does
 */
export function recognise(
  letters: Letters,
  lineFrom: number,
  lineAt: number,
  mode: 'plain' | 'wide' | 'worded',
  hit: HeaderHit,
): boolean {
  const { text, bytes } = letters;
  let from = lineFrom;
  let at = lineAt;
  let code = bytes[at] ?? 0;
  if (code >= BEYOND_ASCII) {
    for (let mark = markBytes(bytes, at); mark > 0; mark = markBytes(bytes, at)) {
      at += mark;
      from += 1;
    }
    code = bytes[at] ?? 0;
  }
  if (code === OPEN || isDigit(code)) {
    if (recognisePlain(letters, at, from, hit)) return true;
    if (mode === 'plain') return false;
    if (code !== OPEN) {
      let next = at + 1;
      while (next < at + 4 && isDigit(bytes[next] ?? 0)) next += 1;
      if (!mayGoOn(bytes[next] ?? 0)) return false;
    }
  } else if (mode === 'plain' || (mode === 'wide' && digitValue(text.charCodeAt(from)) < 0)) return false;
  if (!recogniseWide(text, from, hit)) return false;
  hit.bodyByte = skipCharacters(bytes, at, hit.body - from);
  return true;
}
