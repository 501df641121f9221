import { createHmac } from 'node:crypto';
import { and, eq, gte, inArray, isNotNull, lt } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { schoolDay } from '../../platform/clock.ts';
import { type Id, type MemberId, newId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { relayOf } from '../relay.ts';
import type { ConcernId } from '../rules.ts';
import type { ConcernRow } from '../standing.ts';
import { openVault } from '../vault.ts';
import { type Ground, isSafeguarding, type Shown, whereShown } from './rules.ts';
import { reporterMark, reporterMarkKey } from './tables.ts';

export type MarkId = Id<'reporter-mark'>;

/** A mark as the school and its reporter may read it. */
export interface Mark {
  readonly id: MarkId;
  readonly ground: Ground;
  /** The school's own words. */
  readonly note: string;
  /** What the reporter is told. */
  readonly message: string;
  readonly askedBy: MemberId;
  /** It counts only once a second person or the Head has agreed. */
  readonly agreed: boolean;
  readonly expiresOn: Temporal.PlainDate;
}

type Row = typeof reporterMark.$inferSelect;
const cell = (column: 'note' | 'message', row: MarkId) => ({ table: 'reporter_mark', column, row });

/** What a concern's mark is found again by, of the addresses that lie beside it: nobody can read an address out of it. */
async function keysOf(work: Work, id: ConcernId): Promise<readonly Buffer[]> {
  const addresses = [await relayOf(work, id), (await openVault(work, id))?.email];
  const known = addresses.flatMap((each) => (each ? [each.trim().toLowerCase()] : []));
  const secret = work.keys.derive('reporter mark');
  return [...new Set(known)].map((each) => createHmac('sha256', secret).update(each).digest());
}

function opened(work: Work, row: Row): Mark {
  return {
    id: row.id,
    ground: row.ground,
    note: work.keys.open(cell('note', row.id), row.note),
    message: work.keys.open(cell('message', row.id), row.message),
    askedBy: row.askedBy,
    agreed: row.agreedAt !== null,
    expiresOn: row.expiresOn,
  };
}

const standing = (work: Work) =>
  and(eq(reporterMark.schoolId, work.school), gte(reporterMark.expiresOn, schoolDay(work.now)));

/** The mark on a concern while it stands, agreed or not. */
export async function markOn(work: Work, id: ConcernId): Promise<Mark | undefined> {
  const [row] = await work.queries
    .select()
    .from(reporterMark)
    .where(and(standing(work), eq(reporterMark.concernId, id)));
  return row && opened(work, row);
}

/**
 * Whether another report from the same address is marked, and where that may be shown. A report of a child at risk shows
 * none: it is read as if nobody had ever been marked.
 */
export async function markedBefore(
  work: Work,
  row: ConcernRow,
  where: Exclude<Shown, 'nowhere'>,
): Promise<boolean> {
  const facts = { ...row, screened: row.screenedAt !== null, allegation: row.allegation !== null };
  if (isSafeguarding(facts)) return false;
  const others = await work.queries
    .select({ id: reporterMark.id, concern: reporterMark.concernId, anonymous: reporterMark.anonymous })
    .from(reporterMark)
    .where(and(standing(work), isNotNull(reporterMark.agreedAt)));
  const shown = others.filter((each) => each.concern !== row.id && whereShown(each, row.mode) === where);
  if (shown.length === 0) return false;
  const keys = await keysOf(work, row.id);
  if (keys.length === 0) return false;
  const found = await work.queries
    .select({ id: reporterMarkKey.markId })
    .from(reporterMarkKey)
    .where(
      and(
        eq(reporterMarkKey.schoolId, work.school),
        inArray(
          reporterMarkKey.markId,
          shown.map(({ id }) => id),
        ),
        inArray(reporterMarkKey.addressHash, [...keys]),
      ),
    );
  return found.length > 0;
}

/** What a mark is made with. */
export interface NewMark {
  readonly ground: Ground;
  readonly note: string;
  readonly message: string;
  readonly expiresOn: Temporal.PlainDate;
  readonly askedBy: MemberId;
  readonly agreed: boolean;
}

/** Keeps a mark, in place of one that has ended. */
export async function keepMark(work: Work, concern: ConcernRow, mark: NewMark): Promise<void> {
  const id = newId<'reporter-mark'>();
  await dropMark(work, concern.id);
  await work.queries.insert(reporterMark).values({
    schoolId: work.school,
    id,
    concernId: concern.id,
    anonymous: concern.mode === 'anonymous',
    ground: mark.ground,
    note: work.keys.seal(cell('note', id), mark.note),
    message: work.keys.seal(cell('message', id), mark.message),
    askedBy: mark.askedBy,
    askedAt: work.now,
    agreedBy: mark.agreed ? mark.askedBy : null,
    agreedAt: mark.agreed ? work.now : null,
    expiresOn: mark.expiresOn,
  });
  for (const addressHash of await keysOf(work, concern.id)) {
    await work.queries.insert(reporterMarkKey).values({ schoolId: work.school, markId: id, addressHash });
  }
}

/** Notes who agreed. */
export async function agreeMark(work: Work, id: MarkId, by: MemberId): Promise<void> {
  await work.queries
    .update(reporterMark)
    .set({ agreedBy: by, agreedAt: work.now })
    .where(and(eq(reporterMark.schoolId, work.school), eq(reporterMark.id, id)));
}

/** Takes the mark of a concern off, with what it is found again by. */
export async function dropMark(work: Work, id: ConcernId): Promise<void> {
  await work.queries
    .delete(reporterMark)
    .where(and(eq(reporterMark.schoolId, work.school), eq(reporterMark.concernId, id)));
}

/** Lets the marks go whose time is over. @returns how many */
export async function dropExpired(work: Work): Promise<number> {
  const gone = await work.queries
    .delete(reporterMark)
    .where(and(eq(reporterMark.schoolId, work.school), lt(reporterMark.expiresOn, schoolDay(work.now))))
    .returning({ id: reporterMark.id });
  if (gone.length > 0)
    work.audit({
      act: 'concern.marks-ended',
      object: `school:${work.school}`,
      detail: { count: gone.length },
    });
  return gone.length;
}
