import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Role } from '../people/roles.ts';
import type { MemberId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import { type ConcernId, type ConcernSight, mayOpenConcern, type Sight } from './rules.ts';
import { concern, concernMember } from './tables.ts';

export type ConcernRow = typeof concern.$inferSelect;
export type StandingRow = typeof concernMember.$inferSelect;

/** Somebody of the school, as far as the rules about sight and acts need them. */
export interface Actor {
  readonly member: MemberId;
  readonly roles: readonly Role[];
}

/** The columns of a stored concern that decide who sees it: a list that reads these opens nothing. */
export const SIGHT_COLUMNS = {
  id: concern.id,
  route: concern.route,
  urgent: concern.urgent,
  screenedAt: concern.screenedAt,
  state: concern.state,
};
export type SightRow = Pick<ConcernRow, keyof typeof SIGHT_COLUMNS>;

/** What of a stored concern decides who sees it. */
export function sightFacts(row: SightRow, standings: readonly StandingRow[]): ConcernSight {
  const own = standings.filter((standing) => standing.concernId === row.id);
  return {
    route: row.route,
    safeguarding:
      (row.urgent && row.screenedAt === null) || row.state === 'held' || row.state === 'case-held',
    excluded: own.filter((standing) => standing.excluded).map((standing) => standing.memberId),
    appointed: own.filter((standing) => standing.appointed).map((standing) => standing.memberId),
  };
}

/** Where each member stands towards some concerns. */
export function standingsOf(work: Work, ids: readonly ConcernId[]): Promise<StandingRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return work.queries
    .select()
    .from(concernMember)
    .where(and(eq(concernMember.schoolId, work.school), inArray(concernMember.concernId, [...ids])));
}

/** One concern with where everybody stands towards it, and what the one who asks may see of it. */
export interface Found {
  readonly row: ConcernRow;
  readonly standings: readonly StandingRow[];
  readonly sight: Sight;
}

/**
 * Finds a concern as one member sees it; undefined also when they may see nothing of it, so that nobody can tell a
 * concern that is hidden from one that is not there (rule 10).
 * @param lock holds the row until the transaction ends: for every act
 */
export async function findFor(
  work: Work,
  staff: Actor,
  id: ConcernId,
  lock: boolean,
): Promise<Found | undefined> {
  const found = await findRow(work, id, lock);
  if (!found) return undefined;
  const standings = await standingsOf(work, [id]);
  const sight = mayOpenConcern(staff, sightFacts(found, standings));
  return sight === 'nothing' ? undefined : { row: found, standings, sight };
}

/** The stored concern, for jobs and rooms that act without a person's eyes. */
export async function findRow(work: Work, id: ConcernId, lock: boolean): Promise<ConcernRow | undefined> {
  return (await findMatter(work, id, lock)).find((row) => row.id === id);
}

/**
 * A report with all others of its matter: the one that leads first, then the others as they came. A report that stands
 * alone is a matter of one.
 * @param lock holds all of them until the transaction ends, always in the same order, so that two acts on two reports
 *   of one matter wait for each other
 */
export async function findMatter(work: Work, id: ConcernId, lock: boolean): Promise<readonly ConcernRow[]> {
  const [own] = await work.queries
    .select({ lead: sql<ConcernId>`coalesce(${concern.matterOf}, ${concern.id})` })
    .from(concern)
    .where(and(eq(concern.schoolId, work.school), eq(concern.id, id)));
  if (!own) return [];
  const query = work.queries
    .select()
    .from(concern)
    .where(
      and(eq(concern.schoolId, work.school), or(eq(concern.id, own.lead), eq(concern.matterOf, own.lead))),
    )
    .orderBy(asc(concern.id));
  const rows = await (lock ? query.for('update') : query);
  return rows.toSorted((a, b) => Number(a.matterOf !== null) - Number(b.matterOf !== null));
}

/** Whether a member has said that they have no interest in a concern. */
export function declaredClear(standings: readonly StandingRow[], member: MemberId): boolean {
  return standings.some((each) => each.memberId === member && each.declaredClear && !each.excluded);
}
