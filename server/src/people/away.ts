import { and, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { MemberId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import { member } from './tables.ts';

/** Whether somebody is away on a day. @param backOn the day they are back, if they said one */
export function isAway(backOn: Temporal.PlainDate | undefined, today: Temporal.PlainDate): boolean {
  return backOn !== undefined && Temporal.PlainDate.compare(today, backOn) < 0;
}

/** Notes until when somebody is away: what waits for them waits for their deputy too. @param backOn undefined: they are here */
export async function setAway(
  work: Work,
  id: MemberId,
  backOn: Temporal.PlainDate | undefined,
): Promise<void> {
  await work.queries
    .update(member)
    .set({ backOn: backOn ?? null })
    .where(and(eq(member.schoolId, work.school), eq(member.id, id)));
  work.audit({ act: 'member.away-set', object: `member:${id}`, detail: { away: backOn !== undefined } });
}
