import type { HiddenPerson } from './passage.ts';

/** A piece of a passage: words as they stand, or a bar in the place of some. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'bar'; readonly label: string };

/** What the bar says that stands for a name: the same for everybody, so that it tells of nobody's part. */
export const NAME_BAR = 'another person';

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'rev', 'sir', 'prof', 'and', 'the']);
/** A part of a name this short is covered only as it is written: "an" and "do" are words. */
const SHORT = 2;
/** Digits at the end of a number that make it the same number, with or without the country. */
const NUMBER_TAIL = 9;

/** One sign, however a keyboard writes it. */
const APOSTROPHES = "'’‘`´";

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
const partsOf = (name: string): readonly string[] => name.split(/[\s,;()"]+/u).filter((part) => part !== '');

/** Letters match with and without their marks; spaces match any run of them. */
function letters(text: string): string {
  return [...text.normalize('NFD').replaceAll(/\p{M}/gu, '')]
    .map((each) => {
      if (/\s/u.test(each)) return '\\s+';
      if (APOSTROPHES.includes(each)) return `[${APOSTROPHES}]`;
      return /\p{L}/u.test(each) ? `${each}\\p{M}*` : each.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    })
    .join('');
}

function numberPattern(phone: string): readonly string[] {
  const digits = phone.replaceAll(/\D/g, '').slice(-NUMBER_TAIL);
  if (digits.length < NUMBER_TAIL) return [];
  return [`(?:\\+?\\d[\\d\\s().-]*)?${[...digits].join('[\\s().-]*')}`];
}

/** The patterns that cover a person: their whole name, each part of it, their addresses. */
function patternsOf({ name, email, phone }: HiddenPerson, own: ReadonlySet<string>) {
  const parts = partsOf(name).filter((part) => !TITLES.has(plain(part).replaceAll('.', '')));
  const apart = parts.flatMap((part) => [part, ...part.split(/[-\u2010-\u2015]/u)]);
  const loose = apart.filter((part) => [...part].length > SHORT && !own.has(plain(part)));
  const exact = apart.filter((part) => part !== '' && [...part].length <= SHORT && !own.has(plain(part)));
  const whole = parts.length > 1 ? [parts.join(' ')] : [];
  return {
    loose: [
      ...[...whole, ...loose].map(letters),
      ...(email ? [letters(email)] : []),
      ...numberPattern(phone),
    ],
    exact: exact.map(letters),
  };
}

/** Finds what is to be covered in a text: the places, in order. */
export type Finder = (text: string) => readonly { readonly from: number; readonly to: number }[];

const longestFirst = (patterns: readonly string[]) =>
  [...new Set(patterns)].filter((each) => each !== '').toSorted((one, other) => other.length - one.length);

function expression(patterns: readonly string[], flags: string): RegExp | undefined {
  const all = longestFirst(patterns);
  if (all.length === 0) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${all.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, flags);
}

/**
 * Makes a finder of everybody who must not be told by a copy. A part of a name that the person has themselves ("Rowan" of
 * a brother) is covered only together with the rest, or else their own name would go.
 * @param words others that would tell who somebody is, as a person wrote them down
 * @param own the name of the person whose data it is
 */
export function finderOf(hidden: readonly HiddenPerson[], words: readonly string[], own: string): Finder {
  const ownParts = new Set(partsOf(own).map(plain));
  const all = hidden.map((person) => patternsOf(person, ownParts));
  const typed = words.map((each) => each.trim()).filter((each) => each !== '');
  const loose = expression([...all.flatMap((each) => each.loose), ...typed.map(letters)], 'giu');
  const exact = expression(
    all.flatMap((each) => each.exact),
    'gu',
  );
  return (text) =>
    [loose, exact]
      .flatMap((each) => (each ? [...text.matchAll(each)] : []))
      .map(({ index, 0: found }) => ({ from: index, to: index + found.length }))
      .toSorted((one, other) => one.from - other.from);
}

/** A text with bars in the place of what is to be covered: the covered words are in no piece. */
export function coverNames(text: string, finder: Finder): readonly Piece[] {
  const whole = text.normalize('NFD');
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of finder(whole)) {
    if (to <= at) continue;
    if (from > at) pieces.push({ kind: 'words', text: whole.slice(at, from).normalize('NFC') });
    pieces.push({ kind: 'bar', label: NAME_BAR });
    at = to;
  }
  if (at < whole.length) pieces.push({ kind: 'words', text: whole.slice(at).normalize('NFC') });
  return pieces;
}
