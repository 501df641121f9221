import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseError } from '../errors.ts';
import { type Account, databaseAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { explain } from './explain.ts';

const run = promisify(execFile);
const OWNER = 'handbell_owner';
const START_SECONDS = '60';

/** Small-school settings: everything durable (fsync stays on), little memory, only this machine may connect. */
const SETTINGS = `
# Written by Handbell at the start of the cluster.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 60
shared_buffers = 32MB
work_mem = 4MB
maintenance_work_mem = 32MB
max_wal_size = 256MB
max_parallel_workers_per_gather = 0
autovacuum_max_workers = 1
jit = off
io_method = sync
log_destination = 'stderr'
logging_collector = off
log_min_messages = warning
log_statement = none
log_min_error_statement = panic
log_parameter_max_length_on_error = 0
password_encryption = 'scram-sha-256'
`;

/** A running embedded PostgreSQL. */
export interface Cluster {
  readonly port: number;
  /** Whether it was already running, left over from a Handbell that was killed. */
  readonly adopted: boolean;
  /** Address with the owner's credentials. */
  url(database: string): string;
  /** Stops it cleanly: connections are closed, everything committed is on disk. */
  stop(): Promise<void>;
}

interface Place {
  readonly folder: string;
  readonly log: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
}

async function call(place: Place, program: keyof Binaries, args: readonly string[]): Promise<string> {
  try {
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
    const { stdout } = await run(place.binaries[program], [...args], {
      ...place.account,
      env,
      cwd: tmpdir(),
    });
    return stdout;
  } catch (error) {
    const detail = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new DatabaseError(explain(detail, readLog(place), place.folder));
  }
}

function readLog(place: Place): string {
  return existsSync(place.log) ? readFileSync(place.log, 'utf8').slice(-4000) : '';
}

async function create(place: Place, password: string): Promise<void> {
  const passwordFile = join(tmpdir(), `handbell-${process.pid}-${Date.now()}`);
  writeFileSync(passwordFile, password, { mode: 0o644, flag: 'wx' });
  try {
    await call(place, 'initdb', [
      `--pgdata=${place.folder}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ]);
  } finally {
    unlinkSync(passwordFile);
  }
  writeFileSync(join(place.folder, 'postgresql.auto.conf'), SETTINGS);
}

function checkVersion(place: Place, expected: string): void {
  const found = readFileSync(join(place.folder, 'PG_VERSION'), 'utf8').trim();
  if (found !== expected) {
    throw new DatabaseError(
      `The database in ${place.folder} was made by PostgreSQL ${found}; this Handbell brings ${expected}. ` +
        'Make a backup with the Handbell that made it, and restore it here.',
    );
  }
}

async function bundledVersion(place: Place): Promise<string> {
  const text = await call(place, 'postgres', ['--version']);
  return /\) (\d+)/.exec(text)?.[1] ?? '';
}

/** The port of a server that runs on this folder already: line 4 of its lock file. */
async function runningPort(place: Place): Promise<number | undefined> {
  const running = await call(place, 'pg_ctl', ['status', '-D', place.folder]).then(
    () => true,
    () => false,
  );
  if (!running) return undefined;
  const line = readFileSync(join(place.folder, 'postmaster.pid'), 'utf8').split('\n')[3];
  return Number(line);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

function prepareFolder(dataFolder: string, account: Account | undefined): string {
  const folder = join(dataFolder, 'postgres');
  try {
    mkdirSync(dataFolder, { recursive: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(dataFolder, '.writable'), '');
    unlinkSync(join(dataFolder, '.writable'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new DatabaseError(explain(code, '', dataFolder));
  }
  const owner = account?.uid ?? process.getuid?.();
  if (account && statSync(folder).uid === 0) chownSync(folder, account.uid, account.gid);
  else if (owner !== undefined && statSync(folder).uid !== owner) {
    throw new DatabaseError(
      `${folder} belongs to another user of this machine. Start Handbell as that user, or give the folder to this one.`,
    );
  }
  return folder;
}

/**
 * Starts the embedded PostgreSQL of a data folder: makes it at first start, adopts a server that a killed Handbell
 * left running, starts it otherwise.
 * @param dataFolder absolute path of the data folder
 * @param password the owner role's password
 * @throws DatabaseError in one plain line: no space, no permission, another version, damaged
 */
export async function startCluster(dataFolder: string, password: string): Promise<Cluster> {
  const account = databaseAccount();
  const folder = prepareFolder(dataFolder, account);
  const place: Place = { folder, log: join(folder, 'server.log'), binaries: await findBinaries(), account };
  if (existsSync(join(folder, 'PG_VERSION'))) checkVersion(place, await bundledVersion(place));
  else await create(place, password);

  const adoptedPort = await runningPort(place);
  const port = adoptedPort ?? (await freePort());
  if (adoptedPort === undefined) {
    const options = `-c port=${port}`;
    await call(place, 'pg_ctl', [
      'start',
      '-D',
      folder,
      '-w',
      '-t',
      START_SECONDS,
      '-l',
      place.log,
      '-o',
      options,
    ]);
  }
  return {
    port,
    adopted: adoptedPort !== undefined,
    url: (database) => `postgres://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await call(place, 'pg_ctl', ['stop', '-D', folder, '-m', 'fast', '-w', '-t', START_SECONDS]);
    },
  };
}
