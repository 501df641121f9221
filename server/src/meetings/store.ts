import { and, asc, eq, inArray } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { CaseId } from '../cases/ids.ts';
import { memberOf, PARENT, type Person } from '../cases/visibility.ts';
import { type MemberId, newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import type { MeetingId } from './ids.ts';
import { type MeetingNotes, type MeetingPlan, notesSchema, planSchema } from './plan.ts';
import { MEETING_ACTS, type MeetingAct, type MeetingState } from './states.ts';
import { meeting, meetingEvent } from './tables.ts';

/** A meeting with its words opened. Who may see it is who may see its case. */
export interface Meeting {
  readonly id: MeetingId;
  readonly caseId: CaseId;
  readonly state: MeetingState;
  readonly version: number;
  readonly plan: MeetingPlan;
  readonly minutes: number;
  readonly slots: readonly Temporal.Instant[];
  readonly replyBy: Temporal.PlainDate;
  readonly startsAt: Temporal.Instant | undefined;
  readonly notes: MeetingNotes | undefined;
}

/** An entry of a meeting's story. */
export interface MeetingEvent {
  readonly seq: number;
  readonly at: Temporal.Instant;
  readonly by: MemberId;
  readonly act: MeetingAct;
  readonly words: string;
}

type Row = typeof meeting.$inferSelect;
type Change = Partial<
  Pick<typeof meeting.$inferInsert, 'state' | 'minutes' | 'replyBy' | 'startsAt' | 'remindedAt'>
> & {
  readonly slots?: readonly Temporal.Instant[];
  readonly plan?: MeetingPlan;
  readonly notes?: MeetingNotes;
};

const slotsSchema = z.array(z.iso.datetime().transform((text) => Temporal.Instant.from(text)));
const actSchema = z.enum(MEETING_ACTS);
const cell = (column: 'plan' | 'notes', row: MeetingId) => ({ table: 'meeting', column, row });
const wordsCell = (row: MeetingId, seq: number) => ({
  table: 'meeting_event',
  column: 'words',
  row: `${row} ${seq}`,
});
const sealedJson = (
  work: Work,
  column: 'plan' | 'notes',
  row: MeetingId,
  value: MeetingPlan | MeetingNotes,
) => work.keys.seal(cell(column, row), JSON.stringify(value));
const slotTexts = (slots: readonly Temporal.Instant[]) => slots.map((slot) => slot.toString());

function open(work: Work, row: Row): Meeting {
  const { id, caseId, state, version, minutes, replyBy } = row;
  return {
    id,
    caseId,
    state,
    version,
    plan: planSchema.parse(JSON.parse(work.keys.open(cell('plan', id), row.plan))),
    minutes,
    slots: slotsSchema.parse(row.slots),
    replyBy,
    startsAt: row.startsAt ?? undefined,
    notes: row.notes
      ? notesSchema.parse(JSON.parse(work.keys.open(cell('notes', id), row.notes)))
      : undefined,
  };
}

/** The meetings of a case, in the order they were offered. */
export async function meetingsOf(work: Work, caseId: CaseId): Promise<readonly Meeting[]> {
  const rows = await work.queries
    .select()
    .from(meeting)
    .where(and(eq(meeting.schoolId, work.school), eq(meeting.caseId, caseId)))
    .orderBy(asc(meeting.madeAt), asc(meeting.id));
  return rows.map((row) => open(work, row));
}

/** A meeting of a case. @param lock holds it until the transaction ends: for every act */
export async function findMeeting(
  work: Work,
  caseId: CaseId,
  id: MeetingId,
  lock = false,
): Promise<Meeting | undefined> {
  const query = work.queries
    .select()
    .from(meeting)
    .where(and(eq(meeting.schoolId, work.school), eq(meeting.caseId, caseId), eq(meeting.id, id)));
  const [row] = await (lock ? query.for('update') : query);
  return row && open(work, row);
}

/** Meetings that something is still to be done about, with the day each starts; without their words. */
export async function openMeetings(work: Work) {
  return work.queries
    .select({
      id: meeting.id,
      caseId: meeting.caseId,
      state: meeting.state,
      startsAt: meeting.startsAt,
      replyBy: meeting.replyBy,
      remindedAt: meeting.remindedAt,
    })
    .from(meeting)
    .where(and(eq(meeting.schoolId, work.school), inArray(meeting.state, ['offered', 'agreed', 'held'])))
    .orderBy(asc(meeting.startsAt), asc(meeting.id));
}

/** A meeting that is offered. */
export interface NewMeeting {
  readonly plan: MeetingPlan;
  readonly minutes: number;
  readonly slots: readonly Temporal.Instant[];
  readonly replyBy: Temporal.PlainDate;
}

/** Keeps a meeting that is offered, with the first entry of its story. */
export async function keepMeeting(
  work: Work,
  person: Person,
  caseId: CaseId,
  { plan, minutes, slots, replyBy }: NewMeeting,
): Promise<Meeting> {
  const id = newId<'meeting'>();
  await work.queries.insert(meeting).values({
    schoolId: work.school,
    id,
    caseId,
    state: 'offered',
    version: 1,
    plan: sealedJson(work, 'plan', id, plan),
    minutes,
    slots: slotTexts(slots),
    replyBy,
    madeAt: work.now,
  });
  await addEvent(work, person, { id, caseId }, 1, 'offer', '');
  return {
    ...{ id, caseId, state: 'offered', version: 1, plan, minutes, slots, replyBy },
    startsAt: undefined,
    notes: undefined,
  };
}

async function addEvent(
  work: Work,
  person: Person,
  { id, caseId }: Pick<Meeting, 'id' | 'caseId'>,
  seq: number,
  act: MeetingAct,
  words: string,
): Promise<void> {
  await work.queries.insert(meetingEvent).values({
    schoolId: work.school,
    meetingId: id,
    seq,
    at: work.now,
    memberId: memberOf(person),
    act,
    words: words === '' ? null : work.keys.seal(wordsCell(id, seq), words),
  });
  work.audit({ act: `meeting.${act}`, object: `case:${caseId}`, detail: { meeting: id, seq } });
}

/** Writes a change of a meeting with its entry, together. */
export async function changeMeeting(
  work: Work,
  person: Person,
  was: Meeting,
  act: MeetingAct,
  { slots, plan, notes, ...change }: Change,
  words: string,
): Promise<void> {
  const seq = was.version + 1;
  await work.queries
    .update(meeting)
    .set({
      ...change,
      version: seq,
      ...(slots ? { slots: slotTexts(slots) } : {}),
      ...(plan ? { plan: sealedJson(work, 'plan', was.id, plan) } : {}),
      ...(notes ? { notes: sealedJson(work, 'notes', was.id, notes) } : {}),
    })
    .where(and(eq(meeting.schoolId, work.school), eq(meeting.id, was.id)));
  await addEvent(work, person, was, seq, act, words);
}

/** Notes that a parent was reminded. */
export async function markReminded(work: Work, id: MeetingId): Promise<void> {
  await work.queries
    .update(meeting)
    .set({ remindedAt: work.now })
    .where(and(eq(meeting.schoolId, work.school), eq(meeting.id, id)));
  work.audit({ act: 'meeting.reminded', object: `meeting:${id}` });
}

/** What was done with a meeting, in its order. */
export async function meetingEvents(work: Work, id: MeetingId): Promise<readonly MeetingEvent[]> {
  const rows = await work.queries
    .select()
    .from(meetingEvent)
    .where(and(eq(meetingEvent.schoolId, work.school), eq(meetingEvent.meetingId, id)))
    .orderBy(asc(meetingEvent.seq));
  return rows.map(({ seq, at, memberId, act, words }) => ({
    seq,
    at,
    by: memberId ?? PARENT.member,
    act: actSchema.parse(act),
    words: words ? work.keys.open(wordsCell(id, seq), words) : '',
  }));
}
