import type { Markers } from './markers.ts';

const LRM = 0x200e;
const GREATER = 62;
const CLOSE = 41;
const WIDE_CLOSE = 0xff09;
const PLACE = /(?:\?q=[-\d.,]+|\/v\/[\da-f]+)$/;
const LONGEST_PLACE = 64;
const NEWLINE = 10;
const COLON = 58;
const DASH = 45;
/** Where "-WA" stands in the names that Android gives files. */
const PHONE_FILE_MARK = 12;
/** Longest words in brackets after a file's name. */
const LONGEST_WORDS = 62;
const FILTER_SIZE = 1 << 13;
/** Letters that are compared: what a wording leaves open comes later. */
const LONGEST_BEGIN = 8;

function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 67 + text.charCodeAt(at + 1)) & (FILTER_SIZE - 1);
}

/** Lets through what begins with one of some words. */
export class BeginFilter {
  // By their first two letters: most texts go no further than these.
  readonly #pairs = new Uint8Array(FILTER_SIZE);
  readonly #words = new Map<number, string[]>();

  /** @param words what a body may begin with */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      const pair = pairAt(word, 0);
      this.#pairs[pair] = 1;
      this.#words.set(pair, [...(this.#words.get(pair) ?? []), word.slice(0, LONGEST_BEGIN)]);
    }
  }

  /** May the text at `from` begin with one of the words? Looks at their first letters only. */
  passes(text: string, from: number): boolean {
    const pair = pairAt(text, from);
    return (
      this.#pairs[pair] === 1 && (this.#words.get(pair)?.some((word) => text.startsWith(word, from)) ?? false)
    );
  }
}

// Does the text before `to` end like "?q=51.5,-0.12" or "/v/4e89af95e5fa82ad4c0aa03b"?
function endsLikePlace(text: string, from: number, to: number): boolean {
  const last = text.charCodeAt(to - 1);
  const isHex = (last >= 48 && last <= 57) || (last >= 97 && last <= 102);
  return isHex && PLACE.test(text.slice(Math.max(from, to - LONGEST_PLACE), to));
}

// Does the text begin like the name that Android gives a file: "IMG-20231117-WA0004.jpg"?
function hasPhoneFile(text: string, from: number): boolean {
  return text.startsWith('-WA', from + PHONE_FILE_MARK) && text.charCodeAt(from + 3) === DASH;
}

// Does the text before `to` end with "(file attached)" in some language, or with the name of a file in the zip?
function endsWithFileWords(text: string, from: number, to: number, markers: Markers): boolean {
  const limit = Math.max(from, to - LONGEST_WORDS);
  for (let at = to - 2; at >= limit; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) return false;
    if (code === 40 || code === 0xff08) {
      const isNamed = markers.hasFiles || hasPhoneFile(text, from);
      return isNamed || markers.fileAttached.has(text.slice(at + 1, to - 1));
    }
  }
  return false;
}

// Does the first of several lines end with a bracket, as a file's name with its caption below does?
function hasFileLine(text: string, from: number, to: number, markers: Markers): boolean {
  const limit = Math.min(to, from + 320);
  for (let at = from; at < limit; at += 1) {
    if (text.charCodeAt(at) !== NEWLINE) continue;
    const before = text.charCodeAt(at - 1) === 13 ? text.charCodeAt(at - 2) : text.charCodeAt(at - 1);
    if (before === GREATER || before === COLON) return true;
    const end = text.charCodeAt(at - 1) === 13 ? at - 1 : at;
    return (before === CLOSE || before === WIDE_CLOSE) && endsWithFileWords(text, from, end, markers);
  }
  return false;
}

/**
 * Could this body be more than plain text? Looks at its ends only, for speed: what it lets through is then looked at
 * closely, what it turns away is text.
 * @param text the chat
 * @param from where the body begins
 * @param to where it ends
 * @param severalLines whether the body has more than one line
 * @param markers the words of the languages in use
 */
export function maybeSpecial(
  text: string,
  from: number,
  to: number,
  severalLines: boolean,
  markers: Markers,
): boolean {
  if (to <= from) return true;
  const first = text.charCodeAt(from);
  const last = text.charCodeAt(to - 1);
  if (first === LRM || first === 60 || last === GREATER) return true;
  if ((last === CLOSE || last === WIDE_CLOSE) && endsWithFileWords(text, from, to, markers)) return true;
  if (last <= 32 || first <= 32 || markers.begins.passes(text, from) || endsLikePlace(text, from, to))
    return true;
  return severalLines && hasFileLine(text, from, to, markers);
}
