import type { Work } from '../../platform/work.ts';
import { currentSchool } from '../../schools/store.ts';
import { findMailbox } from './settings.ts';

/** Where answers to mails about a concern are read by Handbell; undefined while the school lets it read no mailbox. */
export async function answersTo(work: Work): Promise<string | undefined> {
  const row = await findMailbox(work);
  if (!row?.active) return undefined;
  return (await currentSchool(work)).profile.concernEmail;
}
