import { and, eq, gte, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { conductCase } from '../cases/tables.ts';
import type { Work } from '../platform/work.ts';
import { siteBan, siteBanEvent } from './tables.ts';

/** How many bans there were, no word of any. */
export interface CountedBans {
  /** In force on the last day. */
  readonly active: number;
  /** Whose review began in the time. */
  readonly reviewed: number;
}

const ofOrdinaryCase = and(
  eq(conductCase.schoolId, siteBan.schoolId),
  eq(conductCase.id, siteBan.caseId),
  sql`${conductCase.sight} -> 'opening' ->> 'route' = 'ordinary'`,
);

/**
 * Counts the bans of a stretch of days. Those of cases that go past the Head or the governors are left out (rules 10,
 * 40). Whoever shows counts hides the small ones.
 * @param from the first moment, @param to the first moment after, @param lastDay the last day
 */
export async function bansCounted(
  work: Work,
  from: Temporal.Instant,
  to: Temporal.Instant,
  lastDay: Temporal.PlainDate,
): Promise<CountedBans> {
  const active = await work.queries
    .select({ id: siteBan.id })
    .from(siteBan)
    .innerJoin(conductCase, ofOrdinaryCase)
    .where(
      and(
        eq(siteBan.schoolId, work.school),
        lte(siteBan.fromDay, lastDay),
        or(isNull(siteBan.endedAt), gte(siteBan.endedAt, to)),
      ),
    );
  const reviewed = await work.queries
    .selectDistinct({ id: siteBan.id })
    .from(siteBan)
    .innerJoin(conductCase, ofOrdinaryCase)
    .innerJoin(
      siteBanEvent,
      and(eq(siteBanEvent.schoolId, siteBan.schoolId), eq(siteBanEvent.banId, siteBan.id)),
    )
    .where(
      and(
        eq(siteBan.schoolId, work.school),
        gte(siteBanEvent.at, from),
        lt(siteBanEvent.at, to),
        sql`${siteBanEvent.deed} ->> 'act' = 'invite-review'`,
      ),
    );
  return { active: active.length, reviewed: reviewed.length };
}
