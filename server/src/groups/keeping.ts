import { and, eq, isNotNull, lt } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import type { ModeratorId } from './rules.ts';
import { chatModerator, ptaNotice, ptaOfficer, volunteerLink } from './tables.ts';
import type { PersonId } from './volunteers/rules.ts';

interface Stopped<Key> {
  readonly id: Key;
  readonly lastDay: Temporal.PlainDate;
}

/** Moderators who stopped, with their last day: without a name. */
export async function stoppedModerators(work: Work): Promise<readonly Stopped<ModeratorId>[]> {
  const rows = await work.queries
    .select({ id: chatModerator.id, lastDay: chatModerator.untilDay })
    .from(chatModerator)
    .where(and(eq(chatModerator.schoolId, work.school), isNotNull(chatModerator.untilDay)))
    .orderBy(chatModerator.untilDay, chatModerator.id);
  return rows.flatMap(({ id, lastDay }) => (lastDay ? { id, lastDay } : []));
}

/** Officers of the PTA who stopped. One whose notice is still up has not stopped yet. */
export async function stoppedOfficers(work: Work): Promise<readonly Stopped<PersonId>[]> {
  const rows = await work.queries
    .select({ id: ptaOfficer.id, lastDay: ptaOfficer.untilDay })
    .from(ptaOfficer)
    .where(
      and(
        eq(ptaOfficer.schoolId, work.school),
        isNotNull(ptaOfficer.untilDay),
        lt(ptaOfficer.untilDay, schoolDay(work.now)),
      ),
    )
    .orderBy(ptaOfficer.untilDay, ptaOfficer.id);
  return rows.flatMap(({ id, lastDay }) => (lastDay ? { id, lastDay } : []));
}

/** Destroys the entry of a moderator; their link goes with their last entry. */
export async function destroyModerator(work: Work, id: ModeratorId): Promise<void> {
  const [gone] = await work.queries
    .delete(chatModerator)
    .where(and(eq(chatModerator.schoolId, work.school), eq(chatModerator.id, id)))
    .returning({ person: chatModerator.personId });
  if (gone) {
    const left = await work.queries
      .select({ id: chatModerator.id })
      .from(chatModerator)
      .where(and(eq(chatModerator.schoolId, work.school), eq(chatModerator.personId, gone.person)));
    if (left.length === 0) await destroyLinks(work, gone.person);
  }
  work.audit({ act: 'moderator.destroyed', object: `moderator:${id}` });
}

/** Destroys the entry of an officer of the PTA, their notices and their link. */
export async function destroyOfficer(work: Work, id: PersonId): Promise<void> {
  await work.queries
    .delete(ptaNotice)
    .where(and(eq(ptaNotice.schoolId, work.school), eq(ptaNotice.officerId, id)));
  await work.queries
    .delete(ptaOfficer)
    .where(and(eq(ptaOfficer.schoolId, work.school), eq(ptaOfficer.id, id)));
  await destroyLinks(work, id);
  work.audit({ act: 'officer.destroyed', object: `officer:${id}` });
}

async function destroyLinks(work: Work, person: PersonId): Promise<void> {
  await work.queries
    .delete(volunteerLink)
    .where(and(eq(volunteerLink.schoolId, work.school), eq(volunteerLink.personId, person)));
}
