import { and, asc, eq, inArray } from 'drizzle-orm';
import type { MemberId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { routeFrom } from '../desk/acts.ts';
import { type Attempt, seen, stand } from '../desk/attempt.ts';
import { tell } from '../events.ts';
import { refusedBecause } from '../obstacles.ts';
import { readersOf, tellReaders } from '../readers.ts';
import {
  type ConcernId,
  type ConcernRoute,
  type ConcernSight,
  type ConcernState,
  mayBeAppointed,
  strictest,
  tryAct,
} from '../rules.ts';
import {
  type Actor,
  type ConcernRow,
  declaredClear,
  findFor,
  findMatter,
  sightFacts,
  standingsOf,
} from '../standing.ts';
import { change, inMatter } from '../store.ts';
import { concern } from '../tables.ts';

/** A report about to belong to a matter, and where it stands then. */
interface Joining {
  readonly row: ConcernRow;
  readonly state: ConcernState;
}

/** The report that leads, as somebody may act on its whole matter. */
async function theLead(attempt: Attempt, act: 'lead' | 'leave'): Promise<ConcernRow> {
  const { row, standings, sight } = await seen(attempt);
  if (sight !== 'read') throw notFound();
  const clear = declaredClear(standings, attempt.staff.member);
  if (!clear) throw refusedBecause('declare-first');
  if (act === 'leave') return row;
  const result = tryAct({ ...row, roles: attempt.staff.roles, declaredClear: clear }, act);
  if (!result.ok) throw refusedBecause(result.obstacle);
  return row;
}

async function joining(work: Work, staff: Actor, lead: ConcernRow, id: ConcernId): Promise<Joining> {
  const found = await findFor(work, staff, id, true);
  if (found?.sight !== 'read' || id === lead.id) throw notFound();
  if ((await findMatter(work, id, false)).length > 1) throw refusedBecause('leads');
  const { row } = found;
  const facts = { roles: staff.roles, declaredClear: true };
  const joins = tryAct({ ...row, ...facts }, 'join');
  // A case is open already: the report comes into it, if a case could be opened from it too.
  const result = joins.ok && lead.caseId ? tryAct({ ...inMatter(row, lead), ...facts }, 'open-case') : joins;
  if (!result.ok) throw refusedBecause(result.obstacle);
  return { row, state: result.state };
}

/** What decides who sees each report of a matter: kept from one, kept from all; named for one, named for all. */
async function sightTogether(work: Work, rows: readonly ConcernRow[]): Promise<ConcernSight> {
  const standings = await standingsOf(
    work,
    rows.map(({ id }) => id),
  );
  const sights = rows.map((row) => sightFacts(row, standings));
  const all = (of: (sight: ConcernSight) => readonly MemberId[]) => [...new Set(sights.flatMap(of))];
  return {
    route: sights.reduce<ConcernRoute>((route, sight) => strictest(route, sight.route), 'ordinary'),
    safeguarding: false,
    excluded: all((sight) => sight.excluded),
    appointed: all((sight) => sight.appointed),
  };
}

/**
 * Puts reports of one matter together. Each stays a report of its own: its reporter sees their own alone. Who is kept from
 * one is kept from all (rules 8, 10). Into an open case they come as further reports, unless that would keep somebody
 * from it.
 * @throws Refusal 404 for a report this person may not read; 409 for one that is not sorted, held, or in a matter
 *   already, or when nobody would be left to deal with them
 */
export async function join(attempt: Attempt, ids: readonly ConcernId[], why: string): Promise<void> {
  const { work, staff, id, origin } = attempt;
  await lockInOrder(work, [id, ...ids]);
  const lead = await theLead(attempt, 'lead');
  const parts: Joining[] = [];
  for (const each of new Set(ids)) parts.push(await joining(work, staff, lead, each));
  const before = await findMatter(work, id, false);
  const together = await sightTogether(work, [...before, ...parts.map(({ row }) => row)]);
  const was = await sightTogether(work, before);
  if (lead.caseId && (together.route !== was.route || together.excluded.length !== was.excluded.length)) {
    throw new Refusal(
      409,
      'Somebody who may work on the open case is kept from one of these reports.',
      'Nothing was saved. Deal with that report by itself.',
    );
  }
  const route = together.route === was.route ? was.route : await routeFrom(work, together.route);
  const sight = { ...together, route };
  if ((await readersOf(work, sight)).length === 0) {
    throw new Refusal(
      409,
      'Nobody would be left to deal with these reports together.',
      'Nothing was saved. Deal with them one by one, or have somebody named first.',
    );
  }
  await share(work, [...before, ...parts.map(({ row }) => row)], sight);
  for (const row of before) await change(work, row, { route });
  await tell(work, id, { kind: 'merged', member: staff.member, note: why });
  for (const { row, state } of parts) {
    await change(work, row, { route, state, matterOf: id, caseId: lead.caseId });
    await stand(work, row.id, staff.member, { declaredClear: true });
    await tell(work, row.id, { kind: 'merged', member: staff.member, note: why });
    if (lead.caseId) await tell(work, row.id, { kind: 'case-opened', member: staff.member });
    work.audit({ act: 'concern.merged', object: `concern:${row.id}`, detail: { into: id } });
  }
  if (route !== was.route) await tellReaders(work, sight, origin);
}

/**
 * Takes a report out of a matter: it goes on by itself from where it stood, and out of the case if one is open. Whoever
 * was kept from it while they were together stays kept from it.
 * @param attempt on the report that leads
 * @throws Refusal 404 when it belongs to no matter that this one leads, 409 once it has ended
 */
export async function leave(attempt: Attempt, part: ConcernId, why: string): Promise<void> {
  const { work, staff, id } = attempt;
  const lead = await theLead(attempt, 'leave');
  const row = (await findMatter(work, id, true)).find((each) => each.id === part && each.matterOf === id);
  if (!row) throw notFound();
  const result = tryAct({ ...row, roles: staff.roles, declaredClear: true }, 'leave');
  if (!result.ok) throw refusedBecause(result.obstacle);
  await change(work, row, { state: result.state, matterOf: null, caseId: null });
  await change(work, lead, {});
  for (const each of [id, part]) {
    await tell(work, each, { kind: 'unmerged', member: staff.member, note: why });
  }
  work.audit({ act: 'concern.unmerged', object: `concern:${part}`, detail: { from: id } });
}

/** Notes for every report of a matter who is kept from it, and who was named for it and may be. */
async function share(work: Work, rows: readonly ConcernRow[], sight: ConcernSight): Promise<void> {
  const readers = await readersOf(work, sight);
  const named = readers.filter(
    (each) =>
      sight.appointed.includes(each.id) && mayBeAppointed({ member: each.id, roles: each.roles }, sight),
  );
  for (const { id } of rows) {
    for (const member of sight.excluded)
      await stand(work, id, member, { excluded: true, declaredClear: false });
    for (const member of named) await stand(work, id, member.id, { appointed: true });
  }
}

/** Locks reports in the order of their ids: of two who put the same ones together at once, one waits for the other. */
async function lockInOrder(work: Work, ids: readonly ConcernId[]): Promise<void> {
  await work.queries
    .select({ id: concern.id })
    .from(concern)
    .where(and(eq(concern.schoolId, work.school), inArray(concern.id, [...ids])))
    .orderBy(asc(concern.id))
    .for('update');
}
