import { schoolDay } from '../../platform/clock.ts';
import { queueMail } from '../../platform/mail/outbox.ts';
import type { Work } from '../../platform/work.ts';
import { addSchoolDays, isSchoolDay } from '../../schools/calendar.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import { currentSchool } from '../../schools/store.ts';
import { invite, noteReminder } from './invitations.ts';
import { askMail } from './mail.ts';
import { whoToAsk, whoToRemind } from './rules.ts';
import { askingSettings } from './settings.ts';
import { type Standing, standingToday } from './standing.ts';

/** Mails at most in one go: a mail server takes a whole school over an hour or two, not at once. */
const BATCH = 150;

/** What one go did. */
export interface Gone {
  readonly asked: number;
  readonly reminded: number;
  /** Who could be asked now, and was not: the next go does it. */
  readonly left: number;
}

const NOTHING: Gone = { asked: 0, reminded: 0, left: 0 };

/** The address of a personal link. */
export async function linkBase(work: Work, origin: string): Promise<string> {
  return `${origin}/s/${(await currentSchool(work)).slug}/agree/p/`;
}

/**
 * Asks and reminds whom it is time to, as many as one go takes. It asks on school days only, and only while the school
 * has said so.
 * @param origin the address that people use
 */
export async function askThoseDue(work: Work, origin: string): Promise<Gone> {
  const { since, reminders, everyDays } = await askingSettings(work);
  const today = schoolDay(work.now);
  const calendar = await schoolCalendar(work);
  if (!since || !isSchoolDay(calendar, today)) return NOTHING;
  const standing = await standingToday(work);
  if (!standing) return NOTHING;
  const base = await linkBase(work, origin);
  const { name: schoolName } = await currentSchool(work);
  const next = addSchoolDays(calendar, today, everyDays);
  const email = emailOf(standing);

  const all = whoToAsk(standing.facts);
  const now = all.slice(0, BATCH);
  for (const id of now) {
    const link = base + (await invite(work, standing.version.id, id, next));
    await queueMail(work, {
      to: email(id),
      ...askMail({ schoolName, link, left: reminders, reminder: false }),
    });
  }
  let reminded = 0;
  for (const each of whoToRemind(standing.facts, reminders, today).slice(0, BATCH - now.length)) {
    const token = await noteReminder(work, each, next);
    if (!token) continue;
    reminded += 1;
    const left = reminders - each.reminders - 1;
    const mail = askMail({ schoolName, link: base + token, left, reminder: true });
    await queueMail(work, { to: email(each.adult), ...mail });
  }
  return { asked: now.length, reminded, left: all.length - now.length };
}

function emailOf({ adults }: Standing): (id: Standing['adults'][number]['id']) => string {
  const emails = new Map(adults.map(({ id, email }) => [id, email]));
  return (id) => emails.get(id) ?? '';
}
