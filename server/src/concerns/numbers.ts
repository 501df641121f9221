import { and, eq, gte, lt } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Work } from '../platform/work.ts';
import type { ConcernPlace } from './kinds.ts';
import { concern } from './tables.ts';

/** One concern as a row of a count: where the words were, no more. */
export interface CountedConcern {
  readonly place: ConcernPlace;
}

/**
 * The concerns received in a stretch of time, for whoever counts them. Those that go past the Head or the governors are
 * left out: a number must not tell of one (rules 10, 40). Whoever shows counts hides the small ones.
 * @param from the first moment, @param to the first moment after
 */
export function concernsCounted(
  work: Work,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<readonly CountedConcern[]> {
  return work.queries
    .select({ place: concern.place })
    .from(concern)
    .where(
      and(
        eq(concern.schoolId, work.school),
        gte(concern.receivedAt, from),
        lt(concern.receivedAt, to),
        eq(concern.route, 'ordinary'),
      ),
    );
}
