import { Stretch } from './utf8.ts';

/** Bits of a header's shape. Two headers of one export have the same shape, whatever their numbers. */
export const SHAPE = {
  bracket: 1,
  colon: 2,
  timeFirst: 4,
  yearFirst: 8,
  noYear: 16,
  named: 32,
  fourDigits: 64,
  comma: 128,
  dotTime: 256,
  seconds: 512,
  half: 1024,
  dots: 2048,
  dashes: 4096,
  era: 8192,
} as const;

/** One more than the largest shape. */
export const SHAPES = 16384;

/** Where a year comes from when it is not printed in the ordinary way. */
export const ERA = { common: 0, buddhist: 1, reiwa: 2, heisei: 3, showa: 4, minguo: 5 } as const;

/** Longest printed date that is kept, in bytes. */
const LONGEST_DATE = 32;

/** A header that a recogniser found; one object is used again and again, so that millions cost no memory. */
export class HeaderHit {
  /** Bits of {@link SHAPE}. */
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
