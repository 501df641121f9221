import { and, eq } from 'drizzle-orm';
import { outrun } from '../people/last-change.ts';
import type { Work } from '../platform/work.ts';
import type { ClassId, GroupId } from './rules.ts';
import { saveClassesOf } from './store.ts';
import { chatGroup } from './tables.ts';

/** What a group becomes when classes move up, or when that is undone. */
export interface GroupMove {
  readonly id: GroupId;
  /** As it was read: any other, and somebody has changed it since. */
  readonly version: number;
  readonly name: string;
  readonly classes: readonly ClassId[];
  readonly archived: boolean;
}

/**
 * Moves groups all together, so that two may swap their names; without audit entries of its own.
 * @throws Refusal 409 when one was changed since its version
 */
export async function moveGroups(work: Work, moves: readonly GroupMove[]): Promise<void> {
  const set = (id: GroupId, version: number, values: Partial<typeof chatGroup.$inferInsert>) =>
    work.queries
      .update(chatGroup)
      .set(values)
      .where(and(eq(chatGroup.schoolId, work.school), eq(chatGroup.id, id), eq(chatGroup.version, version)))
      .returning({ id: chatGroup.id });
  for (const { id, version } of moves) {
    // A name that no other group has, so that the real one is free for whoever gets it.
    const moved = await set(id, version, { name: id, version: version + 1 });
    if (moved.length === 0) throw await outrun(work, `group:${id}`, 'A group has been changed.');
  }
  for (const { id, version, name, classes, archived } of moves) {
    await set(id, version + 1, { name, archivedAt: archived ? work.now : null });
    await saveClassesOf(work, id, classes);
  }
}
