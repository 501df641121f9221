import type { Temporal } from 'temporal-polyfill';
import { DEFAULT_RULES, type RetentionClass as ScheduleClass } from '../privacy/retention/classes.ts';
import type { RetentionClass } from './codes.ts';
import { endsQuietly } from './outcomes.ts';

/** Which line of the school's schedule a class of cases is (domain 3.4). */
export const LINE_OF: Readonly<Record<RetentionClass, ScheduleClass>> = {
  'no-further-action': 'case-nothing',
  outcome: 'case-outcome',
};

/** What an ended case is kept as. For how long, the school's schedule says. */
export const RETENTION_TEXT: Readonly<Record<RetentionClass, string>> = {
  'no-further-action': 'No further action: restricted',
  outcome: 'Case with an outcome',
};

/**
 * The day until which a case of a class is kept, when it is closed on a day (rule 37).
 * @param months what the school's schedule says; what Handbell begins with when left out
 */
export function keepUntil(
  retention: RetentionClass,
  closed: Temporal.PlainDate,
  months = DEFAULT_RULES[LINE_OF[retention]].months,
): Temporal.PlainDate {
  return closed.add({ months });
}

/** The class of a case by what was decided. */
export function retentionOf(outcome: string | undefined): RetentionClass {
  return endsQuietly(outcome) ? 'no-further-action' : 'outcome';
}
