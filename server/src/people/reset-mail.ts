import type { Database } from '../platform/database/connect.ts';
import { queueMail } from '../platform/mail/outbox.ts';
import type { Worker } from '../platform/work.ts';
import { membershipsOf } from './store.ts';

/** Mails a member of staff the link with which they set a new password. It is good for an hour, once. */
export async function mailReset(
  {
    database,
    worker,
    origin,
  }: { readonly database: Database; readonly worker: Worker; readonly origin: string },
  { userId, email }: { readonly userId: string; readonly email: string },
  secret: string,
): Promise<void> {
  const [membership] = await membershipsOf(database, userId);
  if (!membership) return;
  await worker.forSchool(membership.school, 'public', async (work) => {
    const text = [
      'Somebody asked for a new password for your Handbell account.',
      `If it was you, open this link within an hour: ${origin}/sign-in/new-password/${secret}`,
      'If it was not you, you need do nothing: your password stays as it is.',
    ].join('\n\n');
    await queueMail(work, { to: email, subject: 'Your new Handbell password', text, kind: 'password-reset' });
  });
}
