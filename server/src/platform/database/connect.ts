import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool, type PoolClient } from 'pg';
import type { SchoolId } from '../ids.ts';
import { groupCommit } from './group-commit.ts';

/** Queries in a transaction or on the pool: what stores take. */
export type Queries = NodePgDatabase;

export interface TransactionSettings {
  /** Limits it to one school's rows (row-level security reads this setting). */
  readonly school?: SchoolId;
  /**
   * Lets go of its locks before the disk has it, and then waits for the disk together with others, so that many can
   * follow each other under one lock. It is on disk when `transaction` returns, as always.
   */
  readonly together?: boolean | undefined;
}

/** The application role's connections. Every one is under row-level security. */
export interface Database {
  readonly pool: Pool;
  /**
   * Connections for counters that may be lost in a crash: their commits do not wait for the disk, so that a busy counter
   * keeps nobody waiting.
   */
  readonly counters: Pool;
  /** Queries outside any school: only tables without school_id (schools' public faces, accounts) answer. */
  readonly open: Queries;
  /**
   * Runs `work` in a transaction on one connection; commits when it returns, rolls back when it throws.
   */
  transaction<T>(work: (queries: Queries) => Promise<T>, how?: TransactionSettings): Promise<T>;
  end(): Promise<void>;
}

async function inTransaction<T>(
  client: PoolClient,
  work: (queries: Queries) => Promise<T>,
  { school, together }: TransactionSettings,
): Promise<T> {
  // All in one journey to the database: every request makes it.
  await client.query(
    [
      'begin',
      ...(school ? [`select set_config('handbell.school_id', ${client.escapeLiteral(school)}, true)`] : []),
      ...(together ? ['set local synchronous_commit = off'] : []),
    ].join('; '),
  );
  try {
    const result = await work(drizzle(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function onConnection<T>(pool: Pool, use: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const result = await use(client);
    client.release();
    return result;
  } catch (error) {
    // A connection that broke in mid-transaction must not go back to the pool.
    client.release(error instanceof Error && 'code' in error && isConnectionLoss(String(error.code)));
    throw error;
  }
}

/** One caller's counter is one row, so more connections would only wait for each other. */
const COUNTER_CONNECTIONS = 2;

/**
 * Opens the application role's pool.
 * @param url postgres address with the application role's credentials
 * @param size connections to keep at most
 * @param onLost told when an idle connection breaks; the pool replaces it by itself
 */
export function connect(url: string, size: number, onLost: (error: Error) => void): Database {
  const pool = new Pool({ connectionString: url, max: size, application_name: 'handbell' });
  const counters = new Pool({
    connectionString: url,
    max: COUNTER_CONNECTIONS,
    application_name: 'handbell counters',
    options: '-c synchronous_commit=off',
  });
  const flusher = new Pool({ connectionString: url, max: 1, application_name: 'handbell flusher' });
  const onDisk = groupCommit(flusher);
  const pools = [pool, counters, flusher];
  for (const each of pools) each.on('error', onLost);
  // A connection that breaks in mid-work fails its query and must not end the process besides.
  for (const each of pools) each.on('connect', (client) => client.on('error', () => undefined));
  return {
    pool,
    counters,
    open: drizzle(pool),
    async transaction(work, how = {}) {
      const result = await onConnection(pool, (client) => inTransaction(client, work, how));
      if (how.together) await onDisk();
      return result;
    },
    end: async () => {
      // Last of all what those who have just committed still wait for.
      await Promise.all([pool.end(), counters.end()]);
      await onDisk().catch(() => undefined);
      await flusher.end();
    },
  };
}

function isConnectionLoss(code: string): boolean {
  return code.startsWith('08') || code.startsWith('57P') || code === 'ECONNRESET' || code === 'EPIPE';
}
