import { letterBytes } from './utf8.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * A chat as bytes in UTF-8, and as text. The text is decoded when it is first asked for: to find the messages, bytes
 * do, and they take half the room.
 */
export class Letters {
  /** Empty once they were dropped. */
  bytes: Uint8Array;
  /** The same bytes, to be read four at a time. */
  view: DataView;
  #text: string | null;
  readonly #size: number;

  /**
   * @param bytes the chat in UTF-8; kept, not copied
   * @param text the same, where it has been decoded already
   */
  constructor(bytes: Uint8Array, text: string | null = null) {
    this.bytes = bytes;
    this.view = viewOf(bytes);
    this.#size = bytes.length;
    this.#text = text;
  }

  /** The letters of a text. */
  static of(text: string): Letters {
    return new Letters(encoder.encode(text), text);
  }

  /**
   * The whole text.
   * @throws TypeError when the bytes were given away before it was first asked for
   */
  get text(): string {
    if (this.#text === null) {
      if (this.bytes.length !== this.#size) throw new TypeError('The bytes of this export were given away.');
      this.#text = decoder.decode(this.bytes);
    }
    return this.#text;
  }

  /** The text between two positions among the bytes, decoded by itself. */
  piece(from: number, to: number): string {
    return decoder.decode(this.bytes.subarray(from, to));
  }

  /** The text's beginning and its end, so many bytes each; the whole where it is short. */
  ends(size: number): string {
    const { length } = this.bytes;
    return length <= 2 * size
      ? this.piece(0, length)
      : this.piece(0, size) + this.piece(length - size, length);
  }

  /** Lets go of the bytes; the text stays. */
  drop(): void {
    this.bytes = new Uint8Array();
    this.view = viewOf(this.bytes);
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
