import { Temporal } from 'temporal-polyfill';
import { type BankHoliday, bankHolidays } from './bank-holidays.ts';
import type { DayRange } from './calendar.ts';
import type { SchoolYear } from './calendar-store.ts';
import type { SchoolProfile } from './profile.ts';

/** Days without school within the terms, and what they are. */
export interface ClosedDays extends DayRange {
  readonly what: string;
}

/** So many days off in a row within a term are its half-term. */
const HALF_TERM_DAYS = 3;

function whatFor({ from, to }: DayRange, holidays: readonly BankHoliday[]): string {
  if (from.equals(to)) {
    const holiday = holidays.find(({ day }) => day.equals(from));
    return holiday ? `Bank holiday: ${holiday.name}` : 'Closed for a day, such as an INSET day';
  }
  return from.until(to).days + 1 >= HALF_TERM_DAYS ? 'Half-term' : 'Closed for some days';
}

/** Every day or stretch without school of some school years, the earliest first, with what it is. */
export function closedDays(
  years: readonly SchoolYear[],
  nation: SchoolProfile['nation'],
): readonly ClosedDays[] {
  return years.flatMap(({ closed }) =>
    closed
      .toSorted((one, other) => Temporal.PlainDate.compare(one.from, other.from))
      .map((range) => ({ ...range, what: whatFor(range, bankHolidays(nation, range.from.year)) })),
  );
}
