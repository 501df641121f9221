import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Client, Pool, type PoolClient } from 'pg';
import { groupCommit } from './group-commit.ts';
import { type FoundSchool, openingStatements, readFound, type Whose } from './opening.ts';

/** Queries in a transaction or on the pool: what stores take. */
export type Queries = NodePgDatabase;

/** The rows that one statement answered with. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

export interface TransactionSettings {
  /** Limits it to one school's rows (row-level security reads this setting). */
  readonly whose?: Whose;
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
   * Runs `work` in a transaction on one connection; commits when it returns, rolls back when it throws. It is told which
   * school was found when the school was given by its address.
   */
  transaction<T>(
    work: (queries: Queries, found: FoundSchool | undefined) => Promise<T>,
    how?: TransactionSettings,
  ): Promise<T>;
  /**
   * Reads several statements' rows of one school, in one journey and as of one moment; for pages that a whole school
   * opens within a minute.
   * @returns undefined when there is no such school
   */
  look(slug: string, statements: readonly string[]): Promise<Looked | undefined>;
  end(): Promise<void>;
}

/** Sends statements in one journey; gives the rows of each. */
async function sendTogether(client: PoolClient, statements: readonly string[]): Promise<readonly Rows[]> {
  // The driver answers a text of several statements with a list of results, one of a single statement with its result.
  const results = [await client.query<Record<string, unknown>>(statements.join('; '))].flat();
  return results.map(({ rows }) => rows);
}

async function inTransaction<T>(
  client: PoolClient,
  work: (queries: Queries, found: FoundSchool | undefined) => Promise<T>,
  { whose, together }: TransactionSettings,
): Promise<T> {
  // All in one journey to the database: every request makes it.
  const answers = await sendTogether(client, [
    'begin',
    ...(together ? ['set local synchronous_commit = off'] : []),
    ...(whose ? openingStatements(whose) : []),
  ]);
  try {
    const found = whose && 'slug' in whose ? readFound(answers.at(-1)?.[0]) : undefined;
    const result = await work(drizzle(client), found);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** What `look` saw. */
export interface Looked {
  readonly school: FoundSchool;
  readonly rows: readonly Rows[];
}

async function lookAt(
  client: PoolClient,
  slug: string,
  statements: readonly string[],
): Promise<Looked | undefined> {
  // Statements that travel as one text are one transaction by themselves.
  const opening = openingStatements({ slug });
  const answers = await sendTogether(client, [...opening, ...statements]);
  const school = readFound(answers[opening.length - 1]?.[0]);
  return school && { school, rows: answers.slice(opening.length) };
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
  const commits = groupCommit(
    () =>
      new Client({
        connectionString: url,
        application_name: 'handbell flusher',
        // Whatever the server's own setting is: this commit is there to wait for the disk.
        options: '-c synchronous_commit=on',
      }),
  );
  const pools = [pool, counters];
  for (const each of pools) each.on('error', onLost);
  // A connection that breaks in mid-work fails its query and must not end the process besides.
  for (const each of pools) each.on('connect', (client) => client.on('error', () => undefined));
  return {
    pool,
    counters,
    open: drizzle(pool),
    async transaction(work, how = {}) {
      const toDisk = how.together ? await commits.watch() : undefined;
      const result = await onConnection(pool, (client) => inTransaction(client, work, how));
      await toDisk?.();
      return result;
    },
    look: (slug, statements) => onConnection(pool, (client) => lookAt(client, slug, statements)),
    end: async () => {
      await Promise.all([pool.end(), counters.end()]);
      await commits.end();
    },
  };
}

function isConnectionLoss(code: string): boolean {
  return code.startsWith('08') || code.startsWith('57P') || code === 'ECONNRESET' || code === 'EPIPE';
}
