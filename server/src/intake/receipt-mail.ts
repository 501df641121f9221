import { rememberMail } from '../concerns/mail/thread.ts';
import type { Receipt } from '../concerns/receive.ts';
import { queueMail } from '../platform/mail/outbox.ts';
import type { Work } from '../platform/work.ts';
import { currentSchool } from '../schools/store.ts';
import { formatDate } from '../ui/index.ts';

/**
 * Tells somebody who mailed a concern that the school has it. Neither the matter nor a name is in it (principle 5).
 * @param origin the address that people use
 */
export async function mailReceipt(work: Work, to: string, receipt: Receipt, origin: string): Promise<void> {
  const { name, slug, profile } = await currentSchool(work);
  const id = await queueMail(work, {
    to,
    subject: `${name} has your email`,
    text: [
      `${name} has your email. Somebody will have read it by ${formatDate(receipt.acknowledgeBy)}.`,
      `Your code is ${receipt.code}. With it you can see where things stand and read what the school answers, at ${origin}/s/${slug}/concern/return. Give it to nobody.`,
      'To add something, answer this mail, or use the code. If a child is in danger now, call 999.',
      'A machine sent this mail as soon as yours came in.',
    ].join('\n\n'),
    kind: 'concern-receipt',
    // Their own mail server knows the minute already.
    atOnce: true,
    replyTo: profile.concernEmail,
  });
  await rememberMail(work, receipt.id, id, 'out');
}
