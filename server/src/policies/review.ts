import type { PartialDate } from '@handbell/policy';
import { Temporal } from 'temporal-polyfill';
import { findTerm, isSchoolDay, type SchoolCalendar, type Term } from '../schools/calendar.ts';
import type { PolicyRecord } from './version.ts';

/** When the school is reminded of a review, and the last day on which it is in time. */
export interface ReviewTime {
  readonly from: Temporal.PlainDate;
  readonly due: Temporal.PlainDate;
}

/** How long ahead a reminder comes when no term is written down that it could come with: about a term. */
const WEEKS_AHEAD = 13;

/** Where terms lie in a year, roughly: for a school that has not written its own down. */
const USUAL_TERMS = {
  autumn: { from: [9, 1], to: [12, 20], before: 'summer' },
  spring: { from: [1, 4], to: [3, 31], before: 'autumn' },
  summer: { from: [4, 15], to: [7, 21], before: 'spring' },
} as const;

const { compare } = Temporal.PlainDate;

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
      // A school year is named by the year in which it ends.
      return Temporal.PlainDate.from(
        date.schoolYear ? { year: date.year, month: 8, day: 31 } : { year: date.year, month: 12, day: 31 },
      );
  }
}

/** The last day of a term on which there is school. */
function lastSchoolDay(calendar: SchoolCalendar, { from, to }: Term): Temporal.PlainDate {
  for (let day = to; compare(day, from) >= 0; day = day.subtract({ days: 1 })) {
    if (isSchoolDay(calendar, day)) return day;
  }
  return to;
}

/** The first day of the term before a day's own, if both are written down. */
function termBefore({ terms }: SchoolCalendar, day: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const begun = terms.filter(({ from }) => compare(from, day) <= 0);
  return begun.toSorted((a, b) => compare(b.from, a.from))[1]?.from;
}

/**
 * When a review is due (S5, S6): a day or month is in time until it ends, a term until its last school day. The reminder
 * comes a term ahead: on the first day of the term before, as the school's calendar has it.
 */
export function reviewTime(date: PartialDate, calendar: SchoolCalendar): ReviewTime {
  if (date.precision === 'term') {
    const own = findTerm(calendar, date.term, date.year);
    const due = own ? lastSchoolDay(calendar, own) : lastDay(date);
    const { before } = USUAL_TERMS[date.term];
    const year = before === 'autumn' ? date.year - 1 : date.year;
    const [month, day] = USUAL_TERMS[before].from;
    const usual = Temporal.PlainDate.from({ year, month, day });
    return { from: findTerm(calendar, before, year)?.from ?? usual, due };
  }
  const due = lastDay(date);
  return { from: termBefore(calendar, due) ?? due.subtract({ weeks: WEEKS_AHEAD }), due };
}

/** When a version is to be reviewed: what the school said last, or else what the policy itself says. */
export function reviewDate({
  reviewSet,
  document,
}: Pick<PolicyRecord, 'reviewSet' | 'document'>): PartialDate | undefined {
  return reviewSet ?? document.dates.review;
}

/** Whether people are to be reminded on a day, and of what; undefined when there is nothing to say. */
export function reviewStage(
  { from, due }: ReviewTime,
  today: Temporal.PlainDate,
): 'ahead' | 'overdue' | undefined {
  if (compare(today, due) > 0) return 'overdue';
  return compare(today, from) >= 0 ? 'ahead' : undefined;
}
