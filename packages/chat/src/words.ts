import type { Entries } from './entries.ts';
import type { Letters } from './header/letters.ts';
import { countCharacters } from './header/utf8.ts';

const RETURN = 13;
/** Entries whose words are decoded together, since one call for each takes longer than the decoding. */
const BLOCK = 128;

/** The words of the entries of a chat, decoded some entries at a time, when they are asked for. */
export class Words {
  /** An @ stands in the words decoded last, or between them. */
  hasAt = false;
  readonly #letters: Letters;
  readonly #entries: Entries;
  // Where the words of each entry of the block begin in its text, and then where each ends.
  readonly #ends = new Int32Array(2 * BLOCK);
  #first = -1;
  #text = '';

  /**
   * @param letters the chat
   * @param entries its entries
   */
  constructor(letters: Letters, entries: Entries) {
    this.#letters = letters;
    this.#entries = entries;
  }

  /**
   * The words of an entry as printed. They are part of a longer string, which stays as long as they do.
   * @throws TypeError when the chat's bytes were given away
   */
  of(at: number): string {
    const row = at % BLOCK;
    if (at - row !== this.#first) this.#decode(at - row);
    return this.#text.slice(this.#ends[row], this.#ends[row + BLOCK]);
  }

  /** The same as a string of its own, for what is kept. */
  copyOf(at: number): string {
    return this.#letters.piece(this.#entries.from[at] ?? 0, this.#entries.to[at] ?? 0);
  }

  #decode(first: number): void {
    const { bytes, view } = this.#letters;
    const { from, to, line, length } = this.#entries;
    const last = Math.min(first + BLOCK, length) - 1;
    const text = this.#letters.piece(from[first] ?? 0, to[last] ?? 0);
    const ends = this.#ends;
    let position = 0;
    let row = 0;
    for (let at = first; at < last; at += 1) {
      // Line ends are quicker to find than letters to count, and are where they were, whatever is damaged.
      for (let lines = (line[at + 1] ?? 0) - (line[at] ?? 0); lines > 0; lines -= 1)
        position = text.indexOf('\n', position) + 1;
      const stop = to[at] ?? 0;
      const next = stop + (bytes[stop] === RETURN ? 2 : 1);
      ends[row + BLOCK] = position + stop - next;
      position += countCharacters(bytes, view, next, from[at + 1] ?? 0);
      row += 1;
      ends[row] = position;
    }
    ends[row + BLOCK] = text.length;
    this.#text = text;
    this.#first = first;
    this.hasAt = text.includes('@');
  }
}
