import { z } from 'zod';
import type { FieldErrors } from '../../ui/form-state.ts';
import { AFTERWARDS, BACKLOGS, isThisMachine, SECURITIES } from '../mailbox/kinds.ts';
import type { MailboxRow, MailboxSettings } from '../mailbox/settings.ts';

const line = (most: number) =>
  z
    .string()
    .optional()
    .transform((text) => (text ?? '').trim())
    .pipe(
      z
        .string()
        .max(most, `Use ${most} characters or fewer`)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
        .regex(/^[^\u0000-\u001f\u007f]*$/, 'Leave out signs that cannot be seen'),
    );

const needed = (most: number, message: string) => line(most).pipe(z.string().min(1, message));
const hostName = needed(253, 'Enter the name of the mail server').pipe(
  z.string().regex(/^[a-z0-9.:-]+$/i, 'Enter a name like imap.example.org, without a path'),
);
const days = line(4).pipe(z.string().regex(/^\d*$/, 'Enter a number of days'));

export const mailboxForm = z.object({
  host: hostName,
  port: z.coerce
    .number('Enter the port, usually 993')
    .int('Enter the port, usually 993')
    .min(1, 'Enter the port, usually 993')
    .max(65_535, 'Enter the port, usually 993'),
  security: z.enum(SECURITIES, 'Choose how the connection is kept private'),
  username: needed(200, 'Enter the user name'),
  /** Empty keeps the one that is stored. */
  password: z.string().max(500, 'Use 500 characters or fewer').optional().default(''),
  folder: needed(200, 'Enter the folder, usually INBOX'),
  serverName: line(253),
  afterwards: z.enum(AFTERWARDS, 'Choose what becomes of the mail'),
  moveTo: line(200),
  days,
  backlog: z.enum(BACKLOGS, 'Choose what becomes of mail that is there already'),
});
export type MailboxForm = z.output<typeof mailboxForm>;

const DAYS_MOST = 3650;

/** What is wrong with a form as a whole; nothing when it can be kept. */
export function faultsOf(form: MailboxForm, hasPassword: boolean): FieldErrors {
  const dayCount = Number(form.days);
  const errors: Record<string, string> = {};
  if (form.security === 'none' && !isThisMachine(form.host)) {
    errors.security = 'Choose TLS or STARTTLS: without them anybody on the way could read the password';
  }
  if (form.password === '' && !hasPassword) errors.password = 'Enter the password';
  if (form.afterwards === 'move' && form.moveTo === '') errors.moveTo = 'Enter the folder to move it to';
  if (form.afterwards === 'move' && form.moveTo === form.folder)
    errors.moveTo = 'Enter another folder than the one that is read';
  if (form.afterwards === 'delete' && (dayCount < 1 || dayCount > DAYS_MOST))
    errors.days = 'Enter after how many days, from 1 to 3,650';
  return errors;
}

/** The settings that a form says. */
export function settingsFrom(form: MailboxForm, password: string): MailboxSettings {
  const { host, port, security, username, folder, serverName, afterwards, backlog } = form;
  return {
    host,
    port,
    security,
    username,
    password,
    folder,
    serverName,
    afterwards,
    backlog,
    moveTo: afterwards === 'move' ? form.moveTo : undefined,
    deleteAfterDays: afterwards === 'delete' ? Number(form.days) : undefined,
  };
}

/** The form as it stands before anything is typed. */
export function formFrom(row: MailboxRow | undefined, username: string): Readonly<Record<string, string>> {
  if (!row) {
    return { port: '993', security: 'tls', folder: 'INBOX', afterwards: 'leave', backlog: 'leave' };
  }
  return {
    host: row.host,
    port: String(row.port),
    security: row.security,
    username,
    folder: row.folder,
    serverName: row.serverName,
    afterwards: row.afterwards,
    moveTo: row.moveTo ?? '',
    days: row.deleteAfterDays === null ? '' : String(row.deleteAfterDays),
    backlog: row.backlog,
  };
}
