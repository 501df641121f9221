import { and, asc, eq, isNull } from 'drizzle-orm';
import { newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import type { ClassId } from './rules.ts';
import { schoolClass } from './tables.ts';

/** A class of the school, by the name parents know it by. */
export interface SchoolClass {
  readonly id: ClassId;
  readonly name: string;
}

/** The school's classes now, in the order the school wrote them. */
export async function listClasses(work: Work): Promise<readonly SchoolClass[]> {
  return work.queries
    .select({ id: schoolClass.id, name: schoolClass.name })
    .from(schoolClass)
    .where(and(eq(schoolClass.schoolId, work.school), isNull(schoolClass.endedAt)))
    .orderBy(asc(schoolClass.position));
}

const fold = (name: string): string => name.toLowerCase();

/**
 * Writes the list of classes as it is now. A class that is on it stays the same class, so that its groups stay; one
 * that is no longer on it ends.
 * @param names in order, no name twice
 */
export async function saveClasses(work: Work, names: readonly string[]): Promise<void> {
  const known = new Map((await listClasses(work)).map((each) => [fold(each.name), each.id]));
  for (const [position, name] of names.entries()) {
    const id = known.get(fold(name));
    known.delete(fold(name));
    if (id === undefined) {
      const fresh = { schoolId: work.school, id: newId<'class'>(), name, position };
      await work.queries.insert(schoolClass).values(fresh);
    } else {
      await update(work, id, { name, position });
    }
  }
  for (const id of known.values()) await update(work, id, { endedAt: work.now });
  const object = `school:${work.school}`;
  work.audit({ act: 'classes.saved', object, detail: { classes: names.length, ended: known.size } });
}

function update(work: Work, id: ClassId, values: Partial<typeof schoolClass.$inferInsert>): Promise<unknown> {
  return work.queries
    .update(schoolClass)
    .set(values)
    .where(and(eq(schoolClass.schoolId, work.school), eq(schoolClass.id, id)));
}
