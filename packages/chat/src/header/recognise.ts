import { digitValue, isDigit } from './characters.ts';
import { BEYOND_ASCII, SQUARE_OPEN } from './codes.ts';
import type { HeaderHit } from './hit.ts';
import { codeAt, type Letters } from './letters.ts';
import { recognisePlain } from './recognise-plain.ts';
import { LONGEST_HEADER, recogniseWide } from './recognise-wide.ts';
import { markBytes, skipCharacters, WIDEST } from './utf8.ts';

// After a header's first number comes one of these: a separator, a space, a sign for "year", an invisible mark.
function mayGoOn(code: number): boolean {
  return (code > 44 && code < 48) || code === 58 || code === 32 || code > 127;
}

/**
 * Does a line begin with the header of an entry?
 * @param letters the chat
 * @param line where the line begins
 * @param mode `plain` looks for the common headers only, `worded` also for those that begin with a word
 * @param hit filled when it does
 */
export function recognise(
  letters: Letters,
  line: number,
  mode: 'plain' | 'wide' | 'worded',
  hit: HeaderHit,
): boolean {
  const { bytes } = letters;
  let at = line;
  let code = bytes[at] ?? 0;
  if (code >= BEYOND_ASCII) {
    for (let mark = markBytes(bytes, at); mark > 0; mark = markBytes(bytes, at)) {
      at += mark;
    }
    code = bytes[at] ?? 0;
  }
  if (code === SQUARE_OPEN || isDigit(code)) {
    if (recognisePlain(letters, at, hit)) return true;
    if (mode === 'plain') return false;
    if (code !== SQUARE_OPEN) {
      let next = at + 1;
      while (next < at + 4 && isDigit(bytes[next] ?? 0)) next += 1;
      if (!mayGoOn(bytes[next] ?? 0)) return false;
    }
  } else if (mode === 'plain' || (mode === 'wide' && digitValue(codeAt(bytes, at)) < 0)) return false;
  if (!recogniseWide(letters.piece(at, at + LONGEST_HEADER * WIDEST), 0, hit)) return false;
  hit.body = skipCharacters(bytes, at, hit.body);
  return true;
}
