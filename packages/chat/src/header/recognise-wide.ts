import { digitValue, isMark, isSpace } from './characters.ts';
import { NEWLINE, RETURN } from './codes.ts';
import { halfOf, hourOfDay } from './day-halves.ts';
import * as ERA from './era.ts';
import * as HALF from './half.ts';
import type { HeaderHit } from './hit.ts';
import { monthOf } from './month-names.ts';
import * as SHAPE from './shape.ts';

/** Longest header there is, in characters, with room to spare. */
export const LONGEST_HEADER = 96;

const WORD = "[\\p{L}\\p{M}’']+\\.?";
const HALF_WORD = String.raw`[\p{L}\p{M}][\p{L}\p{M}.’' ]{0,22}?`;
const TIME = String.raw`(?<hour>\d{1,2})(?<ts> ?[:.h時时點点시] ?)(?<minute>\d{2})(?:分|분)?(?:[:.] ?(?<second>\d{2})|(?<second2>\d{2})秒| (?<second3>\d{2})초| min (?<second4>\d{2}) s)?(?: ч\.)?`;
const CLOCK = `(?:(?<before>${HALF_WORD}) ?)?${TIME}(?: ?(?<after>${HALF_WORD}))?`;
const GLUE = '(?: ?[,،、] ?| )(?:(?:klo|kl[.]?|um|at|à|a las|às|ore|в|la|lúc|om) )?';
const NUMBERS = String.raw`(?:A[PH] )?(?<era>[RHS]|令和|平成|昭和|民國)?(?<first>\d{1,4})(?<s1> ?[./-] ?|年 ?|년 ?)(?<second_>\d{1,2})(?:(?<s2> ?[./-] ?|月 ?|월 ?)(?<era2>[RHS])?(?<third>\d{1,4}))?(?:日|일)?\.?(?: ?(?<era3>BE|B\.E\.|พ\.ศ\.|AH|AP|г\.|g\.|m\.))?(?: ?\([^)]{1,3}\))?`;
const NAMED = String.raw`(?:${WORD},? )?(?:(?<day>\d{1,2})(?:\.|er|º|st|nd|rd|th)? (?:de |d’|d')?(?<month>${WORD})(?:[,،]? (?:de )?(?<year>\d{4})(?: ?(?:г|р|թ)\.|\.)?)?|(?<year4>\d{4})\.? (?<month3>${WORD}) (?<day3>\d{1,2})\.?|(?<month2>${WORD}) (?<day2>\d{1,2})(?:st|nd|rd|th)?(?:, (?<year2>\d{4})| (?<year3>\d{4}))?)`;
const END = '(?<end>[\\]] ?| [-–—] |: )';

const FORMS: readonly RegExp[] = [
  `^(?<open>\\[)? ?(?:${WORD},? )?${NUMBERS}${GLUE}${CLOCK}${END}`,
  `^(?<open>\\[)? ?${CLOCK}${GLUE}(?:${WORD},? )?${NUMBERS}${END}`,
  `^(?<open>\\[)? ?${NAMED}${GLUE}${CLOCK}${END}`,
  `^(?<open>\\[)? ?${CLOCK}${GLUE}${NAMED}${END}`,
].map((source) => new RegExp(source, 'u'));

const A_TIME = /\d ?[:.h時时點点시] ?\d\d/;

// Where each character of the window stands in the text; one array for all windows.
const places = new Int32Array(LONGEST_HEADER + 1);

// The line's beginning with marks out, digits Latin, spaces plain.
function windowOf(text: string, from: number): string {
  let out = '';
  const end = Math.min(text.length, from + LONGEST_HEADER);
  let at = from;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE || code === RETURN) break;
    if (isMark(code)) continue;
    places[out.length] = at;
    const digit = digitValue(code);
    out += digit >= 0 ? String.fromCharCode(48 + digit) : isSpace(code) ? ' ' : text.charAt(at);
  }
  places[out.length] = at;
  return out;
}

type Groups = Readonly<Record<string, string | undefined>>;

function halfIn(groups: Groups): number {
  for (const word of [groups.after, groups.before]) {
    if (word === undefined) continue;
    const half = halfOf(word);
    if (half !== HALF.none) return half;
  }
  return HALF.none;
}

