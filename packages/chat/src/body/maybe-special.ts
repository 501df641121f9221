import type { Markers } from './markers.ts';

const LRM = 0x200e;
const GREATER = 62;
const CLOSE = 41;
const WIDE_CLOSE = 0xff09;
const SLASH = 47;
const LOWER_V = 118;
const LOWER_Q = 113;
const EQUALS = 61;
const VENUE_ID = 24;
const NEWLINE = 10;
const COLON = 58;
const DASH = 45;
/** Where "-WA" stands in the names that Android gives files. */
const PHONE_FILE_MARK = 12;
/** Longest words in brackets after a file's name. */
const LONGEST_WORDS = 62;
const FILTER_SIZE = 1 << 13;
/** Characters that the filter looks at: many of a long word, few of a short one. */
const MANY = 8;
const FEW = 4;

// Hash of the characters at `at`.
function hashAt(text: string, at: number, count: number): number {
  let hash = count;
  for (let next = at; next < at + count; next += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(next)) | 0;
  return hash;
}

function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 67 + text.charCodeAt(at + 1)) & (FILTER_SIZE - 1);
}

// The words' beginnings of one length: a small table turns most texts away, a set of whole hashes nearly all others.
class Beginnings {
  readonly #count: number;
  readonly #slots = new Uint8Array(FILTER_SIZE);
  readonly #hashes = new Set<number>();

  constructor(count: number) {
    this.#count = count;
  }

  add(word: string): void {
    const hash = hashAt(word, 0, this.#count);
    this.#slots[(hash ^ (hash >>> 16)) & (FILTER_SIZE - 1)] = 1;
    this.#hashes.add(hash);
  }

  has(text: string, from: number): boolean {
    const hash = hashAt(text, from, this.#count);
    return this.#slots[(hash ^ (hash >>> 16)) & (FILTER_SIZE - 1)] === 1 && this.#hashes.has(hash);
  }
}

/** Lets through what begins like one of some words. */
export class BeginFilter {
  readonly #many = new Beginnings(MANY);
  readonly #few = new Beginnings(FEW);
  readonly #first = new Set<number>();
  // The first two letters: most texts go no further than this.
  readonly #pairs = new Uint8Array(FILTER_SIZE);

  /** @param words what a body may begin with */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      this.#pairs[pairAt(word, 0)] = 1;
      if (word.length >= MANY) this.#many.add(word);
      else if (word.length >= FEW) this.#few.add(word);
      else this.#first.add(word.charCodeAt(0));
    }
  }

  /** May the text at `from` begin with one of the words? */
  passes(text: string, from: number): boolean {
    if (this.#pairs[pairAt(text, from)] === 0) return false;
    return (
      this.#few.has(text, from) ||
      this.#many.has(text, from) ||
      (this.#first.size > 0 && this.#first.has(text.charCodeAt(from)))
    );
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

// Does the text before `to` end like "?q=51.5,-0.12" or "/v/4e89af95e5fa82ad4c0aa03b"?
function endsLikePlace(text: string, from: number, to: number): boolean {
  const last = text.charCodeAt(to - 1);
  if (!isDigit(last) && !(last >= 97 && last <= 102)) return false;
  const before = to - VENUE_ID - 1;
  if (text.charCodeAt(before) === SLASH && text.charCodeAt(before - 1) === LOWER_V) return true;
  if (!isDigit(last)) return false;
  const limit = Math.max(from, to - 48);
  for (let at = to - 1; at >= limit; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === EQUALS) return text.charCodeAt(at - 1) === LOWER_Q;
    if (!isDigit(code) && code !== 44 && code !== 45 && code !== 46) return false;
  }
  return false;
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
