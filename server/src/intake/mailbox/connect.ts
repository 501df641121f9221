import type { ImapFlow } from 'imapflow';
import { MailboxError } from './failures.ts';
import { isThisMachine } from './kinds.ts';
import type { Access } from './settings.ts';

/** The library for IMAP takes memory, so it is loaded with the first mailbox. */
const imap = () => import('imapflow');

const TIMEOUT = 15_000;
/** After so long without a command the connection waits for news by itself (RFC 2177). */
const IDLE_AFTER = 500;
/** IDLE is renewed before servers and routers give a silent connection up. */
const IDLE_FOR = 4 * 60_000;

/**
 * Opens a mailbox. A password is never sent to another machine without encryption.
 * @throws MailboxError or an error of the library, for `failureOf`
 */
export async function openMailbox(access: Access): Promise<ImapFlow> {
  const { host, port, security, username, password, folder } = access;
  if (security === 'none' && !isThisMachine(host)) throw new MailboxError('unsafe');
  const { ImapFlow: Client } = await imap();
  const client = new Client({
    host,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    auth: { user: username, pass: password },
    logger: false,
    clientInfo: { name: 'Handbell' },
    connectionTimeout: TIMEOUT,
    greetingTimeout: TIMEOUT,
    socketTimeout: 6 * 60_000,
    autoIdleDelay: IDLE_AFTER,
    maxIdleTime: IDLE_FOR,
  });
  // A connection that breaks shows where it is used; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    client.close();
    throw error;
  }
  try {
    await client.mailboxOpen(folder);
  } catch {
    client.close();
    throw new MailboxError('folder');
  }
  return client;
}
