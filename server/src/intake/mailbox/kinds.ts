/** How the way to the mail server is kept private. "none" is for a server on this very machine. */
export const SECURITIES = ['tls', 'starttls', 'none'] as const;
export type Security = (typeof SECURITIES)[number];

/** What becomes of a mail in the mailbox once it is a concern. */
export const AFTERWARDS = ['leave', 'move', 'delete'] as const;
export type Afterwards = (typeof AFTERWARDS)[number];

/** Whether mail that lay in the mailbox before is taken in as well. */
export const BACKLOGS = ['leave', 'take'] as const;
export type Backlog = (typeof BACKLOGS)[number];

/** Why a mailbox cannot be read, as a code: never the server's words, which may quote somebody. */
export const MAILBOX_FAILURES = [
  'name',
  'away',
  'certificate',
  'sign-in',
  'folder',
  'clearing',
  'disk',
  'unsafe',
  'other',
] as const;
export type MailboxFailure = (typeof MAILBOX_FAILURES)[number];

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/** Whether a server is this machine, so that nobody can listen on the way. */
export const isThisMachine = (host: string) => LOOPBACK.has(host.toLowerCase());
