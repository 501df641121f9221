import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { outrun } from '../people/last-change.ts';
import { newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import type { ClassId, GroupId, GroupKind, GroupReach } from './rules.ts';
import { chatGroup, chatGroupClass } from './tables.ts';

/** A registered group of parents. Who is in it is nobody's business here. */
export interface Group {
  readonly id: GroupId;
  readonly kind: GroupKind;
  readonly name: string;
  readonly reach: GroupReach;
  readonly version: number;
  readonly classes: readonly ClassId[];
  readonly archivedAt: Temporal.Instant | undefined;
}

/** What the office writes about a group. */
export interface GroupEntry {
  readonly kind: GroupKind;
  readonly name: string;
  readonly classes: readonly ClassId[];
  /** How it is used; a chat for all when it is not said. */
  readonly reach?: GroupReach;
}

/** All groups ever registered, by name. */
export async function listAllGroups(work: Work): Promise<readonly Group[]> {
  const rows = await work.queries
    .select()
    .from(chatGroup)
    .where(eq(chatGroup.schoolId, work.school))
    .orderBy(asc(chatGroup.name));
  const classes = await work.queries
    .select()
    .from(chatGroupClass)
    .where(eq(chatGroupClass.schoolId, work.school));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    reach: row.reach,
    version: row.version,
    classes: classes.filter((each) => each.groupId === row.id).map((each) => each.classId),
    archivedAt: row.archivedAt ?? undefined,
  }));
}

/** The groups there are now, by name: what a parent chooses from. */
export async function listGroups(work: Work): Promise<readonly Group[]> {
  return (await listAllGroups(work)).filter((group) => group.archivedAt === undefined);
}

/** The ids of the groups there are now. */
export async function listGroupIds(work: Work): Promise<readonly GroupId[]> {
  const rows = await work.queries
    .select({ id: chatGroup.id })
    .from(chatGroup)
    .where(and(eq(chatGroup.schoolId, work.school), isNull(chatGroup.archivedAt)));
  return rows.map(({ id }) => id);
}

/** One group, archived or not. */
export async function findGroup(work: Work, id: GroupId): Promise<Group | undefined> {
  return (await listAllGroups(work)).find((group) => group.id === id);
}

/** Whether another group of today has this name: two of one name could not be told apart by a parent. */
export async function nameTaken(work: Work, name: string, except?: GroupId): Promise<boolean> {
  const same = (await listGroups(work)).filter((group) => group.name.toLowerCase() === name.toLowerCase());
  return same.some((group) => group.id !== except);
}

/** Makes the classes of a group those given. */
export async function saveClassesOf(
  work: Work,
  groupId: GroupId,
  classes: readonly ClassId[],
): Promise<void> {
  await work.queries
    .delete(chatGroupClass)
    .where(and(eq(chatGroupClass.schoolId, work.school), eq(chatGroupClass.groupId, groupId)));
  if (classes.length === 0) return;
  const rows = classes.map((classId) => ({ schoolId: work.school, groupId, classId }));
  await work.queries.insert(chatGroupClass).values(rows);
}

/** Registers a group. */
export async function addGroup(
  work: Work,
  { kind, name, classes, reach = 'chat' }: GroupEntry,
): Promise<GroupId> {
  const id = newId<'group'>();
  const row = { schoolId: work.school, id, kind, name, reach, version: 1, createdAt: work.now };
  await work.queries.insert(chatGroup).values(row);
  await saveClassesOf(work, id, classes);
  work.audit({ act: 'group.registered', object: `group:${id}`, detail: { kind, classes: classes.length } });
  return id;
}

/**
 * Changes what is written about a group.
 * @throws Refusal 409 when somebody changed or archived it since `version`
 */
export async function changeGroup(
  work: Work,
  id: GroupId,
  version: number,
  entry: GroupEntry,
): Promise<void> {
  const { kind, name, reach = 'chat' } = entry;
  await update(work, id, version, { kind, name, reach });
  await saveClassesOf(work, id, entry.classes);
  const detail = { kind: entry.kind, classes: entry.classes.length };
  work.audit({ act: 'group.changed', object: `group:${id}`, detail });
}

/**
 * Takes a group off the register. Concerns about it keep its name.
 * @throws Refusal 409 when somebody changed or archived it since `version`
 */
export async function archiveGroup(work: Work, id: GroupId, version: number): Promise<void> {
  await update(work, id, version, { archivedAt: work.now });
  work.audit({ act: 'group.archived', object: `group:${id}` });
}

async function update(
  work: Work,
  id: GroupId,
  version: number,
  values: Partial<typeof chatGroup.$inferInsert>,
): Promise<void> {
  const changed = await work.queries
    .update(chatGroup)
    .set({ ...values, version: version + 1 })
    .where(
      and(
        eq(chatGroup.schoolId, work.school),
        eq(chatGroup.id, id),
        eq(chatGroup.version, version),
        isNull(chatGroup.archivedAt),
      ),
    )
    .returning({ id: chatGroup.id });
  if (changed.length === 0)
    throw await outrun(work, `group:${id}`, 'This group has been changed or archived.');
}
