import { groupOfConcern } from '../concerns/store.ts';
import { sendModeratorNotice } from '../groups/notices/send.ts';
import type { Work } from '../platform/work.ts';
import { currentSchool } from '../schools/store.ts';
import { decisionOf } from './decisions.ts';
import type { CaseFile } from './read.ts';
import type { Person } from './visibility.ts';

/**
 * Sends the general note to moderators that a decided reminder stands for (D14). Its words come from a fixed list, so
 * there is nothing of the case in it (rule 26), and what the moderators do with it is theirs to choose (rule 25).
 */
export async function sendReminder(
  work: Work,
  { member }: Person,
  { id, concern, facts }: CaseFile,
  origin: string,
): Promise<void> {
  if (facts.decision?.outcome !== 'reminder' || !concern) return;
  const group = await groupOfConcern(work, concern);
  const topic = (await decisionOf(work, id))?.topic;
  if (!group || !topic) return;
  const { name, slug } = await currentSchool(work);
  const address = `${origin}/s/${slug}/moderators`;
  await sendModeratorNotice(work, { group, topic, by: member, schoolName: name, address });
}
