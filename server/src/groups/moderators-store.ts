import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { outrun } from '../people/last-change.ts';
import { schoolDay } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { notFound, type Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { type GroupId, hasEnded, type ModeratorId } from './rules.ts';
import { chatModerator } from './tables.ts';
import { endLink } from './volunteers/links.ts';
import {
  type PersonId,
  type ProposedBy,
  type RoleAct,
  type RoleState,
  roleAfter,
} from './volunteers/rules.ts';

/** A volunteer who looks after a group, or was asked to (S62). */
export interface Moderator {
  readonly id: ModeratorId;
  readonly group: GroupId;
  /** The same for every group that this person looks after. */
  readonly person: PersonId;
  readonly name: string;
  /** How to reach them, if they gave it. */
  readonly contact: string;
  readonly state: RoleState;
  readonly proposedBy: ProposedBy;
  readonly from: Temporal.PlainDate;
  /** Their last day, once they stopped. */
  readonly until: Temporal.PlainDate | undefined;
  /** The end of their term of office, if one was agreed. */
  readonly termEnds: Temporal.PlainDate | undefined;
  /** By when the office hopes to hear whether they carry on; unset when it does not ask. */
  readonly confirmBy: Temporal.PlainDate | undefined;
}

const cell = (column: 'name' | 'contact', row: ModeratorId) => ({ table: 'chat_moderator', column, row });

function open(work: Work, row: typeof chatModerator.$inferSelect): Moderator {
  const unseal = (column: 'name' | 'contact', sealed: Buffer | null) =>
    sealed ? work.keys.open(cell(column, row.id), sealed, 'identity') : '';
  return {
    id: row.id,
    group: row.groupId,
    person: row.personId,
    name: unseal('name', row.name),
    contact: unseal('contact', row.contact),
    state: row.state,
    proposedBy: row.proposedBy,
    from: row.fromDay,
    until: row.untilDay ?? undefined,
    termEnds: row.termEnds ?? undefined,
    confirmBy: row.confirmBy ?? undefined,
  };
}

async function listWhere(work: Work, which?: ReturnType<typeof eq>): Promise<readonly Moderator[]> {
  const rows = await work.queries
    .select()
    .from(chatModerator)
    .where(and(eq(chatModerator.schoolId, work.school), which))
    .orderBy(asc(chatModerator.fromDay), asc(chatModerator.id));
  return rows.map((row) => open(work, row));
}

/** A group's moderators, past ones too, the longest serving first. */
export function listModerators(work: Work, group: GroupId): Promise<readonly Moderator[]> {
  return listWhere(work, eq(chatModerator.groupId, group));
}

/** Every place that one person has, or had, at a group. */
export function placesOfPerson(work: Work, person: PersonId): Promise<readonly Moderator[]> {
  return listWhere(work, eq(chatModerator.personId, person));
}

/** Every place that anybody has, or had, at any group. */
export function everyPlace(work: Work): Promise<readonly Moderator[]> {
  return listWhere(work);
}

/** Everybody who looks after a group today, or was asked to. */
export async function currentModerators(work: Work): Promise<readonly Moderator[]> {
  const today = schoolDay(work.now);
  return (await everyPlace(work)).filter((each) => !hasEnded(each, today));
}

/** How many moderators who said yes each group has today, without opening a name. */
export async function countModerators(work: Work): Promise<ReadonlyMap<GroupId, number>> {
  const rows = await work.queries
    .select({ group: chatModerator.groupId, until: chatModerator.untilDay })
    .from(chatModerator)
    .where(and(eq(chatModerator.schoolId, work.school), eq(chatModerator.state, 'accepted')));
  const today = schoolDay(work.now);
  const now = rows.filter((row) => !hasEnded({ until: row.until ?? undefined }, today));
  const groups = Map.groupBy(now, (row) => row.group);
  return new Map([...groups].map(([group, each]) => [group, each.length]));
}

interface NewModerator {
  readonly name: string;
  readonly contact: string;
  readonly from: Temporal.PlainDate;
  /** Given when they look after another group already. */
  readonly person?: PersonId | undefined;
  readonly termEnds?: Temporal.PlainDate | undefined;
  /** Who named them; the office asks at once, others propose to the office. */
  readonly proposedBy?: ProposedBy;
}

/** Writes down somebody for a group: asked by the office, or proposed to it. */
export async function addModerator(
  work: Work,
  groupId: GroupId,
  { name, contact, from, person = newId<'volunteer'>(), termEnds, proposedBy = 'office' }: NewModerator,
): Promise<Pick<Moderator, 'id' | 'person'>> {
  const id = newId<'moderator'>();
  const seal = (column: 'name' | 'contact', text: string) =>
    work.keys.seal(cell(column, id), text, 'identity');
  await work.queries.insert(chatModerator).values({
    schoolId: work.school,
    id,
    groupId,
    personId: person,
    name: seal('name', name),
    contact: contact === '' ? null : seal('contact', contact),
    fromDay: from,
    state: proposedBy === 'office' ? 'asked' : 'proposed',
    proposedBy,
    termEnds: termEnds ?? null,
  });
  work.audit({ act: 'moderator.added', object: `group:${groupId}`, detail: { moderator: id, proposedBy } });
  return { id, person };
}

/** One place at a group, locked until the transaction ends. */
async function locked(work: Work, id: ModeratorId): Promise<Moderator | undefined> {
  const [row] = await work.queries
    .select()
    .from(chatModerator)
    .where(and(eq(chatModerator.schoolId, work.school), eq(chatModerator.id, id)))
    .for('update');
  return row && open(work, row);
}

/** A place does not stand where an act needs it: how it stands, and who of the school was quicker. */
export function placeMoved(work: Work, { id, group, state, until }: Moderator): Promise<Refusal> {
  const ended = state === 'declined' ? 'This person has said no.' : STOPPED;
  const what = until ? ended : 'This has been answered already.';
  return outrun(work, `group:${group}`, what, { about: { moderator: id } });
}

const STOPPED = 'This person does not look after the group any more.';

/** What an act leaves in the row; the volunteer's own answers are dated. */
function valuesOf(work: Work, act: RoleAct, place: Moderator, until: Temporal.PlainDate) {
  if (act === 'stop' || act === 'decline') {
    const last = until.since(place.from).sign < 0 ? place.from : until;
    return { untilDay: last, contact: null, confirmBy: null };
  }
  if (act === 'ask') return {};
  return { answeredAt: work.now, confirmBy: null };
}

/**
 * Does one act of the role: the office asks or takes off the register; the volunteer says yes or no, carries on or
 * stops. What they gave to be reached by goes when they stop or say no, and with their last group their link.
 * @throws Refusal 404 when there is no such place, 409 when the role does not stand where the act needs it
 */
export async function actOnRole(
  work: Work,
  id: ModeratorId,
  act: RoleAct,
  until: Temporal.PlainDate = schoolDay(work.now),
): Promise<void> {
  const place = await locked(work, id);
  if (!place) throw notFound();
  const to = place.until ? null : roleAfter(place.state, act);
  if (to === null) throw await placeMoved(work, place);
  await work.queries
    .update(chatModerator)
    .set({ ...valuesOf(work, act, place, until), ...(to === 'over' ? {} : { state: to }) })
    .where(and(eq(chatModerator.schoolId, work.school), eq(chatModerator.id, id)));
  work.audit({ act: `moderator.${act}`, object: `group:${place.group}`, detail: { moderator: id } });
  const others = (await placesOfPerson(work, place.person)).filter((each) => each.until === undefined);
  if (others.length === 0) await endLink(work, { kind: 'moderator', person: place.person });
}

/** Agrees the term of office of somebody who looks after a group. */
export async function setTerm(
  work: Work,
  { id, group }: Pick<Moderator, 'id' | 'group'>,
  termEnds: Temporal.PlainDate | undefined,
): Promise<void> {
  await work.queries
    .update(chatModerator)
    .set({ termEnds: termEnds ?? null })
    .where(and(eq(chatModerator.schoolId, work.school), eq(chatModerator.id, id)));
  work.audit({ act: 'moderator.term', object: `group:${group}`, detail: { moderator: id } });
}

/**
 * Asks everybody who looks after a group whether they carry on: each September, and whenever the office wants to know.
 * Nothing ends by itself when somebody does not answer.
 * @returns those who were asked
 */
export async function askWhoCarriesOn(
  work: Work,
  confirmBy: Temporal.PlainDate,
): Promise<readonly Moderator[]> {
  const asked = (await currentModerators(work)).filter(({ state }) => state === 'accepted');
  await work.queries
    .update(chatModerator)
    .set({ confirmBy })
    .where(
      and(
        eq(chatModerator.schoolId, work.school),
        eq(chatModerator.state, 'accepted'),
        isNull(chatModerator.untilDay),
      ),
    );
  const object = `school:${work.school}`;
  work.audit({ act: 'moderators.asked', object, detail: { asked: asked.length } });
  return asked;
}
