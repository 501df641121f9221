import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { GroupId } from '../groups/rules.ts';
import { findGroup } from '../groups/store.ts';
import { schoolDay } from '../platform/clock.ts';
import { type Id, idSchema, type MemberId } from '../platform/ids.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { openAccount, openExcerpt, type TranscriptLine, transcriptOf } from './account.ts';
import { tell } from './events.ts';
import type { ConcernMode, ConcernPlace, EventKind } from './kinds.ts';
import { refusedBecause } from './obstacles.ts';
import { mailReporter } from './reporter-mail.ts';
import { type ConcernId, type ConcernRoute, tryAct } from './rules.ts';
import { type Actor, type ConcernRow, declaredClear, findFor, findMatter, findRow } from './standing.ts';
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
  /** The name of the group, registered or as the reporter put it; empty where there is none. */
  readonly placeName: string;
  /** The day of the message; the day the concern came when the reporter could not say. */
  readonly messageDay: Temporal.PlainDate;
  readonly messageDayKnown: boolean;
  readonly receivedAt: Temporal.Instant;
  /** Those who may have no part in it (rule 8). */
  readonly excluded: readonly MemberId[];
  /** What others told of the same matter, in their own words; never who they are. */
  readonly others: readonly OtherReport[];
}

/** Another report of the matter that a case is opened from. */
export interface OtherReport {
  readonly id: ConcernId;
  readonly reference: string;
  readonly words: string;
  readonly transcript: readonly TranscriptLine[];
}

/**
 * A concern for the room of cases: before a case is opened from it, and while one is open.
 * @throws Refusal 404 when this person may not read it; 409 while it is not screened, held (but for the safeguarding
 *   lead once a case is open), undeclared, found to be a complaint, or over
 */
export async function concernForCase(work: Work, staff: Actor, id: ConcernId): Promise<ConcernForCase> {
  const matter = await findMatter(work, id, false);
  const found = matter[0] && (await findFor(work, staff, matter[0].id, false));
  if (found?.sight !== 'read') throw notFound();
  const { row, standings } = found;
  if (matter.some(({ state }) => state === 'case-held') && !staff.roles.includes('safeguarding')) {
    throw refusedBecause('held');
  }
  const clear = declaredClear(standings, staff.member);
  for (const each of matter) {
    if (each.state === 'case-open' || each.state === 'case-held') continue;
    const result = tryAct({ ...inMatter(each, row), roles: staff.roles, declaredClear: clear }, 'open-case');
    if (!result.ok) throw refusedBecause(result.obstacle);
  }
  const account = openAccount(work, row.id, row.account);
  const group = row.groupId ? await findGroup(work, row.groupId) : undefined;
  const transcript = (each: ConcernRow) =>
    each.excerpt ? transcriptOf(openExcerpt(work, each.id, each.excerpt)) : [];
  return {
    id: row.id,
    reference: row.reference,
    route: row.route,
    // Without a name only when nobody who told gave one.
    mode: openest(matter) ?? row.mode,
    words: account.words,
    subject: account.subject,
    transcript: transcript(row),
    place: row.place,
    group: row.groupId ?? undefined,
    placeName: group?.name ?? account.placeName,
    messageDay: row.messageDay ?? schoolDay(row.receivedAt),
    messageDayKnown: row.messageDay !== null,
    receivedAt: row.receivedAt,
    excluded: standings.filter((standing) => standing.excluded).map((standing) => standing.memberId),
    others: matter.slice(1).map((each) => ({
      id: each.id,
      reference: each.reference,
      words: openAccount(work, each.id, each.account).words,
      transcript: transcript(each),
    })),
  };
}

/** A report as the rules see it for what is decided for its whole matter at the one that leads. */
export function inMatter(row: ConcernRow, lead: ConcernRow): ConcernRow {
  return { ...row, aboutUs: lead.aboutUs, matterOf: null };
}

/**
 * How open those are who told of a matter, as things stand now: without a name only while nobody gave one. Whoever says
 * later who they are, or whose report joins later, counts from then on (rule 28).
 */
export async function openestMode(work: Work, id: ConcernId): Promise<ConcernMode | undefined> {
  return openest(await findMatter(work, id, false));
}

