import { BEYOND_ASCII } from './codes.ts';

/** The mark that phones set before what they write themselves. */
export const LRM = '\u200e';

const MARK = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/;

/** Invisible marks that steer direction or begin a file: they carry no words. */
export const MARKS = new RegExp(MARK, 'g');

/** Spaces other than the plain one that phones write in names and notices. */
export const ODD_SPACES = /[\u00a0\u202f\u2009]/g;

/** Is this a Latin digit? */
export function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 48 && code <= 57;
}

/** Is this UTF-16 code unit an invisible direction mark or a byte order mark? */
export function isMark(code: number): boolean {
  return code > BEYOND_ASCII && MARK.test(String.fromCharCode(code));
}

/** Is this code unit a space that phones write in headers (plain, no-break, narrow, thin, figure, wide)? */
export function isSpace(code: number): boolean {
  return ' \t\u00a0\u202f\u2009\u2007\u3000'.includes(String.fromCharCode(code));
}

// First code unit of each run of ten decimal digits in the Basic Multilingual Plane (Unicode category Nd).
const ZEROS = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50,
  0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0xff10,
];

/** Value of a decimal digit in any script of the Basic Multilingual Plane, or -1. */
export function digitValue(code: number): number {
  if (isDigit(code)) return code - 0x30;
  if (code < 0x660) return -1;
  for (const zero of ZEROS) {
    if (code < zero) return -1;
    if (code <= zero + 9) return code - zero;
  }
  return -1;
}
