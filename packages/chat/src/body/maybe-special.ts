import type { Markers } from './markers.ts';

const LRM = 0x200e;
const GREATER = 62;
const CLOSE = 41;
const WIDE_CLOSE = 0xff09;
const PLACE = /(?:\?q=[-\d.,]+|\/v\/[\da-f]+)$/;
const LONGEST_PLACE = 64;
/** Longest line that may hold a file's name. */
const LONGEST_LINE = 320;
const NEWLINE = 10;
const RETURN = 13;
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
function endsLikePlace(text: string, to: number): boolean {
  const last = text.charCodeAt(to - 1);
  const isHex = (last >= 48 && last <= 57) || (last >= 97 && last <= 102);
  return isHex && PLACE.test(text.slice(Math.max(0, to - LONGEST_PLACE), to));
}

// Does the text begin like the name that Android gives a file: "IMG-20231117-WA0004.jpg"?
function hasPhoneFile(text: string): boolean {
  return text.startsWith('-WA', PHONE_FILE_MARK) && text.charCodeAt(3) === DASH;
}

// Does the text before `to` end with "(file attached)" in some language, or with the name of a file in the zip?
function endsWithFileWords(text: string, to: number, markers: Markers): boolean {
  const limit = Math.max(0, to - LONGEST_WORDS);
  for (let at = to - 2; at >= limit; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) return false;
    if (code === 40 || code === 0xff08) {
      const isNamed = markers.hasFiles || hasPhoneFile(text);
      return isNamed || markers.fileAttached.has(text.slice(at + 1, to - 1));
    }
  }
  return false;
}

// Does a line, the first of several, end with a bracket, as a file's name with its caption below does?
function isFileLine(text: string, lineEnd: number, markers: Markers): boolean {
  if (lineEnd < 0 || lineEnd >= LONGEST_LINE) return false;
  const end = text.charCodeAt(lineEnd - 1) === RETURN ? lineEnd - 1 : lineEnd;
  const last = text.charCodeAt(end - 1);
  if (last === GREATER || last === COLON) return true;
  return (last === CLOSE || last === WIDE_CLOSE) && endsWithFileWords(text, end, markers);
}

/**
 * Could this body be more than plain text? Looks at its ends only, for speed: what it lets through is then looked at
 * closely, what it turns away is text.
 * @param text the body as printed, after the sender
 * @param markers the words of the languages in use
 */
export function maybeSpecial(text: string, markers: Markers): boolean {
  // Spaces and line ends behind the words hide what they end with.
  let to = text.length;
  while (to > 0 && text.charCodeAt(to - 1) <= 32) to -= 1;
  if (to === 0 || (to < text.length && /[\r\u200e]/.test(text))) return true;
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(to - 1);
  if (first === LRM || first === 60 || first <= 32 || last === GREATER) return true;
  if ((last === CLOSE || last === WIDE_CLOSE) && endsWithFileWords(text, to, markers)) return true;
  if (markers.begins.passes(text, 0) || endsLikePlace(text, to)) return true;
  const lineEnd = text.indexOf('\n');
  // Lines may end with CRLF inside a message too: then its words must be written anew.
  return isFileLine(text, lineEnd, markers) || text.charCodeAt(lineEnd - 1) === RETURN;
}
