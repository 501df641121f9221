import { setTimeout as wait } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import type { SchoolId } from '../../platform/ids.ts';
import type { Background } from '../../platform/mail/sender.ts';
import type { Services } from '../../platform/services.ts';
import { school } from '../../platform/tables.ts';
import { openMailbox } from './connect.ts';
import { failureOf } from './failures.ts';
import { findAccess, noteBroken, round } from './round.ts';
import { findMailbox } from './settings.ts';

/** How often it is looked which schools have a mailbox to read. */
const LOOK_EVERY = 15_000;
/** How long a mailbox is left alone at most, whatever its server says of news. */
const POLL_EVERY = 60_000;
/** After a failure: longer each time, never longer than this. */
const PAUSE = 5_000;
const PAUSE_LONGEST = 10 * 60_000;

const rest = (ms: number, signal: AbortSignal) => wait(ms, undefined, { signal }).catch(() => undefined);

/** Waits until the server tells of a new mail (IDLE), the connection ends, or it is time to look anyway. */
async function news(client: ImapFlow, signal: AbortSignal): Promise<void> {
  const heard = new AbortController();
  const stop = () => heard.abort();
  client.once('exists', stop);
  client.once('close', stop);
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (client.usable && !signal.aborted) await rest(POLL_EVERY, heard.signal);
  } finally {
    client.off('exists', stop);
    client.off('close', stop);
    signal.removeEventListener('abort', stop);
  }
}

/** Reads one school's mailbox for as long as it is told to. */
async function watchMailbox(services: Services, id: SchoolId, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    let client: ImapFlow | undefined;
    try {
      const access = await findAccess(services, id);
      if (!access) return;
      client = await openMailbox(access);
      while (!signal.aborted && client.usable) {
        await round(services, id, client, signal);
        failures = 0;
        await news(client, signal);
      }
    } catch (error) {
      failures += 1;
      services.log.warn({ school: id, failure: failureOf(error) }, 'a mailbox could not be read');
      await noteBroken(services, id, error).catch(() => undefined);
    } finally {
      client?.close();
    }
    await rest(Math.min(PAUSE * 2 ** failures, PAUSE_LONGEST), signal);
  }
}

interface Watch {
  /** Which settings it works with: others begin a new watch. */
  readonly version: string;
  readonly stopping: AbortController;
  readonly running: Promise<void>;
}

/** The schools whose mailbox is to be read, each with the version of its settings. */
async function wanted(services: Services): Promise<ReadonlyMap<SchoolId, string>> {
  const schools = await services.database.open.select({ id: school.id }).from(school);
  const found = new Map<SchoolId, string>();
  for (const { id } of schools) {
    const row = await services.worker.forSchool(id, 'job:mailbox.read', (work) => findMailbox(work));
    if (row?.active) found.set(id, row.changedAt.toString());
  }
  return found;
}

/**
 * Reads every school's mailbox as mail comes, until it is stopped. Any number of processes may do so at once: each mail
 * is taken by one of them only.
 */
export function startIntake(services: Services): Background {
  const stopping = new AbortController();
  const watches = new Map<SchoolId, Watch>();

  async function align(): Promise<void> {
    const schools = await wanted(services);
    for (const [id, watch] of watches) {
      if (schools.get(id) === watch.version) continue;
      watch.stopping.abort();
      watches.delete(id);
    }
    for (const [id, version] of schools) {
      if (watches.has(id)) continue;
      const own = new AbortController();
      watches.set(id, { version, stopping: own, running: watchMailbox(services, id, own.signal) });
    }
  }

  const running = (async () => {
    while (!stopping.signal.aborted) {
      await align().catch((error: unknown) => services.log.warn({ error }, 'mailboxes could not be listed'));
      await rest(LOOK_EVERY, stopping.signal);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
      for (const watch of watches.values()) watch.stopping.abort();
      await Promise.all([...watches.values()].map((watch) => watch.running));
    },
  };
}
