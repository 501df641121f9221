import { NEWLINE } from './codes.ts';

/** Bytes that are looked at at a time, as one word. */
export const WORD = 4;
/** The bits of four letters that none of them has where all are plain. */
export const HIGH_BITS = 0x80808080 | 0;
/** Four times the number one. */
export const ONES = 0x01010101;
/** Bytes that one UTF-16 unit takes at most. */
export const WIDEST = 3;

/**
 * A few bytes to be known again where they stand in a chat. They are compared four at a time, which is what makes
 * reading fast: nearly every header has the date of the one before, and nearly every name has been met.
 */
export class Stretch {
  /** Bytes kept; 0 when none are. */
  length = 0;
  /** A number that goes with them. */
  number = -1;
  readonly #words: Int32Array;
  readonly #room: number;
  #last = 0;
  #rest = 0;
  #mask = 0;

  /** @param room most bytes to be kept */
  constructor(room: number) {
    this.#room = room;
    this.#words = new Int32Array(room >> 2);
  }

  /** Keeps the bytes from `from` to `to`, but none at the very end of the chat. */
  keep(view: DataView, from: number, to: number): void {
    const isFit = to - from <= this.#room && to + WORD <= view.byteLength;
    this.length = isFit ? to - from : 0;
    if (!isFit) return;
    this.#last = this.length >> 2;
    for (let index = 0; index < this.#last; index += 1)
      this.#words[index] = view.getInt32(from + index * WORD, true);
    this.#mask = (1 << ((this.length & 3) * 8)) - 1;
    this.#rest = view.getInt32(from + this.#last * WORD, true) & this.#mask;
  }

  /** Do the bytes that are kept stand at `from`? Where none are, no; at the very end of the chat, no. */
  standsAt(view: DataView, from: number): boolean {
    const { length } = this;
    if (length === 0 || from + length + WORD > view.byteLength) return false;
    const words = this.#words;
    const last = this.#last;
    let at = from;
    for (let index = 0; index < last; index += 1) {
      if (view.getInt32(at, true) !== words[index]) return false;
      at += WORD;
    }
    return (view.getInt32(at, true) & this.#mask) === this.#rest;
  }
}

/** Which of the four bytes of a word is the first that has a bit: the lowest bit that is set belongs to it. */
export function firstByte(word: number): number {
  return (31 - Math.clz32(word & -word)) >> 3;
}

/**
 * A place in a table for what begins with the four bytes at `at`.
 * @param view the chat
 * @param size of the table: a power of two, no more than 65,536
 */
export function slotOf(view: DataView, at: number, size: number): number {
  return (Math.imul(view.getInt32(at, true), 0x9e3779b1) >>> 16) & (size - 1);
}

/** Length in bytes of the invisible mark (as in `isMark`) that stands at `at`, or 0. Each is one character. */
export function markBytes(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first === 0xd8) return bytes[at + 1] === 0x9c ? 2 : 0;
  const second = bytes[at + 1];
  const third = bytes[at + 2] ?? 0;
  if (first === 0xef) return second === 0xbb && third === 0xbf ? 3 : 0;
  if (first !== 0xe2) return 0;
  if (second === 0x80) return third === 0x8e || third === 0x8f || (third >= 0xaa && third <= 0xae) ? 3 : 0;
  return second === 0x81 && third >= 0xa6 && third <= 0xa9 ? 3 : 0;
}

/** Length in bytes of the space that stands at `at`: plain, no-break, thin or narrow no-break; 0 for anything else. */
export function spaceBytes(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first === 0x20) return 1;
  if (first === 0xc2) return bytes[at + 1] === 0xa0 ? 2 : 0;
  if (first !== 0xe2 || bytes[at + 1] !== 0x80) return 0;
  return bytes[at + 2] === 0xaf || bytes[at + 2] === 0x89 ? 3 : 0;
}

function isBetween(bytes: Uint8Array, at: number, lowest: number, highest: number): boolean {
  const byte = bytes[at] ?? 0;
  return byte >= lowest && byte <= highest;
}

/**
 * How many bytes at `at` make one letter. What is no valid UTF-8 is told off as decoders do it (WHATWG Encoding, 8.1.1):
 * as much as may begin a letter becomes one U+FFFD. A letter takes two UTF-16 units when it has four bytes, else one.
 */
export function letterBytes(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0xc2 || first > 0xf4) return 1;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (!isBetween(bytes, at + 1, lowest, highest)) return 1;
  if (first < 0xe0 || !isBetween(bytes, at + 2, 0x80, 0xbf)) return 2;
  return first < 0xf0 || !isBetween(bytes, at + 3, 0x80, 0xbf) ? 3 : 4;
}

/** Where `count` characters (UTF-16 units) after `at` end among the bytes. */
export function skipCharacters(bytes: Uint8Array, at: number, count: number): number {
  let next = at;
  for (let left = count; left > 0 && next < bytes.length; left -= 1) {
    const length = letterBytes(bytes, next);
    next += length;
    if (length === 4) left -= 1;
  }
  return next;
}

/** How many characters (UTF-16 units) stand between two positions among the bytes, whatever is damaged. */
export function countCharacters(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  let at = from;
  while (at < to) {
    const length = letterBytes(bytes, at);
    at += length;
    count += length === 4 ? 2 : 1;
  }
  return count;
}

// How many bytes of a word do not make a character (UTF-16 unit) of their own, in whole letters.
function spareBytes(word: number): number {
  const inside = word & ~(word << 1) & HIGH_BITS;
  // A letter of four bytes is two characters.
  const long = word & (word << 1) & (word << 2) & (word << 3) & HIGH_BITS;
  return (Math.imul(inside >>> 7, ONES) >>> 24) - (Math.imul(long >>> 7, ONES) >>> 24);
}

/**
 * Copies the bytes between two positions, and sets a line end after them.
 * @param view the chat
 * @param from the first, which is not among the first four of the chat
 * @param to the one after the last
 * @param room where they go
 * @param at where in it they begin; so much room is needed, and four bytes more
 * @returns how many characters (UTF-16 units) they are, if none of them is damaged
 */
export function copyWords(view: DataView, from: number, to: number, room: DataView, at: number): number {
  const shift = at - from;
  let spare = 0;
  let next = from;
  for (; next <= to - WORD; next += WORD) {
    const word = view.getInt32(next, true);
    room.setInt32(next + shift, word, true);
    if ((word & HIGH_BITS) !== 0) spare += spareBytes(word);
  }
  const rest = (to - next) * 8;
  const word = rest && view.getInt32(to - WORD, true) >>> (32 - rest);
  room.setInt32(next + shift, word | (NEWLINE << rest), true);
  return to - from - spare - spareBytes(word);
}
