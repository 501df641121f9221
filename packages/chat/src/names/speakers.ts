import { cleanName } from './clean-name.ts';

/** Few, so that they stay in the processor's nearest cache. */
const SLOTS = 1 << 10;

const COLON_AND_SPACE = 2;

/** Names of at least this length are told apart by their ends too: numbers all begin alike. */
const LONG = 15;

function slotOf(text: string, at: number): number {
  return (text.charCodeAt(at) * 67 + text.charCodeAt(at + 1) * 17 + text.charCodeAt(at + 2)) & (SLOTS - 1);
}

function longSlotOf(text: string, at: number): number {
  const end = text.charCodeAt(at + 12) * 67 + text.charCodeAt(at + 13) * 31 + text.charCodeAt(at + 14) * 7;
  return SLOTS + ((end + text.charCodeAt(at)) & (SLOTS - 1));
}

/** The senders met so far. Spellings of a name that differ in invisible marks are one sender. */
export class Speakers {
  /** Clean names, by number. */
  readonly names: string[] = [];
  readonly #byRaw = new Map<string, number>();
  readonly #byName = new Map<string, number>();
  // The last name seen with each three first letters, and the colon and space after it. Most messages are by someone
  // who has just written: then no letter is looked at twice, and no string is made.
  readonly #recent: (Uint16Array | undefined)[] = new Array(2 * SLOTS);
  readonly #recentNumber = new Int32Array(2 * SLOTS);

  /**
   * Looks whether one of the names met before stands in a text, with a colon and a space after it.
   * @returns how long the name is, or -1; the number is in {@link recalled}
   */
  recall(text: string, from: number): number {
    const length = this.#recallAt(slotOf(text, from), text, from);
    return length >= 0 ? length : this.#recallAt(longSlotOf(text, from), text, from);
  }

  #recallAt(slot: number, text: string, from: number): number {
    const letters = this.#recent[slot];
    if (letters === undefined) return -1;
    for (let at = letters.length - 1; at >= 0; at -= 1) {
      if (text.charCodeAt(from + at) !== letters[at]) return -1;
    }
    this.recalled = this.#recentNumber[slot] ?? -1;
    return letters.length - COLON_AND_SPACE;
  }

  /** Number of the name last found by {@link recall}. */
  recalled = -1;

  /** The number of the name that stands in a text and ends with a colon; a new one when it has not been met. */
  learn(text: string, from: number, colon: number): number {
    const raw = text.slice(from, colon);
    const number = this.#byRaw.get(raw) ?? this.add(raw);
    if (text.charCodeAt(colon + 1) !== 32) return number;
    const letters = new Uint16Array(raw.length + COLON_AND_SPACE);
    for (let at = 0; at < letters.length; at += 1) letters[at] = text.charCodeAt(from + at);
    const short = slotOf(text, from);
    const isLong = raw.length >= LONG && this.#recent[short] !== undefined;
    const slot = isLong ? longSlotOf(text, from) : short;
    this.#recent[slot] = letters;
    this.#recentNumber[slot] = number;
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
