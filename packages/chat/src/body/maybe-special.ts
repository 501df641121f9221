import {
  COLON,
  DASH,
  EQUALS,
  GREATER,
  LESS,
  NEWLINE,
  RETURN,
  ROUND_CLOSE,
  ROUND_OPEN,
  SLASH,
} from '../header/codes.ts';
import { isLrm, Letters } from '../header/letters.ts';
import { slotOf } from '../header/utf8.ts';
import type { Markers } from './markers.ts';

/** Longest line that may hold a file's name, in bytes. */
const LONGEST_LINE = 960;
/** Where "-WA" stands in the names that Android gives files. */
const PHONE_FILE_MARK = 12;
/** Longest words in brackets after a file's name, in bytes. */
const LONGEST_WORDS = 186;
const FILTER_SIZE = 1 << 14;
/** Letters that are compared: what a wording leaves open comes later. */
const LONGEST_BEGIN = 8;

/** Lets through what begins with one of some words. */
export class BeginFilter {
  // By their first four bytes: most texts go no further than these.
  readonly #slots = new Uint8Array(FILTER_SIZE);
  // By their first two letters.
  readonly #words = new Map<string, string[]>();

  /** @param words what a body may begin with; none has fewer than four bytes */
  constructor(words: Iterable<string>) {
    const encoder = new TextEncoder();
    for (const word of words) {
      this.#slots[slotOf(new Letters(encoder.encode(word)).view, 0, FILTER_SIZE)] = 1;
      const pair = word.slice(0, 2);
      this.#words.set(pair, [...(this.#words.get(pair) ?? []), word.slice(0, LONGEST_BEGIN)]);
    }
  }

  /** May the text at `from` begin with one of the words? Looks at their first letters only. */
  passes(text: string, from: number): boolean {
    return this.#words.get(text.slice(from, from + 2))?.some((word) => text.startsWith(word, from)) ?? false;
  }

  /** May the text at `from` among the bytes begin so? Looks at the first four. */
  mayPass(view: DataView, from: number): boolean {
    return from + 4 > view.byteLength || this.#slots[slotOf(view, from, FILTER_SIZE)] === 1;
  }
}

// May the text before `to` end like "?q=51.5,-0.12" or "/v/4e89af95e5fa82ad4c0aa03b"?
function endsLikePlace(bytes: Uint8Array, from: number, to: number): boolean {
  let at = to;
  let code = 0;
  do {
    at -= 1;
    code = bytes[at] ?? 0;
  } while (at > from && ((code > 43 && code < 58 && code !== SLASH) || (code > 96 && code < 103)));
  return bytes[at - 1] === (code === SLASH ? 118 : code === EQUALS ? 113 : 0);
}

// Does a bracket end at `at`, be it a wide one?
function isBracket(bytes: Uint8Array, at: number, plain: number): boolean {
  const last = bytes[at];
  return last === plain || (last === plain + 96 && bytes[at - 1] === 0xbc && bytes[at - 2] === 0xef);
}

// Does the text before `to` end with "(file attached)" in some language, or with the name of a file in the zip?
function endsWithFileWords(letters: Letters, from: number, to: number, markers: Markers): boolean {
  const { bytes } = letters;
  if (!isBracket(bytes, to - 1, ROUND_CLOSE)) return false;
  for (let at = to - 2; at >= Math.max(from, to - LONGEST_WORDS); at -= 1) {
    if (bytes[at] === NEWLINE) return false;
    if (isBracket(bytes, at, ROUND_OPEN)) {
      // The names that Android gives files are such as "IMG-20231117-WA0004.jpg".
      const mark = from + PHONE_FILE_MARK;
      return (
        markers.hasFiles ||
        (bytes[from + 3] === DASH &&
          bytes[mark] === DASH &&
          bytes[mark + 1] === 87 &&
          bytes[mark + 2] === 65) ||
        markers.fileAttached.has(letters.piece(at + 1, to).slice(0, -1))
      );
    }
  }
  return false;
}

/**
 * Could this body be more than plain text? Looks at its ends only, for speed: what it lets through is then looked at
 * closely, what it turns away is text.
 * @param letters the chat
 * @param from where the body begins, after the sender
 * @param to where it ends
 * @param isLine whether it is one line for certain
 * @param markers the words of the languages in use
 * @param raw the body as text, where it is at hand
 */
export function maybeSpecial(
  letters: Letters,
  from: number,
  to: number,
  isLine: boolean,
  markers: Markers,
  raw: string | null,
): boolean {
  const { bytes } = letters;
  // Spaces and line ends behind the words hide what they end with.
  let end = to;
  while (end > from && (bytes[end - 1] ?? 0) <= 32) end -= 1;
  if (end < to || end === from) {
    if (end === from) return true;
    for (let at = from; at < to; at += 1) if (bytes[at] === RETURN || isLrm(bytes, at)) return true;
  }
  const first = bytes[from] ?? 0;
  if (first === LESS || first <= 32 || isLrm(bytes, from) || bytes[end - 1] === GREATER) return true;
  if (endsWithFileWords(letters, from, end, markers) || endsLikePlace(bytes, from, end)) return true;
  const { begins } = markers;
  if (begins.mayPass(letters.view, from) && begins.passes(raw ?? letters.piece(from, to), 0)) return true;
  const lineEnd = isLine ? -1 : bytes.indexOf(NEWLINE, from);
  if (lineEnd < 0 || lineEnd >= to) return false;
  // Lines may end with CRLF inside a message too: then its words must be written anew.
  const last = bytes[lineEnd - 1];
  return (
    last === RETURN ||
    (lineEnd - from < LONGEST_LINE &&
      (last === GREATER || last === COLON || endsWithFileWords(letters, from, lineEnd, markers)))
  );
}
