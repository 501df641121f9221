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

/** Longest date that is kept to be known again. */
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
  /** Position of the first character after the header. */
  body = 0;

  /** Length of the printed date last kept, with everything up to the time. */
  dateLength = 0;
  // The date's letters: reading them from an array is faster than from the text.
  readonly #letters = new Uint16Array(LONGEST_DATE);
  #dateShape = 0;
  #first = 0;
  #second = 0;
  #third = 0;

  /** Keeps the date just read, which stands at `from`: the next header has the same one more often than not. */
  keepDate(text: string, from: number, length: number): void {
    this.dateLength = length <= LONGEST_DATE ? length : 0;
    for (let at = 0; at < this.dateLength; at += 1) this.#letters[at] = text.charCodeAt(from + at);
    this.#dateShape = this.shape;
    this.#first = this.first;
    this.#second = this.second;
    this.#third = this.third;
  }

  /** Does the date last kept stand at `from` too, letter by letter? Then fills the date in. */
  recallDate(text: string, from: number): boolean {
    const last = this.dateLength - 1;
    if (last < 0) return false;
    for (let at = last; at >= 0; at -= 1) {
      if (text.charCodeAt(from + at) !== this.#letters[at]) return false;
    }
    this.shape = this.#dateShape;
    this.first = this.#first;
    this.second = this.#second;
    this.third = this.#third;
    return true;
  }
}
