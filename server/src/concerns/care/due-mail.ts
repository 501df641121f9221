import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { isAway } from '../../people/away.ts';
import { listMembers } from '../../people/store.ts';
import { member } from '../../people/tables.ts';
import { schoolDay } from '../../platform/clock.ts';
import type { MemberId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { isSchoolDay } from '../../schools/calendar.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import { mailDue } from '../readers.ts';
import { waitingFor } from '../today.ts';

/** Notes that somebody is told today; false when they have been told already. */
async function firstToday(work: Work, id: MemberId): Promise<boolean> {
  const today = schoolDay(work.now);
  const told = await work.queries
    .update(member)
    .set({ dueMailedOn: today })
    .where(
      and(
        eq(member.schoolId, work.school),
        eq(member.id, id),
        or(isNull(member.dueMailedOn), lt(member.dueMailedOn, today)),
      ),
    )
    .returning({ id: member.id });
  return told.length > 0;
}

/**
 * On a school day, tells everybody by mail for whom something of a concern is due today or late: the owner, then the
 * deputy, then whoever it goes on to. The mail says no more than that there is something; done twice a day it tells once.
 * @param origin the address that people use, for the link
 * @returns how many were told
 */
export async function tellOfDue(work: Work, origin: string): Promise<number> {
  const today = schoolDay(work.now);
  if (!isSchoolDay(await schoolCalendar(work), today)) return 0;
  const told: string[] = [];
  for (const { id, email, roles, state, backOn } of await listMembers(work)) {
    if (state !== 'active' || isAway(backOn, today)) continue;
    const items = await waitingFor(work, { member: id, roles });
    const due = items.some((item) => item.due && Temporal.PlainDate.compare(item.due, today) <= 0);
    if (due && (await firstToday(work, id))) told.push(email);
  }
  if (told.length === 0) return 0;
  await mailDue(work, told, origin);
  work.audit({ act: 'concern.due-told', object: `school:${work.school}`, detail: { count: told.length } });
  return told.length;
}
