import type { Entries } from '../entries.ts';
import { type Calendar, calendarOf, commonYear, convertDay, dayExists, packDay } from './calendar.ts';
import { AFTER_CRLF, type Candidates, MARKED, type PrintedDate } from './candidates.ts';
import { NEWLINE } from './codes.ts';
import type { DateOrder } from './date-order.ts';
import type { Decision } from './decide.ts';
import type { Letters } from './letters.ts';
import type { Survey } from './survey.ts';

/** The accepted entries, and what was odd on the way. */
export interface Accepted {
  readonly entries: Entries;
  /** Lines that look like a header but were left inside a message: how many, and the first one's number. */
  readonly foreign: number;
  readonly foreignLine: number | null;
  /** Dates that no calendar has. */
  readonly impossible: number;
  readonly impossibleLine: number | null;
  /** Headers without a year. */
  readonly yearless: number;
  readonly calendar: Calendar;
  /** What stands before the first entry and belongs to no message, or the beginning of it. */
  readonly textBefore: string;
  /** Where the header of the last entry stands, and the packed day of it. */
  readonly lastBegins: number;
  readonly lastDay: number;
}

/** Bytes before the first entry that are looked at. */
const LONGEST_BEFORE = 4096;

/** Months that a date may lie before the one above it without being taken for one of the next year. */
const LATE_MONTHS = 6;

// Turns printed dates into packed days, in the order in which they come.
class DayReader {
  calendar: Calendar = 'gregorian';
  readonly #firstYear: number;
  #last = 0;
  #hadYear = false;

  constructor(firstYear: number, lastDay: number) {
    this.#firstYear = firstYear;
    this.#last = lastDay;
  }

  // The packed day, or -1 when the numbers make no date in this order.
  read({ first, second, third, era }: PrintedDate, order: DateOrder): number {
    const month = order === 'mdy' ? first : second;
    const day = order === 'mdy' ? second : order === 'dmy' ? first : third;
    const year = order === 'ymd' ? first : third;
    if (month < 1 || month > 12 || day < 1 || day > 31) return -1;
    const packed = year < 0 ? this.#withoutYear(month, day) : this.#withYear(year, era, month, day);
    if (packed > 0) this.#last = packed;
    this.#hadYear = year >= 0;
    return packed;
  }

