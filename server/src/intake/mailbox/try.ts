import type { ImapFlow } from 'imapflow';
import { openMailbox } from './connect.ts';
import { failureOf } from './failures.ts';
import type { MailboxFailure } from './kinds.ts';
import type { Access } from './settings.ts';

/** What trying a mailbox showed. */
export type Tried =
  | { readonly ok: true; readonly signs: string; readonly uidValidity: number; readonly uidNext: number }
  | { readonly ok: false; readonly failure: MailboxFailure };

/** The name that stands first in the newest mail's findings about its sender; empty when there is none. */
async function signsOf(client: ImapFlow): Promise<string> {
  if (client.mailbox === false || client.mailbox.exists === 0) return '';
  const newest = await client.fetchOne('*', { headers: ['authentication-results'] });
  const text = newest ? (newest.headers?.toString('utf8') ?? '') : '';
  return /^authentication-results:\s*([a-z0-9.-]{1,253})/im.exec(text)?.[1] ?? '';
}

/** Connects to a mailbox and opens its folder, without reading or changing anything in it. */
export async function tryMailbox(access: Access): Promise<Tried> {
  let client: ImapFlow | undefined;
  try {
    client = await openMailbox(access);
    const box = client.mailbox;
    if (box === false) return { ok: false, failure: 'folder' };
    const { uidValidity, uidNext } = box;
    return { ok: true, signs: await signsOf(client), uidValidity: Number(uidValidity), uidNext };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  } finally {
    await client?.logout().catch(() => undefined);
    client?.close();
  }
}
