import type { Temporal } from 'temporal-polyfill';
import type { DayRange, SchoolCalendar } from './calendar.ts';
import { isSchoolDay, nextSchoolDay } from './calendar.ts';

/** Whether a day is one of the nation's bank holidays; the caller knows them (`bank-holidays.ts`). */
export type BankHolidays = (day: Temporal.PlainDate) => boolean;

/** Whether offices work on a day: Monday to Friday, but no bank holiday. Unlike a school day it goes on in holidays. */
export function isWorkingDay(isHoliday: BankHolidays, day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= 5 && !isHoliday(day);
}

/** The first working day on or after a day. */
export function nextWorkingDay(isHoliday: BankHolidays, day: Temporal.PlainDate): Temporal.PlainDate {
  let each = day;
  while (!isWorkingDay(isHoliday, each)) each = each.add({ days: 1 });
  return each;
}

/**
 * The day that lies a number of working days after a day: what "within 20 working days" ends on. The day something
 * arrives does not count; what arrives on a day off arrives on the next working day. With 0 it is that day.
 */
export function addWorkingDays(
  isHoliday: BankHolidays,
  day: Temporal.PlainDate,
  count: number,
): Temporal.PlainDate {
  let each = nextWorkingDay(isHoliday, day);
  for (let left = count; left > 0; left -= 1) each = nextWorkingDay(isHoliday, each.add({ days: 1 }));
  return each;
}

/**
 * The last day of a period of calendar months that begins when a request arrives: the same date of the later month, or
 * its last day where it has no such date; when that is a weekend or a bank holiday, the next working day. This is the
 * clock of a request for somebody's own data: one month, or three when it is extended (UK GDPR Article 12(3), as the
 * regulator counts it).
 */
export function addCalendarMonths(
  isHoliday: BankHolidays,
  day: Temporal.PlainDate,
  months: number,
): Temporal.PlainDate {
  return nextWorkingDay(isHoliday, day.add({ months }));
}

/**
 * When school opens again, for what arrives while it is shut for longer than a weekend: a reporter in the holidays is
 * told this day instead of being left to wonder. Undefined on a school day, and over an ordinary weekend.
 */
export function reopening(calendar: SchoolCalendar, day: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (isSchoolDay(calendar, day)) return undefined;
  const opens = nextSchoolDay(calendar, day);
  let first = day;
  while (!isSchoolDay(calendar, first) && first.until(day).days < WEEKEND)
    first = first.subtract({ days: 1 });
  return first.until(opens).days > WEEKEND ? opens : undefined;
}

/** From Friday to Monday. */
const WEEKEND = 3;

/** The bank holidays that fall on a school day of a calendar: schools are shut on them. */
export function holidaysInTerm(
  { terms, closed }: SchoolCalendar,
  holidays: readonly Temporal.PlainDate[],
): readonly DayRange[] {
  return holidays
    .filter((day) => day.dayOfWeek <= 5 && terms.some((term) => within(day, term)))
    .filter((day) => !closed.some((range) => within(day, range)))
    .map((day) => ({ from: day, to: day }));
}

function within(day: Temporal.PlainDate, { from, to }: DayRange): boolean {
  return from.until(day).sign >= 0 && day.until(to).sign >= 0;
}
