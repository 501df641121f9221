import { and, asc, eq, isNull, max } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { hourOf } from '../platform/clock.ts';
import { type Id, type MemberId, newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import type { EventKind } from './kinds.ts';
import type { ConcernId } from './rules.ts';
import { concern, concernEvent } from './tables.ts';

/** One thing that happened with a concern. */
export interface ConcernEvent {
  readonly id: Id<'concern-event'>;
  /** Of what nobody on the staff did, only the hour is kept. */
  readonly at: Temporal.Instant;
  readonly kind: EventKind;
  /** Who did it; undefined for the reporter and for Handbell itself. */
  readonly member: MemberId | undefined;
  /** The school's own words about it, never shown to the reporter. */
  readonly note: string;
  /** What went between the school and the reporter. */
  readonly message: string;
}

interface NewEvent {
  readonly kind: EventKind;
  readonly member?: MemberId | undefined;
  readonly note?: string;
  readonly message?: string;
}

const cell = (column: 'note' | 'message', row: Id<'concern-event'>) => ({
  table: 'concern_event',
  column,
  row,
});

/** Writes down what happened, in the transaction of the act. */
export async function tell(work: Work, concernId: ConcernId, event: NewEvent): Promise<void> {
  const at = event.member ? work.now : hourOf(work.now);
  const id = newId<'concern-event'>(at);
  await work.queries.insert(concernEvent).values({
    schoolId: work.school,
    id,
    concernId,
    at,
    kind: event.kind,
    memberId: event.member ?? null,
    note: event.note ? work.keys.seal(cell('note', id), event.note) : null,
    message: event.message ? work.keys.seal(cell('message', id), event.message) : null,
  });
}

/** The story of a concern, from its start. */
export async function storyOf(work: Work, concernId: ConcernId): Promise<readonly ConcernEvent[]> {
  const rows = await work.queries
    .select()
    .from(concernEvent)
    .where(and(eq(concernEvent.schoolId, work.school), eq(concernEvent.concernId, concernId)))
    .orderBy(asc(concernEvent.seq));
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind,
    member: row.memberId ?? undefined,
    note: row.note ? work.keys.open(cell('note', row.id), row.note) : '',
    message: row.message ? work.keys.open(cell('message', row.id), row.message) : '',
  }));
}

/** When the school last wrote to each reporter of an open concern of its own accord: the thanks are not counted. */
export async function lastWrote(work: Work): Promise<ReadonlyMap<ConcernId, Temporal.Instant>> {
  const open = and(eq(concern.schoolId, concernEvent.schoolId), eq(concern.id, concernEvent.concernId));
  const rows = await work.queries
    .select({ id: concernEvent.concernId, at: max(concernEvent.at) })
    .from(concernEvent)
    .innerJoin(concern, and(open, isNull(concern.endedAt)))
    .where(and(eq(concernEvent.schoolId, work.school), eq(concernEvent.kind, 'question')))
    .groupBy(concernEvent.concernId);
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])));
}
