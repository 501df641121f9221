import { aliasedTable, and, eq, exists, gte, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { goesPastNobody } from '../cases/counted.ts';
import { conductCase } from '../cases/tables.ts';
import type { Work } from '../platform/work.ts';
import { siteBan, siteBanEvent } from './tables.ts';

/** How many bans there were, no word of any. */
export interface CountedBans {
  /** In force on the last day. */
  readonly active: number;
  /** Whose review began in the time. */
  readonly reviewed: number;
  /** Decided in the time after the parent had said something about it: not imposed, changed or lifted. */
  readonly heeded: number;
  /** Decided in the time after the parent had said something about it: as it was proposed, or let go on. */
  readonly unchanged: number;
}

const ofOrdinaryCase = and(
  eq(conductCase.schoolId, siteBan.schoolId),
  eq(conductCase.id, siteBan.caseId),
  goesPastNobody,
);

const ofItsBan = and(eq(siteBanEvent.schoolId, siteBan.schoolId), eq(siteBanEvent.banId, siteBan.id));

const during = (from: Temporal.Instant, to: Temporal.Instant) =>
  and(gte(siteBanEvent.at, from), lt(siteBanEvent.at, to));

/** The decisions about bans in a stretch of time that came after the parent had said something about that ban. */
async function decisionsAfterWords(work: Work, from: Temporal.Instant, to: Temporal.Instant) {
  const said = aliasedTable(siteBanEvent, 'said');
  const act = sql`${siteBanEvent.deed} ->> 'act'`;
  return work.queries
    .select({
      id: siteBan.id,
      heeds: sql<boolean>`${act} in ('refuse', 'lift') or ${siteBanEvent.deed} -> 'varied' = 'true'::jsonb`,
    })
    .from(siteBan)
    .innerJoin(conductCase, ofOrdinaryCase)
    .innerJoin(siteBanEvent, ofItsBan)
    .where(
      and(
        eq(siteBan.schoolId, work.school),
        during(from, to),
        sql`${act} in ('refuse', 'lift', 'confirm', 'extend')`,
        exists(
          work.queries
            .select({ seq: said.seq })
            .from(said)
            .where(
              and(
                eq(said.schoolId, siteBanEvent.schoolId),
                eq(said.banId, siteBanEvent.banId),
                lt(said.seq, siteBanEvent.seq),
                sql`${said.deed} ->> 'act' = 'record-representation'`,
              ),
            ),
        ),
      ),
    );
}

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
    .innerJoin(siteBanEvent, ofItsBan)
    .where(
      and(
        eq(siteBan.schoolId, work.school),
        during(from, to),
        sql`${siteBanEvent.deed} ->> 'act' = 'invite-review'`,
      ),
    );
  const decided = await decisionsAfterWords(work, from, to);
  const heeded = new Set(decided.filter(({ heeds }) => heeds).map(({ id }) => id));
  const unchanged = new Set(decided.map(({ id }) => id)).size - heeded.size;
  return { active: active.length, reviewed: reviewed.length, heeded: heeded.size, unchanged };
}
