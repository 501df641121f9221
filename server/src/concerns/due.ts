import { Temporal } from 'temporal-polyfill';
import { schoolDay } from '../platform/clock.ts';
import { addSchoolDays, nextSchoolDay, type SchoolCalendar } from '../schools/calendar.ts';
import type { ConcernState } from './rules.ts';

/** School days within which it is decided what happens with a concern (domain 2.3). */
const DECIDE_DAYS = 5;

/** School days within which a reporter hears again after the acknowledgement, as the acknowledgement itself says. */
const NEXT_NEWS_DAYS = 10;

/** By when a reporter hears again who is thanked on a day. */
export const newsBy = (calendar: SchoolCalendar, thanked: Temporal.PlainDate): Temporal.PlainDate =>
  addSchoolDays(calendar, thanked, NEXT_NEWS_DAYS);

/** What of a concern decides what is due of it. */
export interface DueFacts {
  readonly state: ConcernState;
  readonly receivedAt: Temporal.Instant;
  readonly screenedAt: Temporal.Instant | null;
  readonly acknowledgeBy: Temporal.PlainDate;
  readonly acknowledgedAt: Temporal.Instant | null;
  readonly withdrawnAt: Temporal.Instant | null;
  /** When the school last wrote to the reporter of its own accord; undefined when it never did. */
  readonly wroteAt: Temporal.Instant | undefined;
  /** Another report leads its matter, so that what happens is decided there. */
  readonly led: boolean;
}

/** The days of a concern: each is set while that step is still to be taken. */
export interface DueDays {
  readonly screen: Temporal.PlainDate | undefined;
  readonly acknowledge: Temporal.PlainDate | undefined;
  readonly decide: Temporal.PlainDate | undefined;
  /** The day by which the acknowledgement promised further word, while none has been sent. */
  readonly news: Temporal.PlainDate | undefined;
}

/** By when the promised news is owed; undefined when it was given, or is wanted no more. */
function newsOwed(facts: DueFacts, calendar: SchoolCalendar): Temporal.PlainDate | undefined {
  const { state, acknowledgedAt, withdrawnAt, wroteAt } = facts;
  if (!acknowledgedAt || withdrawnAt || state === 'exited' || state === 'concluded') return undefined;
  const wrote = wroteAt && Temporal.Instant.compare(wroteAt, acknowledgedAt) > 0;
  return wrote ? undefined : newsBy(calendar, schoolDay(acknowledgedAt));
}

/** What is still due of a concern, and by when. */
export function dueDays(facts: DueFacts, calendar: SchoolCalendar): DueDays {
  const received = schoolDay(facts.receivedAt);
  return {
    screen: facts.screenedAt ? undefined : nextSchoolDay(calendar, received),
    acknowledge: facts.acknowledgedAt ? undefined : facts.acknowledgeBy,
    decide:
      facts.state === 'triage' && !facts.led ? addSchoolDays(calendar, received, DECIDE_DAYS) : undefined,
    news: newsOwed(facts, calendar),
  };
}

/** What is due first, in words for whoever looks after a concern. */
export const DUE_TEXT: Readonly<Record<keyof DueDays, string>> = {
  screen: 'Answer the safeguarding question',
  acknowledge: 'Acknowledge',
  decide: 'Decide what happens next',
  news: 'Write to the reporter again',
};

/** The step of a concern that is due first, if one is. */
export function dueFirst(
  days: DueDays,
): { readonly step: keyof DueDays; readonly by: Temporal.PlainDate } | undefined {
  const steps = (['screen', 'acknowledge', 'decide', 'news'] as const).flatMap((step) => {
    const by = days[step];
    return by ? [{ step, by }] : [];
  });
  return steps.toSorted((a, b) => Temporal.PlainDate.compare(a.by, b.by))[0];
}
