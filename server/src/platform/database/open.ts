import { resolve } from 'node:path';
import { Client } from 'pg';
import type { Settings } from '../config/settings.ts';
import type { MasterKey } from '../crypto/master-key.ts';
import { prepareJobs } from '../jobs/boss.ts';
import { startCluster } from './embedded/cluster.ts';
import { DatabaseError } from './errors.ts';
import { APP_ROLE, migrate } from './migrate.ts';

/** A database that is up to date and ready for the application role. */
export interface OpenedDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Whether the embedded server was found running, left by a Handbell that was killed. */
  readonly adopted: boolean;
  /** Lets go of the database; stops the embedded server when this process started or adopted it. */
  close(): Promise<void>;
}

const EMBEDDED_DATABASE = 'postgres';
/** Held by the one Handbell that serves from an embedded database. */
const OWNER_LOCK = 804_300;

function withRole(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = password;
  return url.href;
}

async function openClient(ownerUrl: string, dataFolder: string): Promise<Client> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'handbell owner' });
  // The server going away first is how an orderly or a sudden end looks from here; both are handled elsewhere.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '28P01')) throw error;
    throw new DatabaseError(
      `The master key is not the one that the database in ${dataFolder} was made with. Put the right key back (secrets/master.key, or HANDBELL_MASTER_KEY).`,
    );
  }
}

/** Takes the lock that says "this data folder is served"; it goes by itself when this process dies. */
async function claim(ownerUrl: string, dataFolder: string): Promise<Client | undefined> {
  const client = await openClient(ownerUrl, dataFolder);
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
    OWNER_LOCK,
  ]);
  if (rows[0]?.mine) return client;
  await client.end();
  return undefined;
}

async function openEmbedded(
  settings: Settings,
  master: MasterKey,
  alongside: boolean,
): Promise<OpenedDatabase> {
  const dataFolder = resolve(settings.HANDBELL_DATA);
  const password = master.derive('database owner').toString('base64url');
  const cluster = await startCluster(dataFolder, password);
  const ownerUrl = cluster.url(EMBEDDED_DATABASE);
  const appPassword = master.derive('database application').toString('base64url');
  const opened = { ownerUrl, appUrl: withRole(ownerUrl, appPassword), adopted: cluster.adopted };
  const lock = await claim(ownerUrl, dataFolder);
  if (!lock) {
    if (alongside) return { ...opened, close: async () => undefined };
    throw new DatabaseError(
      `Another Handbell is already running on ${dataFolder}. Use that one, or stop it before you start a second.`,
    );
  }
  const close = async () => {
    await lock.end().catch(() => undefined);
    await cluster.stop();
  };
  try {
    await migrate(ownerUrl, appPassword);
    await prepareJobs(ownerUrl);
  } catch (error) {
    await close();
    throw error;
  }
  return { ...opened, close };
}

async function openExternal(
  ownerUrl: string,
  settings: Settings,
  master: MasterKey,
): Promise<OpenedDatabase> {
  const appPassword = master.derive('database application').toString('base64url');
  const given = settings.DATABASE_APP_URL;
  try {
    await migrate(ownerUrl, given === undefined ? appPassword : undefined);
    await prepareJobs(ownerUrl);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    const why = error instanceof Error ? error.message : 'no reason given';
    throw new DatabaseError(
      `The database at DATABASE_URL cannot be used: ${why}. Check the address and the user's rights.`,
    );
  }
  const appUrl = given ?? withRole(ownerUrl, appPassword);
  return { ownerUrl, appUrl, adopted: false, close: async () => undefined };
}

/**
 * Opens the database of this installation, embedded or at DATABASE_URL, and brings it up to date.
 * @param alongside for a command that may work beside a Handbell that is serving: it then uses that one's database
 * @throws DatabaseError in one plain line
 */
export function openDatabase(
  settings: Settings,
  master: MasterKey,
  { alongside = false }: { readonly alongside?: boolean } = {},
): Promise<OpenedDatabase> {
  return settings.DATABASE_URL === undefined
    ? openEmbedded(settings, master, alongside)
    : openExternal(settings.DATABASE_URL, settings, master);
}