  #withYear(year: number, era: number, month: number, day: number): number {
    const calendar = calendarOf(year, era);
    if (calendar !== 'gregorian') this.calendar = calendar;
    if (calendar === 'persian' || calendar === 'islamic') return convertDay(calendar, year, month, day);
    return packDay(commonYear(year, era), month, day);
  }

  // Phones leave the year out in the newest year: it follows the last one that is printed.
  #withoutYear(month: number, day: number): number {
    if (this.#last === 0) return packDay(this.#firstYear, month, day);
    const isNext = this.#hadYear || ((this.#last >> 5) & 15) - month > LATE_MONTHS;
    return packDay((this.#last >> 9) + (isNext ? 1 : 0), month, day);
  }
}

// The year of the first date when none is printed: as late as it can be with no date after today.
function firstYearOf(dates: readonly PrintedDate[], order: DateOrder, today: string): number {
  const [year = 0, thisMonth = 0, thisDay = 0] = today.split('-').map(Number);
  let turns = 0;
  let last = 0;
  for (const { first, second, third } of dates) {
    if (third >= 0) continue;
    const month = order === 'mdy' ? first : second;
    if ((last >> 5) - month > LATE_MONTHS) turns += 1;
    last = packDay(0, month, order === 'mdy' ? second : first);
  }
  return year - turns - (last > packDay(0, thisMonth, thisDay) ? 1 : 0);
}

/**
 * Takes the headers that the decision calls headers, and lays out the entries between them.
 * @param letters the chat
 * @param survey its candidates; their columns are used again for the result
 * @param decision what counts as a header
 * @param today `YYYY-MM-DD`, for dates that leave the year out
 * @param lastDay packed day of the entry before this text, where there is one
 */
export function accept(
  letters: Letters,
  survey: Survey,
  decision: Decision,
  today: string,
  lastDay = 0,
): Accepted {
  const { candidates, dates } = survey;
  const { body, line, date, seconds, flags, before, sender, words } = candidates;
  const reading = readDays(dates, decision, today, lastDay);
  const { days } = reading;
  const left = reading.isAll
    ? { count: candidates.length, foreign: 0, foreignLine: null }
    : leaveOut(candidates, days, decision);
  const { count } = left;
  before[count] = survey.end;
  const entries: Entries = {
    length: count,
    body,
    from: words,
    // An entry ends before the next: the column is the same, one row on.
    to: before.subarray(1),
    line,
    seconds,
    sender,
    dayOf: (at) => days[date[at] ?? -1] ?? 0,
    isMarked: (at) => ((flags[at] ?? 0) & MARKED) !== 0,
  };
  const lineStart = (at: number) => letters.bytes.lastIndexOf(NEWLINE, body[at]) + 1;
  return {
    entries,
    foreign: left.foreign,
    foreignLine: left.foreignLine,
    impossible: reading.impossible,
    impossibleLine: reading.impossibleLine,
    yearless: reading.yearless,
    calendar: reading.calendar,
    textBefore: count === 0 ? '' : letters.piece(0, Math.min(lineStart(0), LONGEST_BEFORE)),
    lastBegins: count === 0 ? 0 : lineStart(count - 1),
    lastDay: count === 0 ? lastDay : entries.dayOf(count - 1),
  };
}

/**
 * Does the decision call every line that looks like a header one?
 * @param dates as printed in those lines
 * @param decision what counts as a header
 * @param today see {@link accept}
 */
export function acceptsAll(dates: readonly PrintedDate[], decision: Decision, today: string): boolean {
  return readDays(dates, decision, today, 0).isAll;
}

interface Reading {
  /** Packed day of each printed date; -1 where its headers are none. */
  readonly days: Int32Array;
  /** Every candidate is a header. */
  readonly isAll: boolean;
  readonly impossible: number;
  readonly impossibleLine: number | null;
  readonly yearless: number;
  readonly calendar: Calendar;
}

// Reads each printed date once. Where files were glued together, the shape of headers may change.
function readDays(
  dates: readonly PrintedDate[],
  decision: Decision,
  today: string,
  lastDay: number,
): Reading {
  const { crlfBetween, orders } = decision;
  const reader = new DayReader(firstYearOf(dates, decision.order.order, today), lastDay);
  const days = new Int32Array(dates.length);
  let current = decision.main;
  let isAll = true;
  let impossible = 0;
  let impossibleLine: number | null = null;
  let yearless = 0;
  for (const [at, printed] of dates.entries()) {
    if (printed.afterBom) current = printed.shape;
    const day = printed.shape === current ? reader.read(printed, orders.get(current)?.order ?? 'dmy') : -1;
    days[at] = day;
    if (day < 0 || (crlfBetween && printed.afterCrlf < printed.headers)) isAll = false;
    if (day < 0) continue;
    if (printed.third < 0) yearless += printed.headers;
    if (!dayExists(day)) {
      impossible += printed.headers;
      impossibleLine ??= printed.line;
    }
  }
  return { days, isAll, impossible, impossibleLine, yearless, calendar: reader.calendar };
}

// Takes the candidates that are no headers out of the columns, which are written over from the left.
function leaveOut(
  { length, line, date, flags, columns }: Candidates,
  days: Int32Array,
  { crlfBetween }: Decision,
): { count: number; foreign: number; foreignLine: number | null } {
  let count = 0;
  let foreignLine: number | null = null;
  for (let at = 0; at < length; at += 1) {
    const isInside = crlfBetween && count > 0 && ((flags[at] ?? 0) & AFTER_CRLF) === 0;
    if (isInside || (days[date[at] ?? -1] ?? -1) < 0) {
      foreignLine ??= line[at] ?? 0;
      continue;
    }
    for (const column of columns) column[count] = column[at] ?? 0;
    count += 1;
  }
  return { count, foreign: length - count, foreignLine };
}
