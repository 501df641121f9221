import type { School } from '../../schools/store.ts';
import { formatDate } from '../../ui/index.ts';
import type { AccessRequest } from './store.ts';

/** The covering letter as somebody begins with it: what is sent, what is covered, and their rights. A person edits it. */
export function firstLetter(
  { name, receivedOn, words }: AccessRequest,
  { profile }: Pick<School, 'profile'>,
  ownCopyAddress: string,
): string {
  return [
    `Dear ${name}`,
    `On ${formatDate(receivedOn)} you asked us for your own data. You asked: ${words}`,
    'This pack has what we hold about you and found in a reasonable search. We have it so that the school can run its policy for WhatsApp groups. It came from you, from people who told us of a concern, and from our staff. We keep it as our schedule says, and then we let it go.',
    'Some passages are covered with a black bar. They are about other people, or the law lets us keep them back. The schedule at the end gives the reason for each bar. Nothing else was left out of the records that are listed.',
    `We write the next two sentences to everybody who asks. If you ever told us of a concern yourself, you can read and print what you told us with your code: ${ownCopyAddress}. It is not in this pack, so that no pack tells who told us; if you lost your code, ask for the safeguarding lead.`,
    'You can ask us to put right what is wrong, to erase it, to use it less, or to stop. Tell us which passage you mean.',
    `If you are not content with this answer, complain to us first: ${profile.officeEmail}, ${profile.phone}. We will write back within 30 days.`,
    'You can also complain to the Information Commissioner: ico.org.uk, 0303 123 1113. You can ask a court, too.',
  ].join('\n\n');
}
