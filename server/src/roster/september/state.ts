import { createHash } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { chatGroup, chatGroupClass, schoolClass } from '../../groups/tables.ts';
import type { Work } from '../../platform/work.ts';
import { adult, adultClass } from '../tables.ts';

/**
 * A hash of everything that the roll-over reads and writes: parents by their versions, their places, classes, groups. The
 * same before and after means that nothing happened between.
 */
export async function septemberState(work: Work): Promise<string> {
  const { queries, school } = work;
  const adults = await queries
    .select({ id: adult.id, version: adult.version })
    .from(adult)
    .where(eq(adult.schoolId, school))
    .orderBy(asc(adult.id));
  const places = await queries
    .select({ id: adultClass.id })
    .from(adultClass)
    .where(and(eq(adultClass.schoolId, school), isNull(adultClass.untilDay)))
    .orderBy(asc(adultClass.id));
  const classes = await queries
    .select()
    .from(schoolClass)
    .where(eq(schoolClass.schoolId, school))
    .orderBy(asc(schoolClass.id));
  const groups = await queries
    .select({ id: chatGroup.id, version: chatGroup.version })
    .from(chatGroup)
    .where(eq(chatGroup.schoolId, school))
    .orderBy(asc(chatGroup.id));
  const covers = await queries
    .select({ group: chatGroupClass.groupId, of: chatGroupClass.classId })
    .from(chatGroupClass)
    .where(eq(chatGroupClass.schoolId, school))
    .orderBy(asc(chatGroupClass.groupId), asc(chatGroupClass.classId));
  const all = JSON.stringify([adults, places, classes, groups, covers]);
  return createHash('sha256').update(all).digest('base64url');
}
