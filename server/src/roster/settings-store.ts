import { eq } from 'drizzle-orm';
import type { Work } from '../platform/work.ts';
import { rosterSetting } from './tables.ts';

/** What the school has decided to keep about parents beyond the least. */
export interface RosterSettings {
  readonly phones: boolean;
}

/** The school's decision; the least while it made none. */
export async function rosterSettings(work: Work): Promise<RosterSettings> {
  const [row] = await work.queries
    .select()
    .from(rosterSetting)
    .where(eq(rosterSetting.schoolId, work.school));
  return { phones: row?.phones ?? false };
}

/** Writes the school's decision down. Numbers that are kept already stay until they are changed or the person erased. */
export async function saveRosterSettings(work: Work, { phones }: RosterSettings): Promise<void> {
  await work.queries
    .insert(rosterSetting)
    .values({ schoolId: work.school, phones })
    .onConflictDoUpdate({ target: rosterSetting.schoolId, set: { phones } });
  work.audit({ act: 'roster.settings-saved', object: `school:${work.school}`, detail: { phones } });
}
