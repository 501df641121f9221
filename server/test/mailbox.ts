import type { MailboxSettings } from '../src/intake/mailbox/settings.ts';
import { saveMailbox } from '../src/intake/mailbox/settings.ts';
import type { Dovecot } from './dovecot.ts';
import type { TestHandbell, TestSchool } from './handbell.ts';

/** The name under which the mail server of the tests checks senders. */
export const SERVER_NAME = 'mx.oakfield.example.org';

/** A line by which the school's own mail server says that it checked the sender. */
export const PROVEN = `Authentication-Results: ${SERVER_NAME}; dmarc=pass header.from=home.example.org`;

/** How the mailbox of a test is reached. */
export function settingsFor(
  dovecot: Dovecot,
  user: string,
  more: Partial<MailboxSettings> = {},
): MailboxSettings {
  return {
    host: '127.0.0.1',
    port: dovecot.port,
    security: 'none',
    username: user,
    password: dovecot.password,
    folder: 'INBOX',
    serverName: SERVER_NAME,
    afterwards: 'leave',
    moveTo: undefined,
    deleteAfterDays: undefined,
    backlog: 'take',
    ...more,
  };
}

/** Has a school's mailbox read. */
export function useMailbox(
  handbell: TestHandbell,
  school: TestSchool,
  settings: MailboxSettings,
): Promise<void> {
  return handbell.services.worker.forSchool(school.id, 'command', (work) => saveMailbox(work, settings));
}
