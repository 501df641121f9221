import type { Temporal } from 'temporal-polyfill';
import { addSchoolDays, type SchoolCalendar } from '../schools/calendar.ts';
import type { CaseFacts } from './facts.ts';

/** Days within which each step is due (domain 2.3), all on the clock of the school's own calendar (rule 36). */
const SCHOOL_DAYS = {
  firstContact: 5,
  answer: 5,
  decision: 10,
  issue: 3,
  tell: 5,
  askReview: 10,
  review: 15,
} as const;

/** The longest a follow-up may wait: half a term of seven weeks, in school days. */
const HALF_TERM = 35;

/** The last day on which a parent can ask for a review without saying why it is late. */
export function latestReview(calendar: SchoolCalendar, issued: Temporal.PlainDate): Temporal.PlainDate {
  return addSchoolDays(calendar, issued, SCHOOL_DAYS.askReview);
}

/** Until when a parent is asked to answer, when somebody writes to them on a day. */
export function answerBy(calendar: SchoolCalendar, day: Temporal.PlainDate): Temporal.PlainDate {
  return addSchoolDays(calendar, day, SCHOOL_DAYS.answer);
}

/** The last day that a follow-up may be set for, when the outcome was issued on a day. */
export function latestFollowUp(calendar: SchoolCalendar, issued: Temporal.PlainDate): Temporal.PlainDate {
  return addSchoolDays(calendar, issued, HALF_TERM);
}

/**
 * By when the next step of a case is due, on the school's own calendar (rule 36); nothing once it is closed.
 * @param today the day that deadlines without an earlier start run from
 */
export function nextDue(
  facts: CaseFacts,
  calendar: SchoolCalendar,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const { state, openedOn = today, firstContactOn, decision, issuedOn = today } = facts;
  const within = (from: Temporal.PlainDate, days: number) => addSchoolDays(calendar, from, days);
  switch (state) {
    case undefined:
    case 'closed':
    case 'retained':
    case 'erased':
      return undefined;
    case 'gathering':
      return within(openedOn, SCHOOL_DAYS.firstContact);
    case 'parent-contact':
      return firstContactOn
        ? within(firstContactOn, SCHOOL_DAYS.answer)
        : within(openedOn, SCHOOL_DAYS.firstContact);
    case 'assessment':
      return within(firstContactOn ?? openedOn, SCHOOL_DAYS.decision);
    case 'decision':
      return decision
        ? within(decision.on, SCHOOL_DAYS.issue)
        : within(firstContactOn ?? openedOn, SCHOOL_DAYS.decision);
    case 'outcome-issued':
      return within(issuedOn, SCHOOL_DAYS.tell);
    case 'follow-up':
      return facts.followUp;
    case 'review':
      return within(facts.review?.askedOn ?? today, SCHOOL_DAYS.review);
    case 'reviewed':
      return within(facts.review?.decided?.on ?? today, SCHOOL_DAYS.tell);
  }
}
