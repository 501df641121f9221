import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Work } from '../platform/work.ts';
import type { ConcernId, ConcernSight } from './rules.ts';
import { type ConcernRow, sightFacts, standingsOf } from './standing.ts';
import { concern } from './tables.ts';

/** A concern with what decides who sees it. */
export interface SightedConcern {
  readonly row: ConcernRow;
  readonly sight: ConcernSight;
}

/**
 * The concerns that are the safeguarding lead's business: held, in danger and not yet looked at, or with a record
 * already. Who may see each is asked by the caller.
 * @param recorded those with a safeguarding record
 */
export async function concernsToSafeguard(
  work: Work,
  recorded: readonly ConcernId[],
): Promise<readonly SightedConcern[]> {
  const wanted = or(
    inArray(concern.state, ['held', 'case-held']),
    and(eq(concern.urgent, true), isNull(concern.screenedAt)),
    ...(recorded.length > 0 ? [inArray(concern.id, [...recorded])] : []),
  );
  const rows = await work.queries
    .select()
    .from(concern)
    .where(and(eq(concern.schoolId, work.school), wanted))
    .orderBy(asc(concern.receivedAt), asc(concern.id));
  const standings = await standingsOf(
    work,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ row, sight: sightFacts(row, standings) }));
}
