import { Temporal } from 'temporal-polyfill';

/** A stretch of days, both ends included. */
export interface DayRange {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** A school term, by the season it is named after. */
export interface Term extends DayRange {
  readonly season: 'autumn' | 'spring' | 'summer';
}

/**
 * When a school is open: its terms, and the days within them without school (half-terms, training days, bank
 * holidays). A school that has not written any down counts Monday to Friday.
 */
export interface SchoolCalendar {
  readonly terms: readonly Term[];
  readonly closed: readonly DayRange[];
}

/** Further than any deadline looks ahead: the end of the search for an open day. */
const HORIZON_DAYS = 400;

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0;

const within = (day: Temporal.PlainDate, { from, to }: DayRange): boolean =>
  !isBefore(day, from) && !isBefore(to, day);

/** Whether the calendar says anything about a day: it lies between the first and the last day of its terms. */
function known({ terms }: SchoolCalendar, day: Temporal.PlainDate): boolean {
  return terms.some((term) => !isBefore(day, term.from)) && terms.some((term) => !isBefore(term.to, day));
}

/** Whether there is school on a day. Outside the years written down, Monday to Friday count. */
export function isSchoolDay(calendar: SchoolCalendar, day: Temporal.PlainDate): boolean {
  if (day.dayOfWeek > 5) return false;
  if (calendar.closed.some((range) => within(day, range))) return false;
  return !known(calendar, day) || calendar.terms.some((term) => within(day, term));
}

/** The first school day on or after a day. */
export function nextSchoolDay(calendar: SchoolCalendar, day: Temporal.PlainDate): Temporal.PlainDate {
  let each = day;
  for (let step = 0; step < HORIZON_DAYS; step += 1) {
    if (isSchoolDay(calendar, each)) return each;
    each = each.add({ days: 1 });
  }
  return day;
}

/**
 * The day that lies a number of school days after a day: what "within 3 school days" ends on (rule 36). With 0 it is
 * the first school day on or after it.
 */
export function addSchoolDays(
  calendar: SchoolCalendar,
  day: Temporal.PlainDate,
  count: number,
): Temporal.PlainDate {
  let each = nextSchoolDay(calendar, day);
  // A matter that arrives in a holiday arrives, for the clock, on the last day before school reopens.
  let left = each.equals(day) ? count : count - 1;
  while (left > 0) {
    each = nextSchoolDay(calendar, each.add({ days: 1 }));
    left -= 1;
  }
  return each;
}

/** The term that "Spring 2027" means at this school, if it is written down. */
export function findTerm(calendar: SchoolCalendar, season: Term['season'], year: number): Term | undefined {
  return calendar.terms.find((term) => term.season === season && term.from.year === year);
}
