import { eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Work } from '../../platform/work.ts';
import { agreementAsking } from '../tables.ts';
import { DEFAULT_EVERY_DAYS, DEFAULT_REMINDERS } from './rules.ts';

/** Whether and how often a school asks by mail. */
export interface AskingSettings {
  /** Since when everybody on the roll is asked; undefined while the school does not ask by mail. */
  readonly since: Temporal.PlainDate | undefined;
  readonly reminders: number;
  /** School days between two mails to one person. */
  readonly everyDays: number;
}

/** The school's settings, or the usual ones: not asking, two reminders, five school days apart. */
export async function askingSettings(work: Work): Promise<AskingSettings> {
  const [row] = await work.queries
    .select()
    .from(agreementAsking)
    .where(eq(agreementAsking.schoolId, work.school));
  return {
    since: row?.askingSince ?? undefined,
    reminders: row?.reminders ?? DEFAULT_REMINDERS,
    everyDays: row?.everyDays ?? DEFAULT_EVERY_DAYS,
  };
}

/** Keeps the school's settings. */
export async function saveAskingSettings(work: Work, settings: AskingSettings): Promise<void> {
  const { since, reminders, everyDays } = settings;
  const values = { askingSince: since ?? null, reminders, everyDays };
  await work.queries
    .insert(agreementAsking)
    .values({ schoolId: work.school, ...values })
    .onConflictDoUpdate({ target: agreementAsking.schoolId, set: values });
  const detail = { on: since !== undefined, reminders, everyDays };
  work.audit({ act: 'agreement.asking-set', object: `school:${work.school}`, detail });
}
