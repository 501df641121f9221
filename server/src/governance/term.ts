import { Temporal } from 'temporal-polyfill';
import { SCHOOL_ZONE } from '../platform/clock.ts';
import { isSchoolDay, type SchoolCalendar, type Term } from '../schools/calendar.ts';

const { compare } = Temporal.PlainDate;

/** A term with the holidays after it: no day between two terms is counted in neither. */
export interface ReportTerm {
  readonly season: Term['season'];
  readonly from: Temporal.PlainDate;
  /** The term's own last day. */
  readonly lastDay: Temporal.PlainDate;
  /** The day before the next term begins; the term's last day while no next one is written down. */
  readonly to: Temporal.PlainDate;
}

/** The terms that have begun, the newest first. */
export function reportTerms({ terms }: SchoolCalendar, today: Temporal.PlainDate): readonly ReportTerm[] {
  const sorted = terms.toSorted((one, other) => compare(one.from, other.from));
  return sorted
    .map(({ season, from, to }, index) => ({
      season,
      from,
      lastDay: to,
      to: sorted[index + 1]?.from.subtract({ days: 1 }) ?? to,
    }))
    .filter(({ from }) => compare(from, today) <= 0)
    .toReversed();
}

/** "Autumn term 2026". */
export function termName({ season, from }: Pick<ReportTerm, 'season' | 'from'>): string {
  return `${season.charAt(0).toUpperCase()}${season.slice(1)} term ${from.year}`;
}

/** Whether all of it lies behind us, so that its numbers are whole. */
export function isOver({ to }: Pick<ReportTerm, 'to'>, today: Temporal.PlainDate): boolean {
  return compare(to, today) < 0;
}

/** The first moment of a stretch of days, and the first moment after it. */
export function momentsOf({ from, to }: Pick<ReportTerm, 'from' | 'to'>) {
  const start = (day: Temporal.PlainDate) => day.toZonedDateTime(SCHOOL_ZONE).toInstant();
  return { from: start(from), to: start(to.add({ days: 1 })) };
}

/** School days from one day to another: 0 on the same day, and for anything before it. */
export function schoolDaysUntil(
  calendar: SchoolCalendar,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): number {
  let count = 0;
  for (let day = from.add({ days: 1 }); compare(day, to) <= 0; day = day.add({ days: 1 })) {
    if (isSchoolDay(calendar, day)) count += 1;
  }
  return count;
}

/** The middle of some numbers, the mean of the two in the middle of an even count; undefined for none. */
export function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((one, other) => one - other);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  return high === undefined || low === undefined ? undefined : (low + high) / 2;
}
