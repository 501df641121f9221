import { and, asc, desc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { FileId } from '../../platform/files/tables.ts';
import { type Id, type MemberId, newId } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import type { Channel, Ending, Pause, RequestState } from './rules.ts';
import { accessPause, accessRequest } from './tables.ts';

export type RequestId = Id<'access-request'>;

/** A request as it comes, in whatever way. */
export interface NewRequest {
  readonly name: string;
  readonly contact: string;
  readonly words: string;
  readonly channel: Channel;
  readonly receivedOn: Temporal.PlainDate;
}

/** A request for somebody's own data. */
export interface AccessRequest extends NewRequest {
  readonly id: RequestId;
  readonly state: RequestState;
  readonly version: number;
  readonly months: number;
  readonly extended: { readonly on: Temporal.PlainDate; readonly why: string } | undefined;
  readonly pauses: readonly Pause[];
  /** Words to cover beside the names, a line each. */
  readonly cover: string;
  /** The covering letter, once somebody has written or taken it. */
  readonly letter: string;
  readonly preparedBy: MemberId | undefined;
  readonly checker: MemberId | undefined;
  readonly checkedAt: Temporal.Instant | undefined;
  /** Why whoever checked it last sent it back; empty when they did not. */
  readonly backWhy: string;
  readonly pdf: { readonly file: FileId; readonly hash: string } | undefined;
  readonly sentHow: string;
  readonly ended: { readonly how: Ending; readonly why: string } | undefined;
  readonly closedOn: Temporal.PlainDate | undefined;
}

type Row = typeof accessRequest.$inferSelect;
type Column =
  | 'name'
  | 'contact'
  | 'words'
  | 'extended_why'
  | 'cover'
  | 'letter'
  | 'back_why'
  | 'sent_how'
  | 'ended_why';
const cell = (column: Column, row: RequestId) => ({ table: 'access_request', column, row });

/** Seals a text of a request: who asked for their data is an identity. */
export const sealRequest = (work: Work, id: RequestId, column: Column, text: string): Buffer =>
  work.keys.seal(cell(column, id), text, 'identity');

function opened(work: Work, row: Row, pauses: readonly Pause[]): AccessRequest {
  const open = (column: Column, sealed: Buffer | null) =>
    sealed ? work.keys.open(cell(column, row.id), sealed, 'identity') : '';
  const { extendedOn, endedHow, pdfFile, pdfHash } = row;
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    receivedOn: row.receivedOn,
    channel: row.channel,
    name: open('name', row.name),
    contact: open('contact', row.contact),
    words: open('words', row.words),
    months: row.months,
    extended: extendedOn ? { on: extendedOn, why: open('extended_why', row.extendedWhy) } : undefined,
    pauses,
    cover: open('cover', row.cover),
    letter: open('letter', row.letter),
    preparedBy: row.preparedBy ?? undefined,
    checker: row.checker ?? undefined,
    checkedAt: row.checkedAt ?? undefined,
    backWhy: open('back_why', row.backWhy),
    pdf: pdfFile && pdfHash ? { file: pdfFile, hash: pdfHash } : undefined,
    sentHow: open('sent_how', row.sentHow),
    ended: endedHow ? { how: endedHow, why: open('ended_why', row.endedWhy) } : undefined,
    closedOn: row.closedOn ?? undefined,
  };
}

/** Writes a request down. It needs no form and no reason; its clock runs from the day it came (UK GDPR Article 12). */
export async function insertRequest(work: Work, entry: NewRequest, by: MemberId): Promise<RequestId> {
  const id = newId<'access-request'>();
  await work.queries.insert(accessRequest).values({
    schoolId: work.school,
    id,
    state: 'open',
    version: 1,
    receivedOn: entry.receivedOn,
    channel: entry.channel,
    name: sealRequest(work, id, 'name', entry.name),
    contact: sealRequest(work, id, 'contact', entry.contact),
    words: sealRequest(work, id, 'words', entry.words),
    recordedBy: by,
    recordedAt: work.now,
  });
  work.audit({ act: 'access-request.recorded', object: `access-request:${id}` });
  return id;
}

async function pausesOf(work: Work): Promise<ReadonlyMap<RequestId, readonly Pause[]>> {
  const rows = await work.queries
    .select()
    .from(accessPause)
    .where(eq(accessPause.schoolId, work.school))
    .orderBy(asc(accessPause.fromDay), asc(accessPause.id));
  const all = rows.map(({ requestId, reason, fromDay, untilDay }) => ({
    requestId,
    pause: { reason, from: fromDay, until: untilDay ?? undefined },
  }));
  const grouped = Map.groupBy(all, ({ requestId }) => requestId);
  return new Map([...grouped].map(([id, list]) => [id, list.map(({ pause }) => pause)]));
}

/** All requests, the newest first. */
export async function listRequests(work: Work): Promise<readonly AccessRequest[]> {
  const rows = await work.queries
    .select()
    .from(accessRequest)
    .where(eq(accessRequest.schoolId, work.school))
    .orderBy(desc(accessRequest.receivedOn), desc(accessRequest.id));
  const pauses = await pausesOf(work);
  return rows.map((row) => opened(work, row, pauses.get(row.id) ?? []));
}

/**
 * One request.
 * @param lock holds it until the transaction ends: for every act
 * @throws Refusal 404 when there is none
 */
export async function findRequest(work: Work, id: RequestId, lock = false): Promise<AccessRequest> {
  const query = work.queries
    .select()
    .from(accessRequest)
    .where(and(eq(accessRequest.schoolId, work.school), eq(accessRequest.id, id)));
  const [row] = await (lock ? query.for('update') : query);
  if (!row) throw notFound();
  return opened(work, row, (await pausesOf(work)).get(id) ?? []);
}

/** Writes what an act leaves in a request that is held, with its audit. */
export async function changeRequest(
  work: Work,
  { id, version }: AccessRequest,
  act: string,
  state: RequestState,
  values: Partial<typeof accessRequest.$inferInsert> = {},
): Promise<void> {
  await work.queries
    .update(accessRequest)
    .set({ ...values, state, version: version + 1 })
    .where(and(eq(accessRequest.schoolId, work.school), eq(accessRequest.id, id)));
  work.audit({ act: `access-request.${act}`, object: `access-request:${id}`, detail: { state } });
}

/** Lets the clock of a request stand still from today on. */
export async function insertPause(
  work: Work,
  id: RequestId,
  { reason, from }: Omit<Pause, 'until'>,
): Promise<void> {
  await work.queries.insert(accessPause).values({
    schoolId: work.school,
    id: newId<'access-pause'>(),
    requestId: id,
    reason,
    fromDay: from,
  });
}

/** Lets the clock run on. */
export async function endPause(work: Work, id: RequestId, until: Temporal.PlainDate): Promise<void> {
  const rows = await work.queries
    .select()
    .from(accessPause)
    .where(and(eq(accessPause.schoolId, work.school), eq(accessPause.requestId, id)));
  const open = rows.find(({ untilDay }) => untilDay === null);
  if (!open) return;
  await work.queries
    .update(accessPause)
    .set({ untilDay: until })
    .where(and(eq(accessPause.schoolId, work.school), eq(accessPause.id, open.id)));
}
