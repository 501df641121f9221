import { cleanName } from './clean-name.ts';

/** The senders met so far. Spellings of a name that differ in invisible marks are one sender. */
export class Speakers {
  /** Clean names, by number. */
  readonly names: string[] = [];
  readonly #byRaw = new Map<string, number>();
  readonly #byName = new Map<string, number>();

  /** The number of a name as printed, or -1 when it has not been met. */
  find(raw: string): number {
    return this.#byRaw.get(raw) ?? -1;
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
