import { cleanName } from './clean-name.ts';

/** Few, so that they stay in the processor's nearest cache. */
const SLOTS = 1 << 10;

// Compares letter by letter: for a short name that is faster than a call into the engine.
function isSame(name: string, text: string, from: number, to: number): boolean {
  if (name.length !== to - from) return false;
  for (let at = 0; at < name.length; at += 1) {
    if (name.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
  }
  return true;
}

/** The senders met so far. Spellings of a name that differ in invisible marks are one sender. */
export class Speakers {
  /** Clean names, by number. */
  readonly names: string[] = [];
  readonly #byRaw = new Map<string, number>();
  readonly #byName = new Map<string, number>();
  // The last spelling seen with each hash, so that a name that comes again costs no new string.
  readonly #recent: (string | undefined)[] = new Array(SLOTS);
  readonly #recentNumber = new Int32Array(SLOTS);

  /**
   * The number of the name that stands in a text, or -1 when it has not been met.
   * @param hash any number computed from the name's characters alone
   */
  find(text: string, from: number, to: number, hash: number): number {
    const slot = (hash ^ (hash >>> 10)) & (SLOTS - 1);
    const recent = this.#recent[slot];
    if (recent !== undefined && isSame(recent, text, from, to)) {
      return this.#recentNumber[slot] ?? -1;
    }
    const raw = text.slice(from, to);
    const number = this.#byRaw.get(raw) ?? -1;
    if (number >= 0) {
      this.#recent[slot] = raw;
      this.#recentNumber[slot] = number;
    }
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
