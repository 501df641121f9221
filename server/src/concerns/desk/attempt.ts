import { outrun } from '../../people/last-change.ts';
import type { MemberId } from '../../platform/ids.ts';
import { notAllowed, notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { refusedBecause } from '../obstacles.ts';
import { type ConcernAct, type ConcernExit, type ConcernId, type ConcernState, tryAct } from '../rules.ts';
import {
  type Actor,
  type ConcernRow,
  declaredClear,
  type Found,
  findFor,
  type StandingRow,
} from '../standing.ts';
import { concernMember } from '../tables.ts';

/** Somebody of the school about to do something with one concern, as they last saw it. */
export interface Attempt {
  readonly work: Work;
  readonly staff: Actor;
  readonly id: ConcernId;
  /** The version of the concern that stood on their page; undefined for what is kept whatever happened meanwhile. */
  readonly version: number | undefined;
  /** The address that people use, for links in mails. */
  readonly origin: string;
}

/** A concern locked for an act that may be done. */
export interface Taken {
  readonly row: ConcernRow;
  readonly standings: readonly StandingRow[];
  readonly state: ConcernState;
}

/**
 * Locks a concern as somebody last saw it.
 * @throws Refusal 404 when they may not see it, 409 when somebody else has done something with it meanwhile
 */
export async function seen({ work, staff, id, version }: Attempt): Promise<Found> {
  const found = await findFor(work, staff, id, true);
  if (!found) throw notFound();
  if (version !== undefined && found.row.version !== version)
    throw await outrun(work, `concern:${id}`, 'Somebody else has done something with this concern.');
  return found;
}

/**
 * Locks a concern and asks whether somebody may do something with it now.
 * @throws Refusal 404 when they may not see it, 403 when they see only that it is there, 409 when somebody else was
 *   first or a rule stands in the way
 */
export async function take(attempt: Attempt, act: ConcernAct, exit?: ConcernExit): Promise<Taken> {
  const { staff } = attempt;
  const found = await seen(attempt);
  // Whoever knows that it is there may write down that they called for help.
  if (found.sight === 'listed' && act !== 'acknowledge' && act !== 'emergency') throw notAllowed();
  const { row, standings } = found;
  const clear = declaredClear(standings, staff.member);
  const result = tryAct({ ...row, exit, roles: staff.roles, declaredClear: clear }, act);
  if (!result.ok) throw refusedBecause(result.obstacle);
  return { row, standings, state: result.state };
}

/** Notes where a member stands towards a concern. */
export async function stand(
  work: Work,
  concernId: ConcernId,
  memberId: MemberId,
  values: Partial<Pick<typeof concernMember.$inferInsert, 'excluded' | 'appointed' | 'declaredClear'>>,
): Promise<void> {
  await work.queries
    .insert(concernMember)
    .values({ schoolId: work.school, concernId, memberId, ...values })
    .onConflictDoUpdate({
      target: [concernMember.schoolId, concernMember.concernId, concernMember.memberId],
      set: values,
    });
}
