import { and, desc, eq, gte, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { schoolDay } from '../../platform/clock.ts';
import { type Id, newId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { ptaNotice } from '../tables.ts';
import type { PersonId } from '../volunteers/rules.ts';

export type PtaNoticeId = Id<'pta-notice'>;

/** A message of the PTA to all parents (S15). */
export interface PtaNotice {
  readonly id: PtaNoticeId;
  readonly title: string;
  readonly body: string;
  readonly from: Temporal.PlainDate;
  /** The last day on which it is shown. */
  readonly until: Temporal.PlainDate;
}

const read = ({ id, title, body, fromDay, untilDay }: typeof ptaNotice.$inferSelect): PtaNotice => ({
  id,
  title,
  body,
  from: fromDay,
  until: untilDay,
});

/** The PTA's notices that are up today, the newest first. */
export async function noticesToday(work: Work): Promise<readonly PtaNotice[]> {
  const rows = await work.queries
    .select()
    .from(ptaNotice)
    .where(
      and(
        eq(ptaNotice.schoolId, work.school),
        isNull(ptaNotice.withdrawnAt),
        gte(ptaNotice.untilDay, schoolDay(work.now)),
      ),
    )
    .orderBy(desc(ptaNotice.fromDay), desc(ptaNotice.id));
  return rows.map(read);
}

/** Every notice that an officer put up, the newest first. */
export async function noticesBy(work: Work, officer: PersonId): Promise<readonly PtaNotice[]> {
  const rows = await work.queries
    .select()
    .from(ptaNotice)
    .where(and(eq(ptaNotice.schoolId, work.school), eq(ptaNotice.officerId, officer)))
    .orderBy(desc(ptaNotice.fromDay), desc(ptaNotice.id));
  return rows.map(read);
}

interface NewNotice {
  readonly title: string;
  readonly body: string;
  readonly days: number;
}

/** Puts up a notice for a number of days. */
export async function addNotice(
  work: Work,
  officerId: PersonId,
  { title, body, days }: NewNotice,
): Promise<void> {
  const id = newId<'pta-notice'>();
  const fromDay = schoolDay(work.now);
  const untilDay = fromDay.add({ days });
  await work.queries
    .insert(ptaNotice)
    .values({ schoolId: work.school, id, title, body, fromDay, untilDay, officerId });
  work.audit({ act: 'pta.notice-added', object: `pta-notice:${id}` });
}

/** Takes a notice down. Taking it down twice changes nothing. */
export async function withdrawNotice(work: Work, id: PtaNoticeId): Promise<void> {
  await work.queries
    .update(ptaNotice)
    .set({ withdrawnAt: work.now })
    .where(and(eq(ptaNotice.schoolId, work.school), eq(ptaNotice.id, id), isNull(ptaNotice.withdrawnAt)));
  work.audit({ act: 'pta.notice-withdrawn', object: `pta-notice:${id}` });
}
