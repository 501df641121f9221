import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  addClass,
  endClasses,
  listClasses,
  saveClassYears,
  saveSuccessors,
} from '../../groups/classes-store.ts';
import { moveGroups } from '../../groups/move-store.ts';
import type { ClassId } from '../../groups/rules.ts';
import { listAllGroups } from '../../groups/store.ts';
import { outrun } from '../../people/last-change.ts';
import { schoolDay } from '../../platform/clock.ts';
import { type Id, idSchema, newId } from '../../platform/ids.ts';
import { changedMeanwhile } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import type { AdultId } from '../adult.ts';
import { foldClass } from '../import/match.ts';
import { CHUNK, lastDay } from '../store.ts';
import { adult, adultClass, rollover } from '../tables.ts';
import type { September, Target } from './plan.ts';
import { septemberState } from './state.ts';

const classSchema = idSchema<'class'>();
const placeSchema = idSchema<'adult-class'>();
const changesSchema = z.object({
  ended: z.array(placeSchema),
  begun: z.array(placeSchema),
  left: z.array(idSchema<'adult'>()),
  classes: z.array(
    z.object({ id: classSchema, years: z.array(z.string()), successor: classSchema.nullable() }),
  ),
  made: z.array(classSchema),
  groups: z.array(z.object({ id: idSchema<'group'>(), name: z.string(), classes: z.array(classSchema) })),
});

/** A roll-over that was done. */
export interface Rollover {
  readonly id: Id<'rollover'>;
  readonly state: 'done' | 'undone';
  readonly moved: number;
  readonly left: number;
  readonly doneAt: typeof rollover.$inferSelect.doneAt;
  readonly undoneAt: typeof rollover.$inferSelect.undoneAt;
  /** Nothing else has happened since, so it can be undone. */
  readonly undoable: boolean;
}

/** The last roll-over of the school, if there was one. */
export async function lastRollover(work: Work): Promise<Rollover | undefined> {
  const [row] = await work.queries
    .select()
    .from(rollover)
    .where(eq(rollover.schoolId, work.school))
    .orderBy(desc(rollover.doneAt))
    .limit(1);
  if (!row) return undefined;
  const undoable = row.state === 'done' && row.digest === (await septemberState(work));
  const { id, state, moved, doneAt, undoneAt } = row;
  return { id, state, moved, left: row.leftCount, doneAt, undoneAt, undoable };
}

/** Does what the plan says, in one transaction. */
export async function doSeptember(work: Work, plan: September): Promise<void> {
  const classes = await listClasses(work);
  const before = classes.map(({ id, years, successor }) => ({ id, years, successor: successor ?? null }));
  const groupsBefore = (await listAllGroups(work)).filter((group) =>
    plan.groups.some((each) => each.group.id === group.id),
  );
  const made = await makeClasses(work, plan);
  const idOf = (to: Exclude<Target, 'leave'>): ClassId | undefined =>
    typeof to === 'string' ? to : made.get(foldClass(to.add));
  const { ended, begun } = await movePlaces(work, plan, idOf);
  await setLeft(work, plan);
  const years = [...plan.years].flatMap(([key, codes]) => {
    const own = classes.find((each) => each.id === key);
    return own ? [[own.id, codes] as const] : [];
  });
  if (years.length > 0) await saveClassYears(work, new Map(years));
  await saveSuccessors(
    work,
    new Map(
      [...plan.successors].flatMap(([id, to]) => {
        const next = to === 'leave' ? undefined : idOf(to);
        return next && next !== id ? [[id, next] as const] : [];
      }),
    ),
  );
  await moveGroups(
    work,
    plan.groups.map(({ group, classes: to, name }) => {
      const own = to.flatMap((each) => idOf(each) ?? []);
      const version = groupsBefore.find((each) => each.id === group.id)?.version ?? 0;
      const archived = own.length === 0;
      return { id: group.id, version, name, classes: archived ? group.classes : own, archived };
    }),
  );
  const id = newId<'rollover'>();
  const groups = groupsBefore.map(({ id: group, name, classes: of }) => ({ id: group, name, classes: of }));
  const changes = {
    ended,
    begun,
    left: plan.leavers.map((each) => each.id),
    classes: before,
    made: [...made.values()],
    groups,
  };
  await work.queries.insert(rollover).values({
    schoolId: work.school,
    id,
    state: 'done',
    changes,
    digest: await septemberState(work),
    moved: begun.length,
    leftCount: plan.leavers.length,
    doneAt: work.now,
  });
  const detail = {
    places: ended.length,
    left: plan.leavers.length,
    groups: groups.length,
    classes: made.size,
  };
  work.audit({ act: 'rollover.done', object: `rollover:${id}`, detail });
}