const openest = (matter: readonly ConcernRow[]): ConcernMode | undefined =>
  matter.map(({ mode }) => mode).find((mode) => mode !== 'anonymous') ?? matter[0]?.mode;

/** The registered group that a concern is about, if it or another report of its matter is about one. */
export async function groupOfConcern(work: Work, id: ConcernId): Promise<GroupId | undefined> {
  return (await findMatter(work, id, false)).find(({ groupId }) => groupId !== null)?.groupId ?? undefined;
}

/** The reports that a case rests on, the one that leads first: ids and references, no word of them. */
export async function reportsOf(
  work: Work,
  id: ConcernId,
): Promise<readonly { readonly id: ConcernId; readonly reference: string }[]> {
  return (await findMatter(work, id, false)).map((row) => ({ id: row.id, reference: row.reference }));
}

/**
 * Moves every report of a matter the same way, or none.
 * @throws Refusal 409 when a rule stands in the way of one of them
 */
async function moveMatter(
  work: Work,
  id: ConcernId,
  { act, event }: { readonly act: 'open-case' | 'conclude' | 'reopen'; readonly event: EventKind },
  values: Parameters<typeof change>[2],
): Promise<readonly ConcernRow[]> {
  const matter = await findMatter(work, id, true);
  const [lead] = matter;
  if (!lead) throw notFound();
  for (const row of matter) {
    const result = tryAct({ ...inMatter(row, lead), roles: [], declaredClear: true }, act);
    if (!result.ok) throw refusedBecause(result.obstacle);
    await change(work, row, { ...values, state: result.state });
    await tell(work, row.id, { kind: event, member: memberOf(work) });
  }
  return matter;
}

/**
 * Marks that a case was opened from a concern, in the case's own transaction. The guards about the person were asked by
 * {@link concernForCase}; this asks the state again, under the row's lock.
 * @throws Refusal 409 when the concern is held, not screened, a complaint, or has a case already
 */
export async function markCaseOpened(work: Work, id: ConcernId, caseId: Id<'case'>): Promise<void> {
  for (const row of await moveMatter(work, id, { act: 'open-case', event: 'case-opened' }, { caseId })) {
    work.audit({ act: 'concern.case-opened', object: `concern:${row.id}`, detail: { case: caseId } });
  }
}

/**
 * Ends a concern whose case was closed. The reporter's page then says that it was dealt with, and nothing of another
 * family; a reporter with an address gets "there is something new" (D2).
 * @param origin the address that people use (`services.origin`), for the link in the mail
 * @throws Refusal 409 while the safeguarding hold is on, or when no case is open
 */
export async function concludeConcern(work: Work, id: ConcernId, origin: string): Promise<void> {
  const ended = { endedAt: work.now };
  for (const row of await moveMatter(work, id, { act: 'conclude', event: 'concluded' }, ended)) {
    await mailReporter(work, row.id, origin);
    work.audit({ act: 'concern.concluded', object: `concern:${row.id}` });
  }
}

/**
 * Opens a concern again whose case was opened again. The reporter's page says once more that it is being looked at, and
 * a reporter with an address gets "there is something new".
 */
export async function reopenConcern(work: Work, id: ConcernId, origin: string): Promise<void> {
  // A case that was never closed has its concern open still.
  if (!(await isConcluded(work, id))) return;
  for (const row of await moveMatter(work, id, { act: 'reopen', event: 'reopened' }, { endedAt: null })) {
    await mailReporter(work, row.id, origin);
    work.audit({ act: 'concern.reopened', object: `concern:${row.id}` });
  }
}

/** Whether the person who raised a concern was told already that it was dealt with. */
export async function isConcluded(work: Work, id: ConcernId): Promise<boolean> {
  return (await findRow(work, id, false))?.state === 'concluded';
}

/** Whether the safeguarding hold is on for any report of a matter: while it is, nobody contacts the parent (rule 12). */
export async function safeguardingHold(work: Work, id: ConcernId): Promise<boolean> {
  return (await findMatter(work, id, false)).some(({ state }) => state === 'held' || state === 'case-held');
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