function fillTime(groups: Groups, hit: HeaderHit): boolean {
  const hour = Number(groups.hour);
  const minute = Number(groups.minute);
  const printed = groups.second ?? groups.second2 ?? groups.second3 ?? groups.second4;
  const second = Number(printed ?? 0);
  if (hour > 24 || minute > 59 || second > 60) return false;
  const half = halfIn(groups);
  if (half === HALF.unknown) return false;
  hit.seconds = hourOfDay(hour, half) * 3600 + minute * 60 + second;
  if (half !== HALF.none) hit.shape |= SHAPE.half;
  if (printed !== undefined) hit.shape |= SHAPE.seconds;
  if (groups.ts?.includes('.') === true) hit.shape |= SHAPE.dotTime;
  return true;
}

function fillNamed(groups: Groups, hit: HeaderHit): boolean {
  const month = monthOf(groups.month ?? groups.month2 ?? groups.month3 ?? '');
  if (month === 0) return false;
  hit.shape |= SHAPE.named;
  hit.first = Number(groups.day ?? groups.day2 ?? groups.day3);
  hit.second = month;
  hit.third = Number(groups.year ?? groups.year2 ?? groups.year3 ?? groups.year4 ?? -1);
  return true;
}

const ERAS: Readonly<Record<string, number>> = {
  R: ERA.reiwa,
  令和: ERA.reiwa,
  H: ERA.heisei,
  平成: ERA.heisei,
  S: ERA.showa,
  昭和: ERA.showa,
  民國: ERA.minguo,
  BE: ERA.buddhist,
  'B.E.': ERA.buddhist,
  'พ.ศ.': ERA.buddhist,
};

function fillNumbers(groups: Groups, hit: HeaderHit): boolean {
  const { first, third, era, era2, era3, s1, s2 } = groups;
  if (first === undefined || s1 === undefined) return false;
  // A date does not change its separator half way, save for the signs for year, month and day.
  if (s2 !== undefined && s1.trim() !== s2.trim() && !/[年년]/.test(s1)) return false;
  hit.first = Number(first);
  hit.second = Number(groups.second_);
  hit.third = third === undefined ? -1 : Number(third);
  hit.era = ERAS[era ?? era2 ?? era3 ?? ''] ?? ERA.common;
  if (third === undefined) {
    if (first.length > 2) return false;
    hit.shape |= SHAPE.noYear;
  } else if (first.length > 2 || era !== undefined || /[年년]/.test(s1)) {
    if (third.length > 2) return false;
    hit.shape |= SHAPE.yearFirst | SHAPE.fourDigits;
  } else if (third.length > 2) hit.shape |= SHAPE.fourDigits;
  if (hit.era !== ERA.common) hit.shape |= SHAPE.era | SHAPE.fourDigits;
  if (s1.includes('.')) hit.shape |= SHAPE.dots;
  else if (s1.includes('-')) hit.shape |= SHAPE.dashes;
  return true;
}

/**
 * Recognises every header there is evidence of: any digits, calendars, words for the halves of the day, months by
 * name, time before date, no year. Looks at no more than {@link LONGEST_HEADER} characters, so its time is bounded.
 * @param text the chat
 * @param from position of the line's first visible character
 * @param hit filled when the line begins with a header
 * @returns whether it does
 */
export function recogniseWide(text: string, from: number, hit: HeaderHit): boolean {
  hit.isPlain = false;
  const window = windowOf(text, from);
  if (!A_TIME.test(window)) return false;
  for (let form = 0; form < FORMS.length; form += 1) {
    const found = FORMS[form]?.exec(window);
    const groups = found?.groups;
    if (found === null || found === undefined || groups === undefined) continue;
    const bracket = groups.open !== undefined;
    const end = groups.end ?? '';
    if (bracket !== end.startsWith(']')) continue;
    hit.shape =
      (bracket ? SHAPE.bracket : 0) |
      (end === ': ' ? SHAPE.colon : 0) |
      (form % 2 === 1 ? SHAPE.timeFirst : 0);
    hit.era = ERA.common;
    if (!fillTime(groups, hit)) continue;
    if (!(form < 2 ? fillNumbers(groups, hit) : fillNamed(groups, hit))) continue;
    if (form < 2 && /\d ?[,،、]/.test(window.slice(0, found[0].length))) hit.shape |= SHAPE.comma;
    hit.body = places[found[0].length] ?? from;
    return true;
  }
  return false;
}
