import { hourOfDay } from './day-halves.ts';
import { type HeaderHit, SHAPE } from './hit.ts';

const SLASH = 47;
const DOT = 46;
const DASH = 45;
const COLON = 58;
const COMMA = 44;
const OPEN = 91;
const CLOSE = 93;
const SPACE = 32;
const NOTHING = -1;

function isThinSpace(code: number): boolean {
  return code === SPACE || code === 0x202f || code === 0xa0 || code === 0x2009;
}

// Reads up to four digits. Returns value times 8 plus the number of digits, 0 for none.
function readNumber(text: string, at: number): number {
  let value = 0;
  let length = 0;
  for (; length < 5; length += 1) {
    const digit = text.charCodeAt(at + length) - 48;
    if (!(digit >= 0 && digit <= 9)) break;
    value = value * 10 + digit;
  }
  return value * 8 + length;
}

// Reads `AM`, `p.m.`, `p. m.` at `at`. Returns the position after it times 4, plus 1 (morning) or 2 (afternoon).
function readHalf(text: string, at: number): number {
  const letter = text.charCodeAt(at) | 32;
  if (letter !== 97 && letter !== 112) return NOTHING;
  let next = at + 1;
  if (text.charCodeAt(next) === DOT) next += 1;
  if (isThinSpace(text.charCodeAt(next))) next += 1;
  if ((text.charCodeAt(next) | 32) !== 109) return NOTHING;
  next += 1;
  if (text.charCodeAt(next) === DOT) next += 1;
  return next * 4 + (letter === 97 ? 1 : 2);
}

// Reads `09/03/2024` and the like. Returns the position after it, or -1.
function readDate(text: string, from: number, hit: HeaderHit): number {
  const first = readNumber(text, from);
  const firstLength = first & 7;
  if (firstLength === 0 || firstLength === 3 || firstLength > 4) return NOTHING;
  let at = from + firstLength;
  const separator = text.charCodeAt(at);
  if (separator === DOT) hit.shape |= SHAPE.dots;
  else if (separator === DASH) hit.shape |= SHAPE.dashes;
  else if (separator !== SLASH) return NOTHING;
  const second = readNumber(text, at + 1);
  const secondLength = second & 7;
  if (secondLength === 0 || secondLength > 2) return NOTHING;
  at += 1 + secondLength;
  if (text.charCodeAt(at) !== separator) return NOTHING;
  const third = readNumber(text, at + 1);
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
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const units = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : NOTHING;
}

// Reads `18:04:32` or `6.04 p. m.`. Returns the position after it, or -1.
function readTime(text: string, from: number, hit: HeaderHit): number {
  let hour = twoDigits(text, from);
  let at = from + 2;
  if (hour < 0) {
    hour = text.charCodeAt(from) - 48;
    at = from + 1;
    if (!(hour >= 0 && hour <= 9)) return NOTHING;
  }
  const separator = text.charCodeAt(at);
  if (separator === DOT) hit.shape |= SHAPE.dotTime;
  else if (separator !== COLON) return NOTHING;
  const minute = twoDigits(text, at + 1);
  if (minute < 0 || minute > 59 || hour > 24) return NOTHING;
  at += 3;
  let second = 0;
  if (text.charCodeAt(at) === separator) {
    const number = twoDigits(text, at + 1);
    if (number > 60) return NOTHING;
    if (number >= 0) {
      second = number;
      hit.shape |= SHAPE.seconds;
      at += 3;
    }
  }
  let half = 0;
  const code = text.charCodeAt(at);
  if (code !== CLOSE && code !== COLON) {
    const word = readHalf(text, isThinSpace(code) ? at + 1 : at);
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
function readEnd(text: string, at: number, hit: HeaderHit): number {
  const code = text.charCodeAt(at);
  if ((hit.shape & SHAPE.bracket) !== 0) {
    if (code !== CLOSE) return NOTHING;
    return isThinSpace(text.charCodeAt(at + 1)) ? at + 2 : at + 1;
  }
  if (code === COLON) {
    hit.shape |= SHAPE.colon;
    return isThinSpace(text.charCodeAt(at + 1)) ? at + 2 : NOTHING;
  }
  const isDash =
    isThinSpace(code) && text.charCodeAt(at + 1) === DASH && isThinSpace(text.charCodeAt(at + 2));
  return isDash ? at + 3 : NOTHING;
}

// Reads a date that is not that of the header before, up to the time. Returns the position of the time, or -1.
function readNewDate(text: string, from: number, bracket: boolean, hit: HeaderHit): number {
  let at = readDate(text, bracket ? from + 1 : from, hit);
  if (at < 0) return NOTHING;
  if (text.charCodeAt(at) === COMMA) {
    hit.shape |= SHAPE.comma;
    at += 1;
  }
  if (!isThinSpace(text.charCodeAt(at))) return NOTHING;
  hit.keepDate(text, from, at + 1 - from);
  return at + 1;
}

/**
 * Recognises the common header with Latin digits, date before time: `[09/03/2024, 18:04:32] ` and
 * `9.3.24, 6:04 PM - `. Written by hand because it meets every line of a file; the wide recogniser takes the rest.
 * @param text the chat
 * @param from position of the line's first visible character
 * @param hit filled when the line begins with a header
 * @returns whether it does
 */
export function recognisePlain(text: string, from: number, hit: HeaderHit): boolean {
  const bracket = text.charCodeAt(from) === OPEN;
  hit.shape = bracket ? SHAPE.bracket : 0;
  hit.era = 0;
  hit.isPlain = true;
  const time = hit.recallDate(text, from) ? from + hit.dateLength : readNewDate(text, from, bracket, hit);
  if (time < 0) return false;
  const at = readTime(text, time, hit);
  if (at < 0) return false;
  hit.body = readEnd(text, at, hit);
  return hit.body >= 0;
}
