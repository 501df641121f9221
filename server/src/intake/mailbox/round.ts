import type { ImapFlow } from 'imapflow';
import type { SchoolId } from '../../platform/ids.ts';
import type { MailOutcome } from '../take.ts';
import { clearTaken } from './clear.ts';
import { openMailbox } from './connect.ts';
import { failureOf } from './failures.ts';
import type { MailboxFailure } from './kinds.ts';
import { type Reading, readNew } from './read.ts';
import { type Access, accessOf, findMailbox, noteFailure } from './settings.ts';

/** One look into an open mailbox: takes in what is new, clears what is due, and notes that it works. */
export async function round(
  reading: Reading,
  school: SchoolId,
  client: ImapFlow,
  stopping?: AbortSignal,
): Promise<readonly MailOutcome[]> {
  const outcomes = await readNew(reading, school, client, stopping);
  await clearTaken(reading, school, client);
  await reading.worker.forSchool(school, 'job:mailbox.read', (work) => noteFailure(work, undefined));
  return outcomes;
}

/** How a school's mailbox is reached, while it is being read. */
export function findAccess(reading: Reading, school: SchoolId): Promise<Access | undefined> {
  return reading.worker.forSchool(school, 'job:mailbox.read', async (work) => {
    const row = await findMailbox(work);
    return row?.active ? accessOf(work, row) : undefined;
  });
}

/** Notes why a mailbox could not be read. */
export async function noteBroken(
  reading: Reading,
  school: SchoolId,
  error: unknown,
): Promise<MailboxFailure> {
  const failure = failureOf(error);
  await reading.worker.forSchool(school, 'job:mailbox.read', (work) => noteFailure(work, failure));
  return failure;
}

/**
 * Connects, looks once, and says good-bye.
 * @returns what became of each new mail, or why the mailbox could not be read
 */
export async function readOnce(
  reading: Reading,
  school: SchoolId,
): Promise<readonly MailOutcome[] | MailboxFailure> {
  const access = await findAccess(reading, school);
  if (!access) return [];
  let client: ImapFlow | undefined;
  try {
    client = await openMailbox(access);
    return await round(reading, school, client);
  } catch (error) {
    return await noteBroken(reading, school, error);
  } finally {
    await client?.logout().catch(() => undefined);
    client?.close();
  }
}
