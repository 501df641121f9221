import { answersTo } from '../intake/mailbox/answers.ts';
import { queueMail } from '../platform/mail/outbox.ts';
import type { Work } from '../platform/work.ts';
import { currentSchool } from '../schools/store.ts';
import { rememberMail } from './mail/thread.ts';
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
  const relay = await relayOf(work, id);
  const to = relay ?? (await openVault(work, id))?.email ?? '';
  if (to === '') return false;
  const school = await currentSchool(work);
  // An answer shows its sender to whoever opens the school's mailbox, so nobody whose address is hidden is asked for one.
  const replyTo = relay === undefined ? await answersTo(work) : undefined;
  const mailId = await queueMail(work, {
    to,
    subject: `Something new for you from ${school.name}`,
    text: [
      `There is something new for you from ${school.name}.`,
      `To read it, go to ${origin}/s/${school.slug}/concern/return and enter the code you were given.`,
      replyTo === undefined
        ? 'You do not need to do anything else. Please do not reply to this mail.'
        : 'You do not need to do anything else. To add something, you can also answer this mail.',
    ].join('\n\n'),
    kind: 'concern-news',
    replyTo,
  });
  await rememberMail(work, id, mailId, 'out');
  return true;
}
