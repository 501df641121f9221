import { Temporal } from 'temporal-polyfill';
import { addSchoolDays, type SchoolCalendar } from '../../schools/calendar.ts';

/** School days a parent has to say what they think of a ban (domain 2.8). */
export const WINDOW_DAYS = 10;
/** A provisional ban is confirmed within so many school days, or lapses (rule 2). */
export const LAPSE_DAYS = 15;
/** School days of a term: the longest time without looking at a ban again (rule 1). */
export const TERM_DAYS = 65;
/** School days before a review in which the parent can comment (D12). */
export const REVIEW_NOTICE_DAYS = 10;
/** No ban is set for longer than this at once; a review may extend it with fresh reasons. */
export const LONGEST_MONTHS = 12;

/** The limits that the days of a ban are judged by, all on the school's own calendar (rule 36). */
export interface BanLimits {
  readonly today: Temporal.PlainDate;
  /** The earliest day on which the window may close. */
  readonly windowFrom: Temporal.PlainDate;
  readonly lapseUntil: Temporal.PlainDate;
  readonly reviewUntil: Temporal.PlainDate;
  readonly commentsFrom: Temporal.PlainDate;
  readonly endUntil: Temporal.PlainDate;
}

/** The limits as they are on a day. */
export function limitsOn(calendar: SchoolCalendar, today: Temporal.PlainDate): BanLimits {
  return {
    today,
    windowFrom: addSchoolDays(calendar, today, WINDOW_DAYS),
    lapseUntil: addSchoolDays(calendar, today, LAPSE_DAYS),
    reviewUntil: addSchoolDays(calendar, today, TERM_DAYS),
    commentsFrom: addSchoolDays(calendar, today, REVIEW_NOTICE_DAYS),
    endUntil: today.add({ months: LONGEST_MONTHS }),
  };
}

export const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0;
