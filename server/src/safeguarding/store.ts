import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { ConcernId } from '../concerns/rules.ts';
import { type MemberId, newId } from '../platform/ids.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import type { ActionId, Decision, EntryId, EntryKind, RecordSystem } from './kinds.ts';
import { openFor, sealFor } from './sealing.ts';
import { safeguardingAction, safeguardingEntry, safeguardingRecord } from './tables.ts';

/** One thing in the chronology. */
export interface Entry {
  readonly id: EntryId;
  readonly at: Temporal.Instant;
  readonly kind: EntryKind;
  readonly member: MemberId;
  readonly words: string;
}

/** Something to do, by one person, by a day. */
export interface Action {
  readonly id: ActionId;
  readonly what: string;
  readonly member: MemberId;
  readonly due: Temporal.PlainDate;
  readonly doneAt: Temporal.Instant | undefined;
}

/** The safeguarding lead's record beside a concern. */
export interface SafeguardingRecord {
  readonly decision: Decision | undefined;
  /** Where the child's own record is, and its number there. */
  readonly pointer: { readonly system: RecordSystem; readonly number: string } | undefined;
  readonly entries: readonly Entry[];
  readonly actions: readonly Action[];
}

const ofRecord = (work: Work, id: ConcernId) =>
  and(eq(safeguardingRecord.schoolId, work.school), eq(safeguardingRecord.concernId, id));

/** What was written about a concern so far; everything is empty before the first word. */
export async function readRecord(work: Work, id: ConcernId): Promise<SafeguardingRecord> {
  const [row] = await work.queries.select().from(safeguardingRecord).where(ofRecord(work, id));
  const entries = await work.queries
    .select()
    .from(safeguardingEntry)
    .where(and(eq(safeguardingEntry.schoolId, work.school), eq(safeguardingEntry.concernId, id)))
    .orderBy(asc(safeguardingEntry.at), asc(safeguardingEntry.id));
  const actions = await work.queries
    .select()
    .from(safeguardingAction)
    .where(and(eq(safeguardingAction.schoolId, work.school), eq(safeguardingAction.concernId, id)))
    .orderBy(asc(safeguardingAction.due), asc(safeguardingAction.id));
  return {
    decision: row?.decision ?? undefined,
    pointer: pointerOf(work, row),
    entries: entries.map((each) => ({
      id: each.id,
      at: each.at,
      kind: each.kind,
      member: each.memberId,
      words: openFor(work, { table: 'safeguarding_entry', column: 'words', row: each.id }, each.words),
    })),
    actions: actions.map((each) => ({
      id: each.id,
      what: openFor(work, { table: 'safeguarding_action', column: 'what', row: each.id }, each.what),
      member: each.memberId,
      due: each.due,
      doneAt: each.doneAt ?? undefined,
    })),
  };
}

function pointerOf(
  work: Work,
  row: typeof safeguardingRecord.$inferSelect | undefined,
): SafeguardingRecord['pointer'] {
  if (!row?.system || !row.pointer) return undefined;
  const cell = { table: 'safeguarding_record', column: 'pointer', row: row.concernId } as const;
  return { system: row.system, number: openFor(work, cell, row.pointer) };
}

/** Writes into the chronology, and opens the record with the first entry. */
export async function writeEntry(
  work: Work,
  id: ConcernId,
  member: MemberId,
  kind: EntryKind,
  words: string,
): Promise<void> {
  await work.queries
    .insert(safeguardingRecord)
    .values({ schoolId: work.school, concernId: id, openedAt: work.now })
    .onConflictDoNothing();
  const entry = newId<'safeguarding-entry'>();
  await work.queries.insert(safeguardingEntry).values({
    schoolId: work.school,
    id: entry,
    concernId: id,
    at: work.now,
    kind,
    memberId: member,
    words: sealFor(work, { table: 'safeguarding_entry', column: 'words', row: entry }, words),
  });
  work.audit({ act: `safeguarding.${kind}`, object: `concern:${id}` });
}

/** Keeps a decision; the latest counts, and all stay in the chronology. */
export async function keepDecision(work: Work, id: ConcernId, decision: Decision): Promise<void> {
  await work.queries.update(safeguardingRecord).set({ decision }).where(ofRecord(work, id));
}

/** Keeps where the child's own record is. */
export async function keepPointer(
  work: Work,
  id: ConcernId,
  system: RecordSystem,
  number: string,
): Promise<void> {
  const cell = { table: 'safeguarding_record', column: 'pointer', row: id } as const;
  await work.queries
    .update(safeguardingRecord)
    .set({ system, pointer: sealFor(work, cell, number) })
    .where(ofRecord(work, id));
}

/** Keeps something to do. */
export async function addAction(
  work: Work,
  id: ConcernId,
  action: Pick<Action, 'what' | 'member' | 'due'>,
): Promise<void> {
  const row = newId<'safeguarding-action'>();
  await work.queries.insert(safeguardingAction).values({
    schoolId: work.school,
    id: row,
    concernId: id,
    what: sealFor(work, { table: 'safeguarding_action', column: 'what', row }, action.what),
    memberId: action.member,
    due: action.due,
  });
}

/**
 * Marks something as done.
 * @returns what it was
 * @throws Refusal 404 when this concern has no such thing still to do
 */
export async function finishAction(work: Work, id: ConcernId, action: ActionId): Promise<string> {
  const { actions } = await readRecord(work, id);
  const found = actions.find((each) => each.id === action && !each.doneAt);
  if (!found) throw notFound();
  await work.queries
    .update(safeguardingAction)
    .set({ doneAt: work.now })
    .where(and(eq(safeguardingAction.schoolId, work.school), eq(safeguardingAction.id, action)));
  return found.what;
}

/** The concerns with a record. */
export async function recordedConcerns(work: Work): Promise<readonly ConcernId[]> {
  const rows = await work.queries
    .select({ id: safeguardingRecord.concernId })
    .from(safeguardingRecord)
    .where(eq(safeguardingRecord.schoolId, work.school));
  return rows.map(({ id }) => id);
}

/** What was decided about each concern with a record. */
export async function decisionsOf(work: Work): Promise<ReadonlyMap<ConcernId, Decision | null>> {
  const rows = await work.queries
    .select({ id: safeguardingRecord.concernId, decision: safeguardingRecord.decision })
    .from(safeguardingRecord)
    .where(eq(safeguardingRecord.schoolId, work.school));
  return new Map(rows.map(({ id, decision }) => [id, decision]));
}

/** What a member still has to do, of which concern and by when. */
export async function openActions(
  work: Work,
  member: MemberId,
): Promise<readonly { readonly concern: ConcernId; readonly due: Temporal.PlainDate }[]> {
  return work.queries
    .select({ concern: safeguardingAction.concernId, due: safeguardingAction.due })
    .from(safeguardingAction)
    .where(
      and(
        eq(safeguardingAction.schoolId, work.school),
        eq(safeguardingAction.memberId, member),
        isNull(safeguardingAction.doneAt),
      ),
    );
}
