import { and, asc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { ConcernMode } from '../concerns/kinds.ts';
import type { ConcernId } from '../concerns/rules.ts';
import { groupOfConcern, openestMode, safeguardingHold } from '../concerns/store.ts';
import { type Letter, lettersOf } from '../letters/store.ts';
import { schoolDay } from '../platform/clock.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { type CaseEvent, deedSchema } from './deeds.ts';
import type { CaseFacts } from './facts.ts';
import type { CaseId } from './ids.ts';
import { type Cited, citedSchema } from './kinds.ts';
import { replay } from './replay.ts';
import type { Outside } from './request.ts';
import { readSight } from './sight.ts';
import type { CaseState } from './states.ts';
import { caseEvent, conductCase } from './tables.ts';
import { HANDBELL, PARENT, type Person, seesCase } from './visibility.ts';

/** An entry of the chronology as it is kept. */
export interface KeptEvent extends CaseEvent {
  readonly seq: number;
  readonly at: Temporal.Instant;
  readonly note: string;
}

/** A case opened for somebody who may see it: what it adds up to, and what lies beside it. */
export interface CaseFile {
  readonly id: CaseId;
  readonly reference: string;
  readonly concern: ConcernId | undefined;
  readonly state: CaseState;
  readonly version: number;
  readonly due: Temporal.PlainDate | undefined;
  readonly openedAt: Temporal.Instant;
  readonly cited: Cited;
  readonly allegation: string;
  /** The words themselves, as a transcript. */
  readonly quoted: string;
  readonly place: string;
  /** What will be looked at, and what was written at closing. */
  readonly followUp: string;
  readonly closing: string;
  readonly keepUntil: Temporal.PlainDate | undefined;
  readonly facts: CaseFacts;
  readonly events: readonly KeptEvent[];
  readonly letters: readonly Letter[];
  readonly outside: Outside;
}

type Row = typeof conductCase.$inferSelect;
export type CaseColumn = 'allegation' | 'quoted' | 'place' | 'follow_up' | 'closing';

/** The cell a text of a case is sealed for. */
export const caseCell = (column: CaseColumn, row: CaseId) => ({ table: 'conduct_case', column, row });

/** The cell the note of an entry is sealed for. */
export const noteCell = (row: CaseId, seq: number) => ({
  table: 'case_event',
  column: 'note',
  row: `${row} ${seq}`,
});

/** Who did what no member of staff did: the parent, or Handbell by the clock. */
function byNobody({ act }: CaseEvent['deed']): Person {
  return act === 'parent-wrote' || act === 'parent-asked' || act === 'ask-review' ? PARENT : HANDBELL;
}

async function eventsOf(work: Work, id: CaseId): Promise<readonly KeptEvent[]> {
  const rows = await work.queries
    .select()
    .from(caseEvent)
    .where(and(eq(caseEvent.schoolId, work.school), eq(caseEvent.caseId, id)))
    .orderBy(asc(caseEvent.seq));
  return rows.map(({ seq, at, memberId, deed: kept, note }) => {
    const deed = deedSchema.parse(kept);
    const by = memberId ?? byNobody(deed).member;
    return {
      seq,
      at,
      by,
      on: schoolDay(at),
      deed,
      note: note ? work.keys.open(noteCell(id, seq), note) : '',
    };
  });
}

async function build(work: Work, row: Row): Promise<CaseFile> {
  const { id } = row;
  const events = await eventsOf(work, id);
  const letters = await lettersOf(work, id);
  const hasGroup = row.concernId ? (await groupOfConcern(work, row.concernId)) !== undefined : false;
  const held = row.concernId ? await safeguardingHold(work, row.concernId) : false;
  const opened = (column: CaseColumn, sealed: Buffer | null) =>
    sealed ? work.keys.open(caseCell(column, id), sealed) : '';
  return {
    id,
    reference: row.reference,
    concern: row.concernId ?? undefined,
    state: row.state,
    version: row.version,
    due: row.due ?? undefined,
    openedAt: row.openedAt,
    cited: citedSchema.parse(row.cited),
    allegation: opened('allegation', row.allegation),
    quoted: opened('quoted', row.quoted),
    place: opened('place', row.place),
    followUp: opened('follow_up', row.followUp),
    closing: opened('closing', row.closing),
    keepUntil: row.keepUntil ?? undefined,
    facts: withMode(replay(events), row.concernId ? await openestMode(work, row.concernId) : undefined),
    events,
    letters,
    outside: { today: schoolDay(work.now), held, hasGroup, letters },
  };
}

/** A reporter who says later who they are gives the case a name to rest on; one who was named never loses it. */
function withMode(facts: CaseFacts, mode: ConcernMode | undefined): CaseFacts {
  if (!facts.opening || mode === undefined || facts.opening.mode !== 'anonymous') return facts;
  return { ...facts, opening: { ...facts.opening, mode } };
}

/**
 * A case for somebody of the school.
 * @param lock holds the case until the transaction ends: for every act
 * @throws Refusal 404 when there is none, and in the same words when this person may not see it (rule 10)
 */
export async function caseFor(work: Work, person: Person, id: CaseId, lock = false): Promise<CaseFile> {
  const query = work.queries
    .select()
    .from(conductCase)
    .where(and(eq(conductCase.schoolId, work.school), eq(conductCase.id, id)));
  const [row] = await (lock ? query.for('update') : query);
  if (!row || !seesCase(person, readSight(row.sight))) throw notFound();
  return build(work, row);
}

/**
 * A case whoever asks: for the parent's own page and for whoever keeps its record. What of it they may see or do is
 * decided there.
 */
export async function findCase(work: Work, id: CaseId, lock = false): Promise<CaseFile | undefined> {
  const query = work.queries
    .select()
    .from(conductCase)
    .where(and(eq(conductCase.schoolId, work.school), eq(conductCase.id, id)));
  const [row] = await (lock ? query.for('update') : query);
  return row && build(work, row);
}

/** The case that was opened from a concern, if one was. Whether somebody may see it is asked when they go there. */
export async function caseOfConcern(work: Work, concern: ConcernId): Promise<CaseId | undefined> {
  const [row] = await work.queries
    .select({ id: conductCase.id })
    .from(conductCase)
    .where(and(eq(conductCase.schoolId, work.school), eq(conductCase.concernId, concern)));
  return row?.id;
}
