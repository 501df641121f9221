import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { SendMailOptions } from 'nodemailer';
import type { SchoolId } from '../ids.ts';
import type { MailId } from './tables.ts';

/** Takes mails on their way. */
export interface Carrier {
  /** Whether a mail it took has gone to its recipient; otherwise it only lies where a person finds it. */
  readonly sends: boolean;
  /** @throws an error whose `code` and `responseCode` say why it could not */
  carry(school: SchoolId, id: MailId, message: SendMailOptions): Promise<void>;
  close(): Promise<void>;
}

/** The mail library takes 20 MB of memory, so it is loaded with the first mail. */
const mailer = () => import('nodemailer');

const TIMEOUT = 30_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Sends mail through an SMTP server. A password is never sent to another machine without encryption.
 * @param url the setting SMTP_URL
 */
export function smtpCarrier(url: string): Carrier {
  const { username, hostname } = new URL(url);
  const open = async () => {
    const { createTransport } = await mailer();
    return createTransport({
      pool: true,
      url,
      maxConnections: 2,
      connectionTimeout: TIMEOUT,
      greetingTimeout: TIMEOUT,
      socketTimeout: TIMEOUT,
      requireTLS: username !== '' && !LOOPBACK.has(hostname),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
  let transport: ReturnType<typeof open> | undefined;
  return {
    sends: true,
    carry: async (_school, _id, message) => {
      transport ??= open();
      await (await transport).sendMail(message);
    },
    close: async () => (await transport)?.close(),
  };
}

/** Where the copy of a mail lies that no server could take: `<folder>/<school>/<id>.eml`. */
function copyPath(folder: string, school: SchoolId, id: MailId): string {
  return join(resolve(folder), school, `${id}.eml`);
}

/**
 * Writes each mail as a file that any mail program opens. For a Handbell without a mail server: nothing is lost.
 * @param folder for the administrator of the machine only
 */
export function folderCarrier(folder: string): Carrier {
  return {
    sends: false,
    carry: async (school, id, message) => {
      const { createTransport } = await mailer();
      const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
      const { message: bytes } = await transport.sendMail(message);
      const path = copyPath(folder, school, id);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      if (Buffer.isBuffer(bytes)) await writeFile(path, bytes, { mode: 0o600 });
    },
    close: async () => undefined,
  };
}

/** Removes the copy of a mail that has been sent or handed over. */
export function removeCopy(folder: string, school: SchoolId, id: MailId): Promise<void> {
  return rm(copyPath(folder, school, id), { force: true });
}
