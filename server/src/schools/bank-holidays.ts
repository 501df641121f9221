import { createRequire } from 'node:module';
import { Temporal } from 'temporal-polyfill';
import type { DayRange, SchoolCalendar } from './calendar.ts';
import { type BankHolidays, holidaysInTerm } from './clocks.ts';
import type { SchoolProfile } from './profile.ts';

type Nation = SchoolProfile['nation'];

/** The nations as the holidays' own list names them. */
const STATES: Readonly<Record<Nation, string>> = {
  england: 'ENG',
  wales: 'WLS',
  scotland: 'SCT',
  'northern-ireland': 'NIR',
};

/** A bank holiday, by the name the law gives it. */
export interface BankHoliday {
  readonly day: Temporal.PlainDate;
  readonly name: string;
}

const require = createRequire(import.meta.url);

/** The holidays of the whole world are read when a day is first asked for: a start need not wait for them. */
const world = (): typeof import('date-holidays').default => require('date-holidays');

const known = new Map<string, readonly BankHoliday[]>();

/** The bank holidays of a nation in a calendar year, days in lieu included, from the kept library `date-holidays`. */
export function bankHolidays(nation: Nation, year: number): readonly BankHoliday[] {
  const key = `${nation} ${year}`;
  const cached = known.get(key);
  if (cached) return cached;
  const list = new (world())('GB', STATES[nation], { types: ['public', 'bank'] }).getHolidays(year);
  const days = list.map(({ date, name }) => ({ day: Temporal.PlainDate.from(date.slice(0, 10)), name }));
  const sorted = days.toSorted((one, other) => Temporal.PlainDate.compare(one.day, other.day));
  known.set(key, sorted);
  return sorted;
}

/** The bank holidays within a calendar's terms that are not closed days already. */
export function bankHolidaysIn(nation: Nation, calendar: SchoolCalendar): readonly DayRange[] {
  const years = new Set(calendar.terms.flatMap(({ from, to }) => [from.year, to.year]));
  const days = [...years].flatMap((year) => bankHolidays(nation, year).map((each) => each.day));
  return holidaysInTerm(calendar, days);
}

/** Tells whether a day is a bank holiday of a nation. */
export function bankHolidaysOf(nation: Nation): BankHolidays {
  return (day) => bankHolidays(nation, day.year).some((each) => each.day.equals(day));
}
