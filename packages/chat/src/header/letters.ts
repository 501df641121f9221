import { letterBytes } from './utf8.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A chat as bytes in UTF-8. Text is decoded where it is asked for: to find the messages, bytes do. */
export class Letters {
  readonly bytes: Uint8Array;
  /** The same bytes, to be read four at a time. */
  readonly view: DataView;
  readonly #size: number;

  /** @param bytes the chat in UTF-8; kept, not copied */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#size = bytes.length;
  }

  /**
   * The text between two positions among the bytes.
   * @throws TypeError when the bytes were given away
   */
  piece(from: number, to: number): string {
    return decoder.decode(this.kept().bytes.subarray(from, to));
  }

  /**
   * The chat itself, once it is sure that it is still there.
   * @throws TypeError when the bytes were given away
   */
  kept(): this {
    if (this.bytes.length !== this.#size) throw new TypeError('The bytes of this export were given away.');
    return this;
  }

  /** The text's beginning and its end, so many bytes each; the whole where it is short. */
  ends(size: number): string {
    const { length } = this.bytes;
    return length <= 2 * size
      ? this.piece(0, length)
      : this.piece(0, size) + this.piece(length - size, length);
  }
}

/** The UTF-16 unit of the letter at `at`, where it has only one; U+FFFD for anything else. */
export function codeAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return first;
  const second = (bytes[at + 1] ?? 0) & 63;
  const length = letterBytes(bytes, at);
  if (length === 2 && first < 0xe0) return ((first & 31) << 6) | second;
  return length === 3 && first < 0xf0
    ? ((first & 15) << 12) | (second << 6) | ((bytes[at + 2] ?? 0) & 63)
    : 0xfffd;
}

/** Does U+200E stand at `at`? */
export function isLrm(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x8e;
}

/** Does U+200E stand anywhere? */
export function holdsLrm(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xe2); at >= 0; at = bytes.indexOf(0xe2, at + 1))
    if (isLrm(bytes, at)) return true;
  return false;
}
