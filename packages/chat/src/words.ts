import type { Entries } from './entries.ts';
import { Letters } from './header/letters.ts';
import { copyWords, countCharacters } from './header/utf8.ts';

/** Entries whose words are decoded together, since one call for each takes longer than the decoding. */
const BLOCK = 256;

/** Bytes of the longest block whose room is kept for the next. */
const LONGEST_KEPT = 1 << 18;
let kept = new Letters(new Uint8Array(0));

// Room for words without the headers, to be decoded: headers are half of a chat. All chats use the same, one after the
// other, since words are decoded as soon as they are in it.
function roomFor(size: number): Letters {
  if (size <= kept.bytes.length) return kept;
  const room = new Letters(new Uint8Array(2 * size));
  if (size <= LONGEST_KEPT) kept = room;
  return room;
}

/** The words of the entries of a chat, decoded some entries at a time, when they are asked for. */
export class Words {
  /** An @ stands in the words given last. */
  hasAt = false;
  readonly #letters: Letters;
  readonly #entries: Entries;
  // Where the words of each entry of the block begin in its text; a line end stands before the next.
  readonly #starts = new Int32Array(BLOCK + 1);
  #first = -1;
  #text = '';
  // The first @ at or after a place in it: between the two there is none.
  #at = 0;
  #noneFrom = 0;

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
    const start = this.#starts[row] ?? 0;
    const end = (this.#starts[row + 1] ?? 0) - 1;
    if (start < this.#noneFrom || start > this.#at) this.#findAt(start);
    this.hasAt = this.#at < end;
    return this.#text.slice(start, end);
  }

  /** The same as a string of its own, for what is kept. */
  copyOf(at: number): string {
    return this.#letters.piece(this.#entries.from[at] ?? 0, this.#entries.to[at] ?? 0);
  }

  #findAt(start: number): void {
    const found = this.#text.indexOf('@', start);
    this.#at = found < 0 ? this.#text.length : found;
    this.#noneFrom = start;
  }

  #decode(first: number): void {
    const { bytes, view } = this.#letters.kept();
    const { from, to, length } = this.#entries;
    const last = Math.min(first + BLOCK, length);
    const size = (to[last - 1] ?? 0) - (from[first] ?? 0) + BLOCK;
    const starts = this.#starts;
    const room = roomFor(size);
    let next = 0;
    let characters = 0;
    for (let at = first; at < last; at += 1) {
      const start = from[at] ?? 0;
      const end = to[at] ?? 0;
      characters += copyWords(view, start, end, room.view, next) + 1;
      starts[at - first + 1] = characters;
      next += end - start + 1;
    }
    const text = room.piece(0, next);
    // Where something is damaged, letters are counted one by one.
    for (let at = text.includes('\ufffd') ? first : last; at < last; at += 1)
      starts[at - first + 1] =
        (starts[at - first] ?? 0) + countCharacters(bytes, from[at] ?? 0, to[at] ?? 0) + 1;
    this.#text = text;
    this.#first = first;
    this.#findAt(0);
  }
}
