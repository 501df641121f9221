import { COLON, NEWLINE, SPACE } from '../header/codes.ts';
import type { Letters } from '../header/letters.ts';
import { Stretch, slotOf } from '../header/utf8.ts';
import { cleanName } from './clean-name.ts';

/** Few, so that they stay in the processor's nearest cache. */
const SLOTS = 1 << 10;
/** Longest name that is known again, with its colon and space, in bytes. */
const LONGEST = 44;

// By all bytes up to the colon: numbers all begin alike.
function wholeSlotOf(bytes: Uint8Array, from: number): number {
  let hash = 0;
  for (let at = from; at < from + LONGEST; at += 1) {
    const byte = bytes[at] ?? NEWLINE;
    if (byte === COLON || byte === NEWLINE) break;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  return SLOTS + ((hash ^ (hash >>> 11)) & (SLOTS - 1));
}

/** The senders met so far. Spellings of a name that differ in invisible marks are one sender. */
export class Speakers {
  /** Clean names, by number. */
  readonly names: string[] = [];
  readonly #byRaw = new Map<string, number>();
  readonly #byName = new Map<string, number>();
  // The first name seen with each four first bytes, then the last one with each sum of all bytes, with its colon and
  // space: nearly every message is by someone who has written before.
  readonly #recent = new Array<Stretch | null>(2 * SLOTS).fill(null);

  /**
   * Looks for one of the names met before at `at` among the bytes, with a colon and a space after it.
   * @returns its number and how many bytes it takes with them; null when there is none
   */
  recall({ bytes, view }: Letters, at: number): Stretch | null {
    if (at + LONGEST + 4 > view.byteLength) return null;
    const likely = this.#recent[slotOf(view, at, SLOTS)] ?? null;
    if (likely?.standsAt(view, at)) return likely;
    const other = this.#recent[wholeSlotOf(bytes, at)] ?? null;
    return other?.standsAt(view, at) ? other : null;
  }

  /**
   * The number of the name that stands between two positions among the bytes; a new one when it has not been met.
   * @param letters the chat
   * @param from where the name begins
   * @param colon where the colon after it stands
   */
  learn(letters: Letters, from: number, colon: number): number {
    const { bytes, view } = letters;
    const number = this.add(letters.piece(from, colon));
    const to = colon + 2;
    // Not so where another space follows.
    if (to - from > LONGEST || from + LONGEST + 4 > view.byteLength || bytes[colon + 1] !== SPACE)
      return number;
    const likely = slotOf(view, from, SLOTS);
    const slot = this.#recent[likely] === null ? likely : wholeSlotOf(bytes, from);
    const kept = new Stretch(LONGEST);
    kept.keep(view, from, to);
    kept.number = number;
    this.#recent[slot] = kept;
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
