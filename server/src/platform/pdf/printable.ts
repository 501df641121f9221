import type { Coverage } from './coverage.ts';

/** What stands where a character cannot be printed: the Unicode replacement character. */
export const UNPRINTABLE = '\u{FFFD}';

const CONTROL = /[^\P{Cc}\t\n]/gu;
/** Marks that turn the direction of text round: in a name they could reverse the sentence it stands in. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/gu;
/** Characters without a shape of their own, which any font passes over: joiners, variation selectors, space. */
const SHAPELESS = /^[\p{Default_Ignorable_Code_Point}\s]$/u;

/** The byte order mark, which comes with pasted text: it is nothing, and fonts do not pass over it. */
const ORDER_MARK = /\uFEFF/gu;
/** The one space that has a shape, which no font here has: the Ogham space mark. */
const DRAWN_SPACE = /\u1680/gu;

/** Text without the characters that no document may hold, every space of it one that any font passes over. */
export function tidy(text: string): string {
  return text
    .replaceAll(CONTROL, '')
    .replaceAll(DIRECTION, '')
    .replaceAll(ORDER_MARK, '')
    .replaceAll(DRAWN_SPACE, ' ')
    .toWellFormed();
}

/** Text in which everything that no font can print whole is replaced, so that the rest can be printed. */
export function printable(text: string, fonts: readonly Coverage[]): string {
  const segments = new Intl.Segmenter('en').segment(text);
  return Array.from(segments, ({ segment }) => (isCovered(segment, fonts) ? segment : UNPRINTABLE)).join('');
}

function isCovered(segment: string, fonts: readonly Coverage[]): boolean {
  const shapes = Array.from(segment).filter((character) => !SHAPELESS.test(character));
  return fonts.some((covers) => shapes.every((character) => covers(character.codePointAt(0) ?? 0)));
}
