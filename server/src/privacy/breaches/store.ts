import { and, desc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { outrun } from '../../people/last-change.ts';
import { schoolDay } from '../../platform/clock.ts';
import { type Id, type MemberId, newId } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { type BreachAct, type BreachState, breachAfter, notifyBy } from './rules.ts';
import { dataBreach } from './tables.ts';

export type BreachId = Id<'data-breach'>;

/** A breach as it is found. */
export interface NewBreach {
  /** When the school came to know. */
  readonly knownAt: Temporal.Instant;
  readonly words: string;
  /** How many people it touches, as far as is known. */
  readonly people: number;
}

/** What was decided about telling. */
export interface BreachDecision {
  /** Tell the regulator. */
  readonly notify: boolean;
  /** Tell the people it touches: where the risk to them is high. */
  readonly tellPeople: boolean;
  readonly reasons: string;
}

export interface Breach extends NewBreach {
  readonly id: BreachId;
  readonly state: BreachState;
  readonly notifyBy: Temporal.Instant;
  readonly decision: BreachDecision | undefined;
  readonly notifiedAt: Temporal.Instant | undefined;
  /** The regulator's reference; empty until it was told. */
  readonly reference: string;
  /** Why it was told after 72 hours; empty when it was in time. */
  readonly lateReason: string;
  readonly remedy: string;
  readonly closedOn: Temporal.PlainDate | undefined;
}

type Row = typeof dataBreach.$inferSelect;
type Column = 'words' | 'reasons' | 'reference' | 'late_reason' | 'remedy';
const cell = (column: Column, row: BreachId) => ({ table: 'data_breach', column, row });

function opened(work: Work, row: Row): Breach {
  const open = (column: Column, sealed: Buffer | null) =>
    sealed ? work.keys.open(cell(column, row.id), sealed) : '';
  const { notify, tellPeople } = row;
  return {
    id: row.id,
    state: row.state,
    knownAt: row.knownAt,
    notifyBy: row.notifyBy,
    words: open('words', row.words),
    people: row.people,
    decision:
      notify === null
        ? undefined
        : { notify, tellPeople: tellPeople ?? false, reasons: open('reasons', row.reasons) },
    notifiedAt: row.notifiedAt ?? undefined,
    reference: open('reference', row.reference),
    lateReason: open('late_reason', row.lateReason),
    remedy: open('remedy', row.remedy),
    closedOn: row.closedOn ?? undefined,
  };
}

/** Writes a breach down; its 72 hours run from the moment the school came to know. */
export async function addBreach(work: Work, entry: NewBreach, by: MemberId): Promise<BreachId> {
  const id = newId<'data-breach'>();
  await work.queries.insert(dataBreach).values({
    schoolId: work.school,
    id,
    state: 'open',
    version: 1,
    knownAt: entry.knownAt,
    notifyBy: notifyBy(entry.knownAt),
    words: work.keys.seal(cell('words', id), entry.words),
    people: entry.people,
    recordedBy: by,
    recordedAt: work.now,
  });
  work.audit({ act: 'data-breach.recorded', object: `data-breach:${id}`, detail: { people: entry.people } });
  return id;
}

/** All breaches, the newest first. */
export async function listBreaches(work: Work): Promise<readonly Breach[]> {
  const rows = await work.queries
    .select()
    .from(dataBreach)
    .where(eq(dataBreach.schoolId, work.school))
    .orderBy(desc(dataBreach.knownAt), desc(dataBreach.id));
  return rows.map((row) => opened(work, row));
}

/**
 * One breach.
 * @throws Refusal 404 when there is none
 */
export async function findBreach(work: Work, id: BreachId): Promise<Breach> {
  const [row] = await work.queries
    .select()
    .from(dataBreach)
    .where(and(eq(dataBreach.schoolId, work.school), eq(dataBreach.id, id)));
  if (!row) throw notFound();
  return opened(work, row);
}

/** Moves a locked breach, if the rules have the way. */
async function move(
  work: Work,
  id: BreachId,
  act: BreachAct,
  values: Partial<typeof dataBreach.$inferInsert>,
): Promise<void> {
  const [row] = await work.queries
    .select()
    .from(dataBreach)
    .where(and(eq(dataBreach.schoolId, work.school), eq(dataBreach.id, id)))
    .for('update');
  if (!row) throw notFound();
  const facts = { state: row.state, notify: row.notify ?? undefined, notified: row.notifiedAt !== null };
  const state = breachAfter(facts, act);
  if (!state)
    throw await outrun(
      work,
      `data-breach:${id}`,
      'This breach has moved on, or something of it must be done first.',
    );
  await work.queries
    .update(dataBreach)
    .set({ ...values, state, version: row.version + 1 })
    .where(and(eq(dataBreach.schoolId, work.school), eq(dataBreach.id, id)));
  work.audit({ act: `data-breach.${act}`, object: `data-breach:${id}`, detail: { state } });
}

/** Decides whether to tell the regulator and the people, with reasons. It can be decided anew until it was told. */
export function decideBreach(
  work: Work,
  id: BreachId,
  { notify, tellPeople, reasons }: BreachDecision,
  by: MemberId,
): Promise<void> {
  return move(work, id, 'decide', {
    notify,
    tellPeople,
    reasons: work.keys.seal(cell('reasons', id), reasons),
    decidedBy: by,
    decidedAt: work.now,
  });
}

/** Writes down that the regulator was told now. */
export function noteNotified(
  work: Work,
  id: BreachId,
  { reference, lateReason }: Pick<Breach, 'reference' | 'lateReason'>,
): Promise<void> {
  return move(work, id, 'notify', {
    notifiedAt: work.now,
    reference: work.keys.seal(cell('reference', id), reference),
    lateReason: lateReason === '' ? null : work.keys.seal(cell('late_reason', id), lateReason),
  });
}

/** Closes a breach with what was done so that it does not happen again. */
export function closeBreach(work: Work, id: BreachId, remedy: string): Promise<void> {
  return move(work, id, 'close', {
    remedy: work.keys.seal(cell('remedy', id), remedy),
    closedOn: schoolDay(work.now),
  });
}

/** Destroys the entry of a breach. */
export async function destroyBreach(work: Work, id: BreachId): Promise<void> {
  await work.queries
    .delete(dataBreach)
    .where(and(eq(dataBreach.schoolId, work.school), eq(dataBreach.id, id)));
  work.audit({ act: 'data-breach.destroyed', object: `data-breach:${id}` });
}
