import type { Client } from 'pg';
import { Refusal } from '../web/refusal.ts';

/** Resolves when the disk has everything that was committed before the call; rejects when nobody can tell. */
export type ToDisk = () => Promise<void>;

/** Waits for the disk, for many at once. */
export interface GroupCommit {
  /** To be called before the commit that is to be waited for. */
  watch(): Promise<ToDisk>;
  end(): Promise<void>;
}

function cannotTell(): Refusal {
  return new Refusal(
    503,
    'Handbell lost its records for a moment, and cannot tell whether what you sent was kept.',
    'Wait a minute, then send it again. If it was kept, it is not kept twice.',
  );
}

/**
 * Waits until the disk has what was committed, for many callers at once. PostgreSQL writes its log in one line, so one
 * small commit that waits for the disk takes all earlier ones along.
 *
 * A database that crashed after a commit and came back has lost it, and would write the small one all the same. So the
 * small one goes by a connection that was open before the commit: a crash ends every connection, and one that still
 * answers proves that there was none.
 * @param open makes a client that is not connected yet
 */
export function groupCommit(open: () => Client): GroupCommit {
  let current: Promise<Line> | undefined;
  const connect = async (): Promise<Line> => {
    const client = open();
    const made = line(client);
    const lost = () => {
      made.lost = true;
      current = undefined;
    };
    client.on('error', lost).on('end', lost);
    await client.connect();
    return made;
  };
  return {
    async watch() {
      current ??= connect().catch((error: unknown) => {
        current = undefined;
        throw error;
      });
      const { reach } = await current;
      return reach;
    },
    async end() {
      await (await current?.catch(() => undefined))?.end();
    },
  };
}

/** One connection, and those who wait at it. */
interface Line {
  lost: boolean;
  readonly reach: ToDisk;
  end(): Promise<void>;
}

function line(client: Client): Line {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const made: Line = { lost: false, reach, end };
  async function write(): Promise<void> {
    next = undefined;
    if (made.lost) throw cannotTell();
    try {
      await client.query("select pg_logical_emit_message(true, 'handbell', '')");
    } catch {
      throw cannotTell();
    }
  }
  function reach(): Promise<void> {
    // A journey to the disk that has begun may have missed the caller's commit: the next one has it for sure.
    if (next === undefined) {
      next = running.then(write, write);
      running = next;
    }
    return next;
  }
  async function end(): Promise<void> {
    // What those who have just committed still wait for.
    await running.catch(() => undefined);
    await client.end();
  }
  return made;
}
