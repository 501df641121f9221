import { and, asc, eq, isNull } from 'drizzle-orm';
import { newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import { currentSchool } from '../schools/store.ts';
import { readYears } from '../schools/years.ts';
import type { ClassId } from './rules.ts';
import { schoolClass } from './tables.ts';

/** A class of the school, by the name parents know it by. */
export interface SchoolClass {
  readonly id: ClassId;
  readonly name: string;
  /** The year groups in it, by the nation's codes (`schools/years.ts`); none while the school has not said. */
  readonly years: readonly string[];
  /** The class that its families went to last September. */
  readonly successor: ClassId | undefined;
}

/** The school's classes now, in the order the school wrote them. */
export async function listClasses(work: Work): Promise<readonly SchoolClass[]> {
  const rows = await work.queries
    .select()
    .from(schoolClass)
    .where(and(eq(schoolClass.schoolId, work.school), isNull(schoolClass.endedAt)))
    .orderBy(asc(schoolClass.position));
  return rows.map(({ id, name, years, successorId }) => ({
    id,
    name,
    years,
    successor: successorId ?? undefined,
  }));
}

const fold = (name: string): string => name.toLowerCase();

/** A class as it is first written down. */
interface NewClass {
  readonly name: string;
  readonly position: number;
  readonly years: readonly string[];
}

async function insertClass(work: Work, { name, position, years }: NewClass): Promise<ClassId> {
  const id = newId<'class'>();
  await work.queries
    .insert(schoolClass)
    .values({ schoolId: work.school, id, name, position, years: [...years] });
  return id;
}

/** Adds a class at the end of the list, without an audit entry of its own: for acts that change more. */
export async function addClass(work: Work, name: string, years: readonly string[]): Promise<ClassId> {
  return insertClass(work, { name, years, position: (await listClasses(work)).length });
}

/**
 * Writes down which years are in each class.
 * @param years codes by class; a class that is left out keeps its own
 */
export async function saveClassYears(
  work: Work,
  years: ReadonlyMap<ClassId, readonly string[]>,
): Promise<void> {
  for (const [id, codes] of years) await update(work, id, { years: [...codes] });
  work.audit({ act: 'class-years.saved', object: `school:${work.school}`, detail: { classes: years.size } });
}

/**
 * Writes the list of classes as it is now. A class that is on it stays the same class, so that its groups stay; one
 * that is no longer on it ends; a new one's years are read from its name, where it says them.
 * @param names in order, no name twice
 */
export async function saveClasses(work: Work, names: readonly string[]): Promise<void> {
  const { profile } = await currentSchool(work);
  const known = new Map((await listClasses(work)).map((each) => [fold(each.name), each.id]));
  for (const [position, name] of names.entries()) {
    const id = known.get(fold(name));
    known.delete(fold(name));
    if (id === undefined) {
      await insertClass(work, { name, position, years: readYears(profile.nation, name) });
    } else {
      await update(work, id, { name, position });
    }
  }
  await endClasses(work, [...known.values()]);
  const object = `school:${work.school}`;
  work.audit({ act: 'classes.saved', object, detail: { classes: names.length, ended: known.size } });
}

/** Writes down where the children of classes went, without an audit entry of its own: for acts that change more. */
export async function saveSuccessors(
  work: Work,
  successors: ReadonlyMap<ClassId, ClassId | undefined>,
): Promise<void> {
  for (const [id, next] of successors) await update(work, id, { successorId: next ?? null });
}

/** Ends classes, without an audit entry of its own: for acts that change more. Old records keep their names. */
export async function endClasses(work: Work, ids: readonly ClassId[]): Promise<void> {
  for (const id of ids) await update(work, id, { endedAt: work.now });
}

function update(work: Work, id: ClassId, values: Partial<typeof schoolClass.$inferInsert>): Promise<unknown> {
  return work.queries
    .update(schoolClass)
    .set(values)
    .where(and(eq(schoolClass.schoolId, work.school), eq(schoolClass.id, id)));
}
