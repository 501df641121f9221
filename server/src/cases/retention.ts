import type { Temporal } from 'temporal-polyfill';
import type { RetentionClass } from './codes.ts';
import { endsQuietly } from './outcomes.ts';

/** How long a closed case is kept (domain 3.4): a year when nothing came of it, six when something did. */
const KEPT: Readonly<Record<RetentionClass, Temporal.DurationLike>> = {
  'no-further-action': { months: 12 },
  outcome: { years: 6 },
};

export const RETENTION_TEXT: Readonly<Record<RetentionClass, string>> = {
  'no-further-action': 'No further action: restricted, kept for 12 months',
  outcome: 'Case with an outcome: kept for 6 years after it was closed',
};

/** The day until which a case of a class is kept, when it is closed on a day (rule 37). */
export function keepUntil(retention: RetentionClass, closed: Temporal.PlainDate): Temporal.PlainDate {
  return closed.add(KEPT[retention]);
}

/** The class of a case by what was decided. */
export function retentionOf(outcome: string | undefined): RetentionClass {
  return endsQuietly(outcome) ? 'no-further-action' : 'outcome';
}
