import { and, eq, gte, lt } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Work } from '../platform/work.ts';
import type { ConcernPlace } from './kinds.ts';
import type { ConcernExit } from './rules.ts';
import { concern } from './tables.ts';

/** How a concern ended: as a case, in one of the ways out, or not yet. */
export type ConcernEnding = ConcernExit | 'case' | 'open';

/** One concern as a row of a count: where the words were and how it ended, no more. */
export interface CountedConcern {
  readonly place: ConcernPlace;
  readonly ending: ConcernEnding;
}

/**
 * The concerns received in a stretch of time, for whoever counts them. Those that go past the Head or the governors are
 * left out: a number must not tell of one (rules 10, 40). Whoever shows counts hides the small ones.
 * @param from the first moment, @param to the first moment after
 */
export async function concernsCounted(
  work: Work,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<readonly CountedConcern[]> {
  const rows = await work.queries
    .select({ place: concern.place, exit: concern.exit, caseId: concern.caseId })
    .from(concern)
    .where(
      and(
        eq(concern.schoolId, work.school),
        gte(concern.receivedAt, from),
        lt(concern.receivedAt, to),
        eq(concern.route, 'ordinary'),
      ),
    );
  return rows.map(({ place, exit, caseId }) => ({ place, ending: exit ?? (caseId ? 'case' : 'open') }));
}
