/** A chat twice over: its text, and the same in UTF-8. Bytes are read far faster than characters of a string. */
export interface Letters {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** The same bytes, to be read four at a time. */
  readonly view: DataView;
}

/** Bytes that are compared at a time. */
const WORD = 4;

/**
 * A few bytes to be known again where they stand in a chat. They are compared four at a time, which is what makes
 * reading fast: nearly every header has the date of the one before, and nearly every name has been met.
 */
export class Stretch {
  /** Bytes kept; 0 when none are. */
  length = 0;
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

const encoder = new TextEncoder();

/** The letters of a text and its bytes, in UTF-8 if they are given. */
export function lettersOf(text: string, bytes: Uint8Array = encoder.encode(text)): Letters {
  return { text, bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
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

/** Where `count` characters (UTF-16 units) after `at` end among the bytes. The bytes must be valid UTF-8 there. */
export function skipCharacters(bytes: Uint8Array, at: number, count: number): number {
  let next = at;
  for (let left = count; left > 0; left -= 1) {
    const byte = bytes[next] ?? 0;
    if (byte < 0x80) next += 1;
    else if (byte < 0xe0) next += 2;
    else if (byte < 0xf0) next += 3;
    else {
      next += 4;
      left -= 1;
    }
  }
  return next;
}
