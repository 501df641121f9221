import { and, asc, desc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { outrun } from '../../people/last-change.ts';
import { schoolDay } from '../../platform/clock.ts';
import { type Id, type MemberId, newId } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import {
  acknowledgeBy,
  type ComplaintAct,
  type ComplaintOutcome,
  type ComplaintState,
  complaintAfter,
  type StepKind,
} from './rules.ts';
import { dataComplaint, dataComplaintStep } from './tables.ts';

export type ComplaintId = Id<'data-complaint'>;
type StepId = Id<'data-complaint-step'>;

/** A complaint as it comes. */
export interface NewComplaint {
  readonly name: string;
  /** How to answer them. */
  readonly contact: string;
  readonly words: string;
  readonly receivedOn: Temporal.PlainDate;
}

export interface Complaint extends NewComplaint {
  readonly id: ComplaintId;
  readonly state: ComplaintState;
  readonly acknowledgeBy: Temporal.PlainDate;
  readonly acknowledgedOn: Temporal.PlainDate | undefined;
  readonly outcome: ComplaintOutcome | undefined;
  /** What they were answered; empty until it is closed. */
  readonly answer: string;
  readonly closedOn: Temporal.PlainDate | undefined;
}

/** Something that was done about a complaint. */
export interface ComplaintStep {
  readonly kind: StepKind;
  readonly on: Temporal.PlainDate;
  readonly words: string;
}

type Row = typeof dataComplaint.$inferSelect;
type Column = 'name' | 'contact' | 'words' | 'answer';
const cell = (column: Column, row: ComplaintId) => ({ table: 'data_complaint', column, row });
const stepCell = (row: StepId) => ({ table: 'data_complaint_step', column: 'words', row });

function opened(work: Work, row: Row): Complaint {
  const open = (column: Column, sealed: Buffer | null) =>
    sealed ? work.keys.open(cell(column, row.id), sealed, 'identity') : '';
  return {
    id: row.id,
    state: row.state,
    receivedOn: row.receivedOn,
    acknowledgeBy: row.acknowledgeBy,
    name: open('name', row.name),
    contact: open('contact', row.contact),
    words: open('words', row.words),
    acknowledgedOn: row.acknowledgedOn ?? undefined,
    outcome: row.outcome ?? undefined,
    answer: open('answer', row.answer),
    closedOn: row.closedOn ?? undefined,
  };
}

/** Writes a complaint down; its clock runs from the day it came. */
export async function addComplaint(work: Work, entry: NewComplaint, by: MemberId): Promise<ComplaintId> {
  const id = newId<'data-complaint'>();
  const seal = (column: Column, text: string) => work.keys.seal(cell(column, id), text, 'identity');
  await work.queries.insert(dataComplaint).values({
    schoolId: work.school,
    id,
    state: 'received',
    version: 1,
    receivedOn: entry.receivedOn,
    acknowledgeBy: acknowledgeBy(entry.receivedOn),
    name: seal('name', entry.name),
    contact: seal('contact', entry.contact),
    words: seal('words', entry.words),
    recordedBy: by,
    recordedAt: work.now,
  });
  work.audit({ act: 'data-complaint.recorded', object: `data-complaint:${id}` });
  return id;
}

/** All complaints, the newest first. */
export async function listComplaints(work: Work): Promise<readonly Complaint[]> {
  const rows = await work.queries
    .select()
    .from(dataComplaint)
    .where(eq(dataComplaint.schoolId, work.school))
    .orderBy(desc(dataComplaint.receivedOn), desc(dataComplaint.id));
  return rows.map((row) => opened(work, row));
}

/**
 * One complaint.
 * @throws Refusal 404 when there is none
 */
export async function findComplaint(work: Work, id: ComplaintId): Promise<Complaint> {
  const [row] = await work.queries
    .select()
    .from(dataComplaint)
    .where(and(eq(dataComplaint.schoolId, work.school), eq(dataComplaint.id, id)));
  if (!row) throw notFound();
  return opened(work, row);
}

/** What was done about a complaint, in order. */
export async function stepsOf(work: Work, id: ComplaintId): Promise<readonly ComplaintStep[]> {
  const rows = await work.queries
    .select()
    .from(dataComplaintStep)
    .where(and(eq(dataComplaintStep.schoolId, work.school), eq(dataComplaintStep.complaintId, id)))
    .orderBy(asc(dataComplaintStep.happenedOn), asc(dataComplaintStep.id));
  return rows.map((row) => ({
    kind: row.kind,
    on: row.happenedOn,
    words: work.keys.open(stepCell(row.id), row.words, 'identity'),
  }));
}

/** Moves a locked complaint, if the table has the way. */
async function move(
  work: Work,
  id: ComplaintId,
  act: ComplaintAct,
  values: Partial<typeof dataComplaint.$inferInsert> = {},
): Promise<void> {
  const [row] = await work.queries
    .select({ state: dataComplaint.state, version: dataComplaint.version })
    .from(dataComplaint)
    .where(and(eq(dataComplaint.schoolId, work.school), eq(dataComplaint.id, id)))
    .for('update');
  if (!row) throw notFound();
  const state = complaintAfter(row.state, act);
  if (!state) throw await outrun(work, `data-complaint:${id}`, 'This complaint has been moved on.');
  await work.queries
    .update(dataComplaint)
    .set({ ...values, state, version: row.version + 1 })
    .where(and(eq(dataComplaint.schoolId, work.school), eq(dataComplaint.id, id)));
  work.audit({ act: `data-complaint.${act}`, object: `data-complaint:${id}`, detail: { state } });
}

/** Writes down that a complaint was acknowledged today. */
export function acknowledgeComplaint(work: Work, id: ComplaintId): Promise<void> {
  return move(work, id, 'acknowledge', { acknowledgedOn: schoolDay(work.now) });
}

/** Writes down what was done today, or what they were told. */
export async function noteStep(
  work: Work,
  id: ComplaintId,
  { kind, words }: Pick<ComplaintStep, 'kind' | 'words'>,
  by: MemberId,
): Promise<void> {
  await move(work, id, 'note');
  const step = newId<'data-complaint-step'>();
  await work.queries.insert(dataComplaintStep).values({
    schoolId: work.school,
    id: step,
    complaintId: id,
    kind,
    happenedOn: schoolDay(work.now),
    words: work.keys.seal(stepCell(step), words, 'identity'),
    recordedBy: by,
    recordedAt: work.now,
  });
}

/** Closes a complaint with what they were answered. */
export function closeComplaint(
  work: Work,
  id: ComplaintId,
  { outcome, answer }: { readonly outcome: ComplaintOutcome; readonly answer: string },
): Promise<void> {
  return move(work, id, 'close', {
    outcome,
    answer: work.keys.seal(cell('answer', id), answer, 'identity'),
    closedOn: schoolDay(work.now),
  });
}

/** Destroys a complaint and its steps. */
export async function destroyComplaint(work: Work, id: ComplaintId): Promise<void> {
  await work.queries
    .delete(dataComplaintStep)
    .where(and(eq(dataComplaintStep.schoolId, work.school), eq(dataComplaintStep.complaintId, id)));
  await work.queries
    .delete(dataComplaint)
    .where(and(eq(dataComplaint.schoolId, work.school), eq(dataComplaint.id, id)));
  work.audit({ act: 'data-complaint.destroyed', object: `data-complaint:${id}` });
}
