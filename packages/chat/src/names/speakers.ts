import type { Letters } from '../header/letters.ts';
import { cleanName } from './clean-name.ts';

/** Few, so that they stay in the processor's nearest cache. */
const SLOTS = 1 << 10;

const COLON = 58;
const NEWLINE = 10;
const WORD = 4;
/** Longest name that is known again, with its colon and space, in bytes. */
const LONGEST = 44;
// Places in a row.
const MASK = 1;
const SIZE = 2;
const NUMBER = 3;
const FIRST = 4;
const ROW = 16;

const encoder = new TextEncoder();

// By the first four bytes.
function slotOf(view: DataView, at: number): number {
  const hash = Math.imul(view.getInt32(at, true), 0x9e3779b1);
  return ((hash >>> 16) & (SLOTS - 1)) * ROW;
}

// By all bytes up to the colon: numbers all begin alike.
function wholeSlotOf(bytes: Uint8Array, from: number): number {
  let hash = 0;
  for (let at = from; at < from + LONGEST; at += 1) {
    const byte = bytes[at] ?? NEWLINE;
    if (byte === COLON || byte === NEWLINE) break;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  return (SLOTS + ((hash ^ (hash >>> 11)) & (SLOTS - 1))) * ROW;
}

/** The senders met so far. Spellings of a name that differ in invisible marks are one sender. */
export class Speakers {
  /** Clean names, by number. */
  readonly names: string[] = [];
  readonly #byRaw = new Map<string, number>();
  readonly #byName = new Map<string, number>();
  // The first name seen with each four first bytes, then the last one with each sum of all bytes: nearly every message
  // is by someone who has written before. A row a name: how many bytes it has with its colon and space, the mask of the
  // bytes after the last whole four, all of them, its number, and its bytes, four at a time.
  readonly #recent = new Int32Array(2 * SLOTS * ROW);

  /**
   * Looks for one of the names met before at `at` among the bytes, with a colon and a space after it.
   * @returns where it is kept, for {@link numberAt} and {@link lengthAt}; -1 when there is none
   */
  recall({ bytes, view }: Letters, at: number): number {
    if (at + LONGEST + 4 > view.byteLength) return -1;
    const likely = slotOf(view, at);
    if (this.#standsAt(likely, view, at)) return likely;
    const other = wholeSlotOf(bytes, at);
    return this.#standsAt(other, view, at) ? other : -1;
  }

  /** Number of the name that {@link recall} found. */
  numberAt(slot: number): number {
    return this.#recent[slot + NUMBER] ?? -1;
  }

  /** How many bytes the name takes with its colon and space. */
  lengthAt(slot: number): number {
    return this.#recent[slot + SIZE] ?? 0;
  }

  #standsAt(slot: number, view: DataView, at: number): boolean {
    const recent = this.#recent;
    const words = recent[slot] ?? 0;
    if (words === 0) return false;
    const end = slot + FIRST + words - 1;
    let place = at;
    for (let kept = slot + FIRST; kept < end; kept += 1) {
      if (view.getInt32(place, true) !== recent[kept]) return false;
      place += WORD;
    }
    return (view.getInt32(place, true) & (recent[slot + MASK] ?? 0)) === recent[end];
  }

  /**
   * The number of the name that ends with a colon; a new one when it has not been met.
   * @param raw the name as printed
   * @param letters the chat
   * @param from where the name stands among the bytes
   */
  learn(raw: string, { bytes, view }: Letters, from: number): number {
    const number = this.add(raw);
    const spelled = encoder.encode(`${raw}: `);
    // Not so where another space follows, or letters are damaged.
    if (spelled.length > LONGEST || from + LONGEST + 4 > view.byteLength) return number;
    if (!spelled.every((byte, at) => bytes[from + at] === byte)) return number;
    const recent = this.#recent;
    const likely = slotOf(view, from);
    const slot = recent[likely] === 0 ? likely : wholeSlotOf(bytes, from);
    const words = (spelled.length >> 2) + 1;
    recent[slot] = words;
    recent[slot + MASK] = (1 << ((spelled.length & 3) * 8)) - 1;
    recent[slot + SIZE] = spelled.length;
    recent[slot + NUMBER] = number;
    for (let at = 0; at < words; at += 1) recent[slot + FIRST + at] = view.getInt32(from + at * WORD, true);
    recent[slot + FIRST + words - 1] = (recent[slot + FIRST + words - 1] ?? 0) & (recent[slot + MASK] ?? 0);
    return number;
  }

  /** The number of a name as printed; a new one when it has not been met. */
  add(raw: string): number {
    const known = this.#byRaw.get(raw);
    if (known !== undefined) return known;
    const name = cleanName(raw);
    let number = this.#byName.get(name);
    if (number === undefined) {
      number = this.names.length;
      this.names.push(name);
      this.#byName.set(name, number);
    }
    this.#byRaw.set(raw, number);
    return number;
  }

  /** Is this clean name a sender? */
  has(name: string): boolean {
    return this.#byName.has(name);
  }
}