async function makeClasses(work: Work, plan: September): Promise<ReadonlyMap<string, ClassId>> {
  const wanted = [
    ...plan.moves.flatMap(({ moves }) => moves.map(({ to }) => to)),
    ...plan.groups.flatMap((group) => group.classes),
    ...plan.successors.values(),
  ];
  const made = new Map<string, ClassId>();
  for (const to of wanted) {
    if (to === undefined || typeof to === 'string' || made.has(foldClass(to.add))) continue;
    made.set(foldClass(to.add), await addClass(work, to.add, plan.years.get(foldClass(to.add)) ?? []));
  }
  return made;
}

async function movePlaces(
  work: Work,
  plan: September,
  idOf: (to: Exclude<Target, 'leave'>) => ClassId | undefined,
) {
  const today = schoolDay(work.now);
  const ended = plan.moves.flatMap(({ moves }) => moves.map((move) => move.placeId));
  const rows = new Map<string, typeof adultClass.$inferInsert & { readonly id: Id<'adult-class'> }>();
  for (const { adult: who, moves } of plan.moves) {
    for (const { to, year } of moves) {
      const classId = to && idOf(to);
      if (!classId) continue;
      // Two children who come together in one class and year are one place.
      const row = {
        schoolId: work.school,
        id: newId<'adult-class'>(),
        adultId: who.id,
        classId,
        year,
        fromDay: today,
      };
      rows.set(`${who.id} ${classId} ${year}`, row);
    }
  }
  await inChunks(ended, (ids) =>
    work.queries
      .update(adultClass)
      .set({ untilDay: today })
      .where(and(eq(adultClass.schoolId, work.school), inArray(adultClass.id, ids))),
  );
  await inChunks([...rows.values()], (some) => work.queries.insert(adultClass).values(some));
  return { ended, begun: [...rows.values()].map((row) => row.id) };
}

async function setLeft(work: Work, { leavers }: September): Promise<void> {
  const today = schoolDay(work.now);
  for (const who of leavers) await changeLeft(work, who.id, lastDay(who, today));
}

function changeLeft(work: Work, id: AdultId, leftOn: ReturnType<typeof schoolDay> | null): Promise<unknown> {
  return work.queries
    .update(adult)
    .set({ leftOn, version: sql`${adult.version} + 1` })
    .where(and(eq(adult.schoolId, work.school), eq(adult.id, id)));
}

async function inChunks<Each>(all: readonly Each[], act: (some: Each[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += CHUNK) await act(all.slice(at, at + CHUNK));
}

/**
 * Undoes the last roll-over whole.
 * @throws Refusal 409 when anything about parents, classes or groups happened since, or it was undone already
 */
export async function undoSeptember(work: Work): Promise<void> {
  const last = await lastRollover(work);
  if (!last?.undoable) {
    throw changedMeanwhile('The roll-over cannot be undone: parents, classes or groups were changed since.');
  }
  const [row] = await work.queries
    .update(rollover)
    .set({ state: 'undone', undoneAt: work.now })
    .where(and(eq(rollover.schoolId, work.school), eq(rollover.id, last.id), eq(rollover.state, 'done')))
    .returning();
  if (!row) throw await outrun(work, `rollover:${last.id}`, 'The roll-over was undone already.');
  const changes = changesSchema.parse(row.changes);
  const places = (ids: Id<'adult-class'>[]) =>
    and(eq(adultClass.schoolId, work.school), inArray(adultClass.id, ids));
  await inChunks(changes.begun, (ids) => work.queries.delete(adultClass).where(places(ids)));
  await inChunks(changes.ended, (ids) =>
    work.queries.update(adultClass).set({ untilDay: null }).where(places(ids)),
  );
  for (const id of changes.left) await changeLeft(work, id, null);
  const current = await listAllGroups(work);
  await moveGroups(
    work,
    changes.groups.map((group) => ({
      ...group,
      version: current.find((each) => each.id === group.id)?.version ?? 0,
      archived: false,
    })),
  );
  await saveClassYears(work, new Map(changes.classes.map(({ id, years }) => [id, years])));
  await saveSuccessors(
    work,
    new Map(changes.classes.map(({ id, successor }) => [id, successor ?? undefined])),
  );
  await endClasses(work, changes.made);
  work.audit({ act: 'rollover.undone', object: `rollover:${last.id}` });
}
