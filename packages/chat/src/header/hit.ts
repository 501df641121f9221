import { Stretch } from './utf8.ts';

/** Longest printed date that is kept, in bytes. */
const LONGEST_DATE = 32;

/** A header that a recogniser found; one object is used again and again, so that millions cost no memory. */
export class HeaderHit {
  /** Bits of `shape.ts`. */
  shape = 0;
  /** The three numbers of the date, left to right. A missing year is -1; a month given by name stands in `named`. */
  first = 0;
  second = 0;
  third = 0;
  era = 0;
  /** Seconds since midnight. */
  seconds = 0;
  /** Found by the recogniser of common headers. */
  isPlain = false;
  /** Position of the first byte after the header. */
  body = 0;
  /** Number of the sender, or -1. */
  sender = -1;
  /** Where the words begin, after the sender. */
  words = 0;

  // The printed date read last, with everything up to the time.
  readonly #date = new Stretch(LONGEST_DATE);
  #shape = 0;
  #first = 0;
  #second = 0;
  #third = 0;

  /** Keeps the date just read: the next header has the same one more often than not. */
  keepDate(view: DataView, from: number, to: number): void {
    this.#date.keep(view, from, to);
    this.#shape = this.shape;
    this.#first = this.first;
    this.#second = this.second;
    this.#third = this.third;
  }

  /**
   * Does the date last kept stand at `from` too? Then fills the date in.
   * @returns where the time begins, or -1
   */
  recallDate(view: DataView, from: number): number {
    if (!this.#date.standsAt(view, from)) return -1;
    this.shape = this.#shape;
    this.first = this.#first;
    this.second = this.#second;
    this.third = this.#third;
    return from + this.#date.length;
  }
}
