import type { PartialDate } from '@handbell/policy';
import { Temporal } from 'temporal-polyfill';
import { findTerm, type SchoolCalendar } from '../schools/calendar.ts';

/** When the school is reminded of a review, and the last day on which it is in time. */
export interface ReviewTime {
  readonly from: Temporal.PlainDate;
  readonly due: Temporal.PlainDate;
}

/** How long ahead a reminder comes when no term is written down that it could come with. */
const WEEKS_AHEAD = 6;

/** Where terms lie in a year, roughly: for a school that has not written its own down. */
const USUAL_TERMS = {
  autumn: { from: [9, 1], to: [12, 20] },
  spring: { from: [1, 4], to: [3, 31] },
  summer: { from: [4, 15], to: [7, 21] },
} as const;

function lastDay(date: PartialDate): Temporal.PlainDate {
  switch (date.precision) {
    case 'day':
      return Temporal.PlainDate.from({ year: date.year, month: date.month, day: date.day });
    case 'month':
      return Temporal.PlainYearMonth.from({ year: date.year, month: date.month }).toPlainDate({ day: 31 });
    case 'term': {
      const [month, day] = USUAL_TERMS[date.term].to;
      return Temporal.PlainDate.from({ year: date.year, month, day });
    }
    case 'year':
      return Temporal.PlainDate.from({ year: date.year, month: 12, day: 31 });
  }
}

/**
 * When a review is due (S5, S6): a day or month is in time until it ends, a term until its last day. The reminder comes
 * on the first day of the term it is due in, as the school's calendar has it.
 */
export function reviewTime(date: PartialDate, calendar: SchoolCalendar): ReviewTime {
  if (date.precision === 'term') {
    const own = findTerm(calendar, date.term, date.year);
    if (own) return { from: own.from, due: own.to };
    const [month, day] = USUAL_TERMS[date.term].from;
    return { from: Temporal.PlainDate.from({ year: date.year, month, day }), due: lastDay(date) };
  }
  const due = lastDay(date);
  const term = calendar.terms.find(
    ({ from, to }) => Temporal.PlainDate.compare(from, due) <= 0 && Temporal.PlainDate.compare(due, to) <= 0,
  );
  return { from: term?.from ?? due.subtract({ weeks: WEEKS_AHEAD }), due };
}
