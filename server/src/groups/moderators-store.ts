import { and, asc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { schoolDay } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { changedMeanwhile } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { type GroupId, hasEnded, type ModeratorId } from './rules.ts';
import { chatModerator } from './tables.ts';

/** A volunteer who looks after a group (S62). */
export interface Moderator {
  readonly id: ModeratorId;
  readonly group: GroupId;
  readonly name: string;
  /** How to reach them, if they gave it. */
  readonly contact: string;
  readonly from: Temporal.PlainDate;
  /** Their last day, once they stopped. */
  readonly until: Temporal.PlainDate | undefined;
}

const cell = (column: 'name' | 'contact', row: ModeratorId) => ({ table: 'chat_moderator', column, row });

function open(work: Work, row: typeof chatModerator.$inferSelect): Moderator {
  const unseal = (column: 'name' | 'contact', sealed: Buffer | null) =>
    sealed ? work.keys.open(cell(column, row.id), sealed, 'identity') : '';
  return {
    id: row.id,
    group: row.groupId,
    name: unseal('name', row.name),
    contact: unseal('contact', row.contact),
    from: row.fromDay,
    until: row.untilDay ?? undefined,
  };
}

/** A group's moderators, past ones too, the longest serving first. */
export async function listModerators(work: Work, group: GroupId): Promise<readonly Moderator[]> {
  const rows = await work.queries
    .select()
    .from(chatModerator)
    .where(and(eq(chatModerator.schoolId, work.school), eq(chatModerator.groupId, group)))
    .orderBy(asc(chatModerator.fromDay), asc(chatModerator.id));
  return rows.map((row) => open(work, row));
}

/** How many moderators each group has today, without opening a name. */
export async function countModerators(work: Work): Promise<ReadonlyMap<GroupId, number>> {
  const rows = await work.queries
    .select({ group: chatModerator.groupId, until: chatModerator.untilDay })
    .from(chatModerator)
    .where(eq(chatModerator.schoolId, work.school));
  const today = schoolDay(work.now);
  const now = rows.filter((row) => !hasEnded({ until: row.until ?? undefined }, today));
  const groups = Map.groupBy(now, (row) => row.group);
  return new Map([...groups].map(([group, each]) => [group, each.length]));
}

interface NewModerator {
  readonly name: string;
  readonly contact: string;
  readonly from: Temporal.PlainDate;
}

/** Writes down that somebody looks after a group. */
export async function addModerator(work: Work, groupId: GroupId, person: NewModerator): Promise<void> {
  const id = newId<'moderator'>();
  const seal = (column: 'name' | 'contact', text: string) =>
    work.keys.seal(cell(column, id), text, 'identity');
  await work.queries.insert(chatModerator).values({
    schoolId: work.school,
    id,
    groupId,
    name: seal('name', person.name),
    contact: person.contact === '' ? null : seal('contact', person.contact),
    fromDay: person.from,
  });
  work.audit({ act: 'moderator.added', object: `group:${groupId}`, detail: { moderator: id } });
}

/**
 * Writes down a moderator's last day; what they gave to be reached by goes at once.
 * @throws Refusal 409 when they have stopped already
 */
export async function endModerator(
  work: Work,
  group: GroupId,
  id: ModeratorId,
  until: Temporal.PlainDate,
): Promise<void> {
  const found = (await listModerators(work, group)).find((each) => each.id === id);
  if (!found || found.until) throw changedMeanwhile('This person does not look after the group any more.');
  const last = until.since(found.from).sign < 0 ? found.from : until;
  await work.queries
    .update(chatModerator)
    .set({ untilDay: last, contact: null })
    .where(and(eq(chatModerator.schoolId, work.school), eq(chatModerator.id, id)));
  work.audit({ act: 'moderator.ended', object: `group:${group}`, detail: { moderator: id } });
}
