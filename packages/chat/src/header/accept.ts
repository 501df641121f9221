import { Entries } from '../entries.ts';
import { type Calendar, calendarOf, commonYear, convertDay, dayExists, packDay } from './calendar.ts';
import { AFTER_BOM, AFTER_CRLF, MARKED, type PrintedDate } from './candidates.ts';
import type { DateOrder } from './date-order.ts';
import type { Decision } from './decide.ts';
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
  /** Where the first entry begins: text before it belongs to no message. */
  readonly begins: number;
  /** Where the header of the last entry stands, and the packed day of it. */
  readonly lastBegins: number;
  readonly lastDay: number;
}

// Turns printed dates into packed days, in the order in which they come.
class DayReader {
  calendar: Calendar = 'gregorian';
  readonly #year: number;
  #last = 0;

  constructor(today: string, lastDay: number) {
    this.#year = Number(today.slice(0, 4));
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
    return packed;
  }

  #withYear(year: number, era: number, month: number, day: number): number {
    const calendar = calendarOf(year, era);
    if (calendar !== 'gregorian') this.calendar = calendar;
    if (calendar === 'persian' || calendar === 'islamic') return convertDay(calendar, year, month, day);
    return packDay(commonYear(year, era), month, day);
  }

  // A date without a year belongs to the newest year: it follows the dates before it, or comes before today.
  #withoutYear(month: number, day: number): number {
    if (this.#last === 0) return packDay(this.#year, month, day);
    const sameYear = packDay(this.#last >> 9, month, day);
    const runsBack = ((this.#last >> 5) & 15) - month > 6;
    return runsBack ? packDay((this.#last >> 9) + 1, month, day) : sameYear;
  }
}

/**
 * Takes the headers that the decision calls headers, and lays out the entries between them.
 * @param text the chat
 * @param survey its candidates; their columns are used again for the result
 * @param decision what counts as a header
 * @param today `YYYY-MM-DD`, for dates that leave the year out
 * @param lastDay packed day of the entry before this text, where there is one
 */
export function accept(
  text: string,
  survey: Survey,
  decision: Decision,
  today: string,
  lastDay = 0,
): Accepted {
  const { candidates } = survey;
  const { crlfBetween, orders } = decision;
  const days = new DayReader(today, lastDay);
  const { start, body, line, date, seconds, flags, before, sender, words, special } = candidates;
  const marked = flags;
  let count = 0;
  let foreign = 0;
  let foreignLine: number | null = null;
  let impossible = 0;
  let impossibleLine: number | null = null;
  let yearless = 0;
  let begins = text.length;
  let lastBegins = 0;
  let current = decision.main;
  let dateAt = -1;
  let day = -1;
  for (let at = 0; at < candidates.length; at += 1) {
    const itsFlags = flags[at] ?? 0;
    const itsDate = date[at] ?? 0;
    const printed = candidates.dates[itsDate];
    if (printed === undefined) continue;
    const isSeam = (itsFlags & AFTER_BOM) !== 0;
    if (isSeam) current = printed.shape;
    if (isSeam || itsDate !== dateAt) {
      dateAt = itsDate;
      day = printed.shape === current ? days.read(printed, orders.get(current)?.order ?? 'dmy') : -1;
    }
    if (day < 0 || (crlfBetween && count > 0 && (itsFlags & AFTER_CRLF) === 0)) {
      foreign += 1;
      foreignLine ??= line[at] ?? 0;
      // The entry before goes on over this line: what was thought of its end no longer holds.
      if (count > 0) special[count - 1] = 1;
      continue;
    }
    if (printed.third < 0) yearless += 1;
    if (!dayExists(day)) {
      impossible += 1;
      impossibleLine ??= line[at] ?? 0;
    }
    // The columns are written over from the left: `count` never passes `at`.
    lastBegins = start[at] ?? 0;
    if (count === 0) begins = lastBegins;
    else start[count - 1] = before[at] ?? 0;
    body[count] = body[at] ?? 0;
    words[count] = words[at] ?? 0;
    line[count] = line[at] ?? 0;
    date[count] = day;
    seconds[count] = seconds[at] ?? 0;
    sender[count] = sender[at] ?? -1;
    special[count] = special[at] ?? 0;
    marked[count] = (itsFlags & MARKED) === 0 ? 0 : 1;
    count += 1;
  }
  if (count > 0) start[count - 1] = survey.end;
  const entries = new Entries({
    length: count,
    body: body.subarray(0, count),
    from: words.subarray(0, count),
    to: start.subarray(0, count),
    line: line.subarray(0, count),
    day: date.subarray(0, count),
    seconds: seconds.subarray(0, count),
    sender: sender.subarray(0, count),
    marked,
    special,
  });
  return {
    entries,
    foreign,
    foreignLine,
    impossible,
    impossibleLine,
    yearless,
    calendar: days.calendar,
    begins,
    lastBegins,
    lastDay: count === 0 ? lastDay : (date[count - 1] ?? 0),
  };
}
