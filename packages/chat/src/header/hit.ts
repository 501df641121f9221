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
}
