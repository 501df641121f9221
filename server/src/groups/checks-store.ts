import { eq } from 'drizzle-orm';
import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import type { GroupId } from './rules.ts';
import { chatGroupCheck } from './tables.ts';

/** What each group has set up, as its moderators ticked it. */
export async function checksOf(work: Work): Promise<ReadonlyMap<GroupId, ReadonlySet<string>>> {
  const rows = await work.queries
    .select()
    .from(chatGroupCheck)
    .where(eq(chatGroupCheck.schoolId, work.school));
  const groups = Map.groupBy(rows, (row) => row.groupId);
  return new Map([...groups].map(([group, each]) => [group, new Set(each.map((row) => row.item))]));
}

/** Keeps what a moderator ticked, whole: what is not ticked is taken off. */
export async function saveChecks(work: Work, groupId: GroupId, items: readonly string[]): Promise<void> {
  const before = (await checksOf(work)).get(groupId) ?? new Set();
  const day = schoolDay(work.now);
  await work.queries.delete(chatGroupCheck).where(eq(chatGroupCheck.groupId, groupId));
  if (items.length > 0) {
    const rows = items.map((item) => ({ schoolId: work.school, groupId, item, doneOn: day }));
    await work.queries.insert(chatGroupCheck).values(rows);
  }
  const detail = { before: before.size, after: items.length };
  work.audit({ act: 'group.checklist', object: `group:${groupId}`, detail });
}
