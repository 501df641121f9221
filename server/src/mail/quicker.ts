import { outrun } from '../people/last-change.ts';
import { MailDone } from '../platform/mail/tray.ts';
import { changedMeanwhile } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';

/**
 * What somebody does with a mail, unless it is done with.
 * @throws Refusal 409 that says whether it was sent, or who put it aside and when
 */
export async function orQuicker<T>(work: Work, act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    if (!(error instanceof MailDone)) throw error;
    if (error.state === 'sent') throw changedMeanwhile('This mail has been sent already.');
    const what = 'This mail has been put aside already, so nothing was done with it now.';
    throw await outrun(work, `mail:${error.mail}`, what, { act: 'mail.put-aside', did: 'put it aside' });
  }
}
