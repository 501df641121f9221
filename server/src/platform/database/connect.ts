import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool, type PoolClient } from 'pg';

/** Queries in a transaction or on the pool: what stores take. */
export type Queries = NodePgDatabase;

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
  /** Runs `work` in a transaction on one connection; commits when it returns, rolls back when it throws. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

async function inTransaction<T>(client: PoolClient, work: (queries: Queries) => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work(drizzle(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
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
  for (const each of [pool, counters]) each.on('error', onLost);
  // A connection that breaks in mid-work fails its query and must not end the process besides.
  for (const each of [pool, counters]) each.on('connect', (client) => client.on('error', () => undefined));
  return {
    pool,
    counters,
    open: drizzle(pool),
    async transaction(work) {
      const client = await pool.connect();
      try {
        const result = await inTransaction(client, work);
        client.release();
        return result;
      } catch (error) {
        // A connection that broke in mid-transaction must not go back to the pool.
        client.release(error instanceof Error && 'code' in error && isConnectionLoss(String(error.code)));
        throw error;
      }
    },
    end: async () => {
      await Promise.all([pool.end(), counters.end()]);
    },
  };
}

function isConnectionLoss(code: string): boolean {
  return code.startsWith('08') || code.startsWith('57P') || code === 'ECONNRESET' || code === 'EPIPE';
}
