import { COLON, COMMA, DASH, DOT, SLASH, SQUARE_CLOSE, SQUARE_OPEN, ZERO } from './codes.ts';
import { hourOfDay } from './day-halves.ts';
import type { HeaderHit } from './hit.ts';
import type { Letters } from './letters.ts';
import * as SHAPE from './shape.ts';
import { spaceBytes } from './utf8.ts';

const NOTHING = -1;

// Reads up to four digits. Returns value times 8 plus the number of digits, 0 for none.
function readNumber(bytes: Uint8Array, at: number): number {
  let value = 0;
  let length = 0;
  for (; length < 5; length += 1) {
    const digit = (bytes[at + length] ?? 0) - ZERO;
    if (!(digit >= 0 && digit <= 9)) break;
    value = value * 10 + digit;
  }
  return value * 8 + length;
}

// Passes a space, if there is one. Returns the position after it.
function passSpace(bytes: Uint8Array, at: number): number {
  return at + spaceBytes(bytes, at);
}

// Reads `AM`, `p.m.`, `p. m.` at `at`. Returns the position after it times 4, plus 1 (morning) or 2 (afternoon).
function readHalf(bytes: Uint8Array, at: number): number {
  const letter = (bytes[at] ?? 0) | 32;
  if (letter !== 97 && letter !== 112) return NOTHING;
  let next = at + 1;
  if (bytes[next] === DOT) next += 1;
  next = passSpace(bytes, next);
  if (((bytes[next] ?? 0) | 32) !== 109) return NOTHING;
  next += 1;
  if (bytes[next] === DOT) next += 1;
  return next * 4 + (letter === 97 ? 1 : 2);
}

// Reads `09/03/2024` and the like. Returns the position after it, or -1.
function readDate(bytes: Uint8Array, from: number, hit: HeaderHit): number {
  const first = readNumber(bytes, from);
  const firstLength = first & 7;
  if (firstLength === 0 || firstLength === 3 || firstLength > 4) return NOTHING;
  let at = from + firstLength;
  const separator = bytes[at];
  if (separator === DOT) hit.shape |= SHAPE.dots;
  else if (separator === DASH) hit.shape |= SHAPE.dashes;
  else if (separator !== SLASH) return NOTHING;
  const second = readNumber(bytes, at + 1);
  const secondLength = second & 7;
  if (secondLength === 0 || secondLength > 2) return NOTHING;
  at += 1 + secondLength;
  if (bytes[at] !== separator) return NOTHING;
  const third = readNumber(bytes, at + 1);
  const thirdLength = third & 7;
  if (thirdLength === 0 || thirdLength === 3 || thirdLength > 4) return NOTHING;
  if (firstLength === 4) {
    if (thirdLength > 2) return NOTHING;
    hit.shape |= SHAPE.yearFirst | SHAPE.fourDigits;
  } else if (thirdLength === 4) hit.shape |= SHAPE.fourDigits;
  hit.first = first >> 3;
  hit.second = second >> 3;
  hit.third = third >> 3;
  return at + 1 + thirdLength;
}

// Two digits as a number, or -1.
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - ZERO;
  const units = (bytes[at + 1] ?? 0) - ZERO;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : NOTHING;
}

// Reads `18:04:32` or `6.04 p. m.`. Returns the position after it, or -1.
function readTime(bytes: Uint8Array, from: number, hit: HeaderHit): number {
  let hour = twoDigits(bytes, from);
  let at = from + 2;
  if (hour < 0) {
    hour = (bytes[from] ?? 0) - ZERO;
    at = from + 1;
    if (!(hour >= 0 && hour <= 9)) return NOTHING;
  }
  const separator = bytes[at];
  if (separator === DOT) hit.shape |= SHAPE.dotTime;
  else if (separator !== COLON) return NOTHING;
  const minute = twoDigits(bytes, at + 1);
  if (minute < 0 || minute > 59 || hour > 24) return NOTHING;
  at += 3;
  let second = 0;
  if (bytes[at] === separator) {
    const number = twoDigits(bytes, at + 1);
    if (number > 60) return NOTHING;
    if (number >= 0) {
      second = number;
      hit.shape |= SHAPE.seconds;
      at += 3;
    }
  }
  let half = 0;
  const code = bytes[at];
  if (code !== SQUARE_CLOSE && code !== COLON) {
    const word = readHalf(bytes, passSpace(bytes, at));
    if (word !== NOTHING) {
      half = word & 3;
      hit.shape |= SHAPE.half;
      at = word >> 2;
    }
  }
  hit.seconds = (half === 0 && hour < 24 ? hour : hourOfDay(hour, half)) * 3600 + minute * 60 + second;
  return at;
}

// Reads `] `, ` - ` or `: `. Returns the position after it, or -1.
function readEnd(bytes: Uint8Array, at: number, hit: HeaderHit): number {
  if ((hit.shape & SHAPE.bracket) !== 0) {
    return bytes[at] === SQUARE_CLOSE ? passSpace(bytes, at + 1) : NOTHING;
  }
  if (bytes[at] === COLON) {
    hit.shape |= SHAPE.colon;
    const after = passSpace(bytes, at + 1);
    return after > at + 1 ? after : NOTHING;
  }
  const dash = passSpace(bytes, at);
  if (dash === at || bytes[dash] !== DASH) return NOTHING;
  const after = passSpace(bytes, dash + 1);
  return after > dash + 1 ? after : NOTHING;
}

// Reads a date that is not that of the header before, up to the time. Returns the position of the time, or -1.
function readNewDate({ bytes, view }: Letters, from: number, bracket: boolean, hit: HeaderHit): number {
  let at = readDate(bytes, bracket ? from + 1 : from, hit);
  if (at < 0) return NOTHING;
  if (bytes[at] === COMMA) {
    hit.shape |= SHAPE.comma;
    at += 1;
  }
  const time = passSpace(bytes, at);
  if (time === at) return NOTHING;
  hit.keepDate(view, from, time);
  return time;
}

/**
 * Recognises the common header with Latin digits, date before time: `[09/03/2024, 18:04:32] ` and
 * `9.3.24, 6:04 PM - `. Written by hand because it meets every line of a file; the wide recogniser takes the rest.
 * @param letters the chat
 * @param at where the line's first visible character stands
 * @param hit filled when the line begins with a header
 * @returns whether it does
 */
export function recognisePlain(letters: Letters, at: number, hit: HeaderHit): boolean {
  const { bytes } = letters;
  const bracket = bytes[at] === SQUARE_OPEN;
  hit.shape = bracket ? SHAPE.bracket : 0;
  hit.era = 0;
  hit.isPlain = true;
  let time = hit.recallDate(letters.view, at);
  if (time < 0) time = readNewDate(letters, at, bracket, hit);
  if (time < 0) return false;
  const after = readTime(bytes, time, hit);
  if (after < 0) return false;
  hit.body = readEnd(bytes, after, hit);
  return hit.body >= 0;
}
