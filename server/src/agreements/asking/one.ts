import { schoolDay } from '../../platform/clock.ts';
import { queueMail } from '../../platform/mail/outbox.ts';
import type { Work } from '../../platform/work.ts';
import type { PolicyVersion } from '../../policies/version.ts';
import type { Adult } from '../../roster/adult.ts';
import { addSchoolDays } from '../../schools/calendar.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import { currentSchool } from '../../schools/store.ts';
import { linkBase } from './ask.ts';
import { changeInvitation, type Invitation, invite } from './invitations.ts';
import { askMail } from './mail.ts';
import { askingSettings } from './settings.ts';

/**
 * Asks one adult now, by the office's own hand: for the first time, or with a new link after the old one was taken back.
 * @param before their invitation, if they were asked
 * @throws InvitationStepRefused when their link still works, or they asked for no more mail
 */
export async function askOne(
  work: Work,
  origin: string,
  { version, adult, before }: { version: PolicyVersion; adult: Adult; before: Invitation | undefined },
): Promise<void> {
  const { reminders, everyDays } = await askingSettings(work);
  const next = addSchoolDays(await schoolCalendar(work), schoolDay(work.now), everyDays);
  const token = before
    ? await changeInvitation(work, before.id, 'renew')
    : await invite(work, version.id, adult.id, next);
  const left = Math.max(0, reminders - (before?.reminders ?? 0));
  const { name: schoolName } = await currentSchool(work);
  const link = (await linkBase(work, origin)) + token;
  await queueMail(work, { to: adult.email, ...askMail({ schoolName, link, left, reminder: false }) });
}
