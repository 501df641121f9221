import type { MailState } from '../platform/mail/tables.ts';
import type { TagKind } from '../ui/index.ts';

/** What each state of a mail is called, and the shape of its tag. */
export const STATE_TEXT: Readonly<Record<MailState, { readonly name: string; readonly tag: TagKind }>> = {
  waiting: { name: 'Waiting', tag: 'waiting' },
  failed: { name: 'Will be tried again', tag: 'progress' },
  dead: { name: 'Could not be sent', tag: 'urgent' },
  sent: { name: 'Sent', tag: 'done' },
  aside: { name: 'Put aside', tag: 'ended' },
};

/** A mail's kind as people read it: "password-reset" is "Password reset". */
export function kindName(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^EAUTH/, 'The mail server did not accept the user name or password in SMTP_URL.'],
  [/^ETLS/, 'The mail server offers no encryption, so the password was not sent to it.'],
  [/^(ESOCKET|ECONN|ETIMEDOUT|EDNS|ENOTFOUND|EPROTOCOL)/, 'The mail server could not be reached.'],
  [/^EENVELOPE 5/, 'The mail server does not know this address.'],
  [/^(EENVELOPE|EMESSAGE)/, 'The mail server did not take this mail.'],
  [/^(ENOSPC|EDQUOT)/, 'The disk of this Handbell is full.'],
  [/^(EACCES|EPERM|EROFS)/, 'Handbell may not write to its mail folder.'],
];

/** Why a mail was not sent, from the code that was kept. */
export function reasonOf(code: string): string {
  return REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'It could not be sent.';
}
