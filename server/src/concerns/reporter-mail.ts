import { queueMail } from '../platform/mail/outbox.ts';
import type { Work } from '../platform/work.ts';
import { currentSchool } from '../schools/store.ts';
import { relayOf } from './relay.ts';
import type { ConcernId } from './rules.ts';
import { openVault } from './vault.ts';

/**
 * Tells a reporter who gave an address, or one that nobody sees, that there is something new for them. The mail holds neither the matter nor a
 * name, and looks the same whatever the news is (principle 5). They read the news with their code.
 * @param origin the address that people use, for the link
 * @returns whether there was an address to write to
 */
export async function mailReporter(work: Work, id: ConcernId, origin: string): Promise<boolean> {
  const to = (await relayOf(work, id)) ?? (await openVault(work, id))?.email ?? '';
  if (to === '') return false;
  const school = await currentSchool(work);
  await queueMail(work, {
    to,
    subject: `Something new for you from ${school.name}`,
    text: [
      `There is something new for you from ${school.name}.`,
      `To read it, go to ${origin}/s/${school.slug}/concern/return and enter the code you were given.`,
      'You do not need to do anything else. Please do not reply to this mail.',
    ].join('\n\n'),
    kind: 'concern-news',
  });
  return true;
}
