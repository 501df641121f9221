import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { GroupId } from '../groups/rules.ts';
import { schoolDay } from '../platform/clock.ts';
import { type Id, idSchema, type MemberId } from '../platform/ids.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { openAccount, openExcerpt, type TranscriptLine, transcriptOf } from './account.ts';
import { tell } from './events.ts';
import type { ConcernMode, ConcernPlace } from './kinds.ts';
import { refusedBecause } from './obstacles.ts';
import { mailReporter } from './reporter-mail.ts';
import { type ConcernId, type ConcernRoute, tryAct } from './rules.ts';
import { type Actor, type ConcernRow, declaredClear, findFor, findRow } from './standing.ts';
import { concern } from './tables.ts';

/** What a case is opened from. */
export interface ConcernForCase {
  readonly id: ConcernId;
  readonly reference: string;
  readonly route: ConcernRoute;
  /** An anonymous concern may open a case but is never the only ground of a sanction (rule 28). */
  readonly mode: ConcernMode;
  readonly words: string;
  /** Whom it is about, as the reporter knows them; empty when they did not say. */
  readonly subject: string;
  readonly transcript: readonly TranscriptLine[];
  readonly place: ConcernPlace;
  readonly group: GroupId | undefined;
  /** The name of the place when it is not a registered group. */
  readonly placeName: string;
  /** The day of the message; the day the concern came when the reporter could not say. */
  readonly messageDay: Temporal.PlainDate;
  readonly messageDayKnown: boolean;
  readonly receivedAt: Temporal.Instant;
  /** Those who may have no part in it (rule 8). */
  readonly excluded: readonly MemberId[];
}

/**
 * A concern for the room of cases: before a case is opened from it, and while one is open.
 * @throws Refusal 404 when this person may not read it; 409 while it is not screened, held (but for the safeguarding
 *   lead once a case is open), undeclared, found to be a complaint, or over
 */
export async function concernForCase(work: Work, staff: Actor, id: ConcernId): Promise<ConcernForCase> {
  const found = await findFor(work, staff, id, false);
  if (found?.sight !== 'read') throw notFound();
  const { row, standings } = found;
  if (row.state === 'case-held' && !staff.roles.includes('safeguarding')) throw refusedBecause('held');
  if (row.state !== 'case-open' && row.state !== 'case-held') {
    const facts = { ...row, roles: staff.roles, declaredClear: declaredClear(standings, staff.member) };
    const result = tryAct(facts, 'open-case');
    if (!result.ok) throw refusedBecause(result.obstacle);
  }
  const account = openAccount(work, id, row.account);
  return {
    id,
    reference: row.reference,
    route: row.route,
    mode: row.mode,
    words: account.words,
    subject: account.subject,
    transcript: row.excerpt ? transcriptOf(openExcerpt(work, id, row.excerpt)) : [],
    place: row.place,
    group: row.groupId ?? undefined,
    placeName: account.placeName,
    messageDay: row.messageDay ?? schoolDay(row.receivedAt),
    messageDayKnown: row.messageDay !== null,
    receivedAt: row.receivedAt,
    excluded: standings.filter((standing) => standing.excluded).map((standing) => standing.memberId),
  };
}

/** The registered group that a concern is about, if it is about one. */
export async function groupOfConcern(work: Work, id: ConcernId): Promise<GroupId | undefined> {
  return (await findRow(work, id, false))?.groupId ?? undefined;
}

async function lockedRow(work: Work, id: ConcernId): Promise<ConcernRow> {
  const row = await findRow(work, id, true);
  if (!row) throw notFound();
  return row;
}

/**
 * Marks that a case was opened from a concern, in the case's own transaction. The guards about the person were asked by
 * {@link concernForCase}; this asks the state again, under the row's lock.
 * @throws Refusal 409 when the concern is held, not screened, a complaint, or has a case already
 */
export async function markCaseOpened(work: Work, id: ConcernId, caseId: Id<'case'>): Promise<void> {
  const row = await lockedRow(work, id);
  const result = tryAct({ ...row, roles: [], declaredClear: true }, 'open-case');
  if (!result.ok) throw refusedBecause(result.obstacle);
  await change(work, row, { state: result.state, caseId });
  await tell(work, id, { kind: 'case-opened', member: memberOf(work) });
  work.audit({ act: 'concern.case-opened', object: `concern:${id}`, detail: { case: caseId } });
}

/**
 * Ends a concern whose case was closed. The reporter's page then says that it was dealt with, and nothing of another
 * family; a reporter with an address gets "there is something new" (D2).
 * @param origin the address that people use (`services.origin`), for the link in the mail
 * @throws Refusal 409 while the safeguarding hold is on, or when no case is open
 */
export async function concludeConcern(work: Work, id: ConcernId, origin: string): Promise<void> {
  const row = await lockedRow(work, id);
  const result = tryAct({ ...row, roles: [], declaredClear: true }, 'conclude');
  if (!result.ok) throw refusedBecause(result.obstacle);
  await change(work, row, { state: result.state, endedAt: work.now });
  await tell(work, id, { kind: 'concluded', member: memberOf(work) });
  await mailReporter(work, id, origin);
  work.audit({ act: 'concern.concluded', object: `concern:${id}` });
}

/**
 * Opens a concern again whose case was opened again. The reporter's page says once more that it is being looked at, and
 * a reporter with an address gets "there is something new".
 */
export async function reopenConcern(work: Work, id: ConcernId, origin: string): Promise<void> {
  const row = await lockedRow(work, id);
  // A case that was never closed has its concern open still.
  if (row.state !== 'concluded') return;
  const result = tryAct({ ...row, roles: [], declaredClear: true }, 'reopen');
  if (!result.ok) throw refusedBecause(result.obstacle);
  await change(work, row, { state: result.state, endedAt: null });
  await tell(work, id, { kind: 'reopened', member: memberOf(work) });
  await mailReporter(work, id, origin);
  work.audit({ act: 'concern.reopened', object: `concern:${id}` });
}

/** Whether the person who raised a concern was told already that it was dealt with. */
export async function isConcluded(work: Work, id: ConcernId): Promise<boolean> {
  return (await findRow(work, id, false))?.state === 'concluded';
}

/** Whether the safeguarding hold is on for a concern: while it is, nobody contacts the parent (rule 12). */
export async function safeguardingHold(work: Work, id: ConcernId): Promise<boolean> {
  const row = await findRow(work, id, false);
  return row?.state === 'held' || row?.state === 'case-held';
}

/** Writes new values into a locked concern. */
export async function change(
  work: Work,
  row: ConcernRow,
  values: Partial<Omit<typeof concern.$inferInsert, 'schoolId' | 'id'>>,
): Promise<void> {
  await work.queries
    .update(concern)
    .set({ ...values, version: row.version + 1 })
    .where(and(eq(concern.schoolId, work.school), eq(concern.id, row.id)));
}

const memberId = idSchema<'member'>();
const STAFF = /^staff:(.+)$/;

/** The member a piece of work is done by, if it is done by one. */
export function memberOf(work: Work): MemberId | undefined {
  const id = STAFF.exec(work.actor)?.[1];
  return id === undefined ? undefined : memberId.parse(id);
}
