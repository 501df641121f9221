import type { MailboxFailure } from '../mailbox/kinds.ts';

/** What a failure means, and what to do about it. */
export const FAILURE_WORDS: Readonly<Record<MailboxFailure, readonly [what: string, next: string]>> = {
  name: ['There is no mail server of that name.', 'Check the name of the mail server.'],
  away: [
    'The mail server does not answer.',
    'Check the name and the port. If they are right, ask whoever runs the mail server.',
  ],
  certificate: [
    'The connection could not be made private.',
    'Check the port and how the connection is kept private. The server’s certificate must be for its name.',
  ],
  'sign-in': [
    'The mail server did not accept the user name or password.',
    'Enter them again. Many providers want a password made for one program (an “app password”).',
  ],
  folder: ['The folder cannot be opened.', 'Check how the folder is written.'],
  clearing: [
    'Mail is read, but it could not be moved or deleted.',
    'Check the folder to move it to, or leave mail where it is.',
  ],
  disk: [
    'This Handbell cannot keep files at the moment.',
    'Make room on its disk. No mail is lost meanwhile.',
  ],
  unsafe: [
    'The password would travel where others can read it.',
    'Choose TLS or STARTTLS, unless the mail server is this very machine.',
  ],
  other: [
    'The mailbox could not be read.',
    'Handbell tries again by itself. If this stays, ask whoever runs the mail server.',
  ],
};
