import { Client } from 'pg';
import { type Db, PgBoss } from 'pg-boss';
import { SCHOOL_ZONE } from '../clock.ts';
import { APP_ROLE } from '../database/migrate.ts';
import type { Services } from '../services.ts';
import type { Job, OrderedJob } from './job.ts';

const SCHEMA = 'pgboss';

const GRANTS = `
  grant usage on schema ${SCHEMA} to ${APP_ROLE};
  grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${APP_ROLE};
  grant usage on all sequences in schema ${SCHEMA} to ${APP_ROLE};
  grant execute on all functions in schema ${SCHEMA} to ${APP_ROLE};
`;

/** How often a process looks for orders, in seconds: nothing is urgent, mail has a loop of its own. */
const LOOK_EVERY = 10;
/** How long a job may take to end when Handbell stops. */
const GRACE_MS = 10_000;

/**
 * Makes or updates the tables of pg-boss, as the owner of the database, and lets the application role use them.
 * @param ownerUrl address with the owner's credentials
 */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: SCHEMA,
    max: 1,
    supervise: false,
    schedule: false,
  });
  // A connection that breaks shows as a failure of start itself.
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false, close: true });
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(GRANTS);
  } finally {
    await client.end();
  }
}

/** The jobs of this process. */
export interface Jobs {
  /** Orders a job. It will be done once, by some process, even if this one ends now. */
  order<Payload extends object>(job: OrderedJob<Payload>, payload: Payload): Promise<void>;
  /** Lets jobs at hand end, then stops. */
  stop(): Promise<void>;
}

/** The application's own connections: pg-boss holds none itself. */
function asDb({ database }: Services): Db {
  return {
    executeSql: async (text, values) => {
      const { rows } = await database.pool.query(text, values && [...values]);
      return { rows };
    },
  };
}

async function employ(boss: PgBoss, services: Services, job: Job, lookEvery: number): Promise<void> {
  const { name, schedule } = job;
  // What comes by itself need not queue up behind itself.
  const policy = schedule === undefined ? 'standard' : 'exclusive';
  await boss.createQueue(name, { policy, retryLimit: 5, retryDelay: 60, retryBackoff: true });
  await boss.work(name, { pollingIntervalSeconds: lookEvery }, async (orders) => {
    for (const order of orders) {
      const started = performance.now();
      try {
        await job.perform(services, order.data ?? {});
      } catch (error) {
        services.log.error({ error, job: name }, 'job failed');
        // pg-boss keeps what is thrown, so it gets no message that might quote somebody.
        throw new Error('see the log');
      }
      services.log.info({ job: name, ms: Math.round(performance.now() - started) }, 'job done');
    }
  });
  if (schedule === undefined) await boss.unschedule(name);
  else await boss.schedule(name, schedule, {}, { tz: SCHOOL_ZONE });
}

/**
 * Starts doing jobs. Any number of processes may: each order is taken by one, each schedule orders once.
 * @param jobs every job of the house
 * @param lookEvery seconds between two looks for orders
 */
export async function startJobs(
  services: Services,
  jobs: readonly Job[],
  lookEvery = LOOK_EVERY,
): Promise<Jobs> {
  const boss = new PgBoss({
    db: asDb(services),
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    // These two need the owner of the tables.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', (error) => services.log.warn({ error }, 'jobs could not be looked through'));
  await boss.start();
  for (const job of jobs) await employ(boss, services, job, lookEvery);
  return {
    order: async (job, payload) => {
      await boss.send(job.name, job.payload.parse(payload));
    },
    stop: () => boss.stop({ graceful: true, timeout: GRACE_MS, close: false }),
  };
}
