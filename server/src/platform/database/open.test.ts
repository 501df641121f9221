import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadSettings } from '../config/load.ts';
import { masterKey } from '../crypto/master-key.ts';
import { DatabaseError } from './errors.ts';
import { type OpenedDatabase, openDatabase } from './open.ts';

const KEY = Buffer.alloc(32, 3).toString('base64url');
const isRoot = process.getuid?.() === 0;

let made: string;
let data: string;
let opened: OpenedDatabase[];
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'handbell-made-'));
  chmodSync(made, 0o755);
  const database = await openDatabase(loadSettings({ HANDBELL_DATA: made }), masterKey(KEY));
  await database.close();
});
afterAll(() => rmSync(made, { recursive: true, force: true }));
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'handbell-open-'));
  chmodSync(data, 0o755);
  opened = [];
});
afterEach(async () => {
  for (const each of opened) await each.close();
  rmSync(data, { recursive: true, force: true });
});

async function open(settings: Readonly<Record<string, string>> = {}): Promise<OpenedDatabase> {
  const database = await openDatabase(loadSettings({ HANDBELL_DATA: data, ...settings }), masterKey(KEY));
  opened.push(database);
  return database;
}

async function close(): Promise<void> {
  for (const each of opened.splice(0)) await each.close();
}

async function query(url: string, sql: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A database that was started before and stopped in order: a copy of one, which is quicker than making it. */
function useMade(): void {
  execFileSync('cp', ['-a', join(made, 'postgres'), data]);
}

const IMPORTS = ['open', '../config/load', '../crypto/master-key']
  .map((name) => JSON.stringify(new URL(`./${name}.ts`, import.meta.url).href))
  .map((href, at) => `import * as m${at} from ${href};`)
  .join('');
const OPEN_ELSEWHERE = `${IMPORTS}
  const settings = m1.loadSettings({ HANDBELL_DATA: process.argv[1] });
  await m0.openDatabase(settings, m2.masterKey('${KEY}')).then(
    () => console.log('open'),
    (error) => console.log(error.name + ': ' + error.message));`;
const NODE = ['--input-type=module', '--eval'];
/** A child that goes on when it should have given up fails the test instead of holding it up. */
const CHILD = { encoding: 'utf8', timeout: 25_000, killSignal: 'SIGKILL' } as const;

describe('the embedded database', () => {
  it('is made at the first start, keeps what is in it, and is durable', async () => {
    const first = await open();
    expect(first.adopted).toBe(false);
    await query(first.appUrl, "insert into set_up_link values ('kept', now())");
    expect(await query(first.ownerUrl, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(first.ownerUrl, 'show data_checksums')).toEqual([{ data_checksums: 'on' }]);
    await close();
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false);
    const second = await open();
    expect(await query(second.appUrl, 'select token_hash from set_up_link')).toEqual([
      { token_hash: 'kept' },
    ]);
  });

  it('listens on this machine only, and asks for a password', async () => {
    useMade();
    const { ownerUrl } = await open();
    expect(await query(ownerUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const wrong = new URL(ownerUrl);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('is taken over from a Handbell that was killed, with all it had committed', async () => {
    useMade();
    const script = `${OPEN_ELSEWHERE} setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, [...NODE, script, data], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = await once(child.stdout, 'data');
    expect(String(said).trim()).toBe('open');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { adopted, appUrl } = await open();
    expect(adopted).toBe(true);
    expect(await query(appUrl, 'select count(*) from migration')).not.toEqual([{ count: '0' }]);
    await close();
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('serves one Handbell: a second is refused, and the first goes on', async () => {
    useMade();
    const { appUrl } = await open();
    const said = execFileSync(process.execPath, [...NODE, OPEN_ELSEWHERE, data], CHILD);
    expect(said.trim()).toBe(
      `DatabaseError: Another Handbell is already running on ${data}. Use that one, or stop it before you start a second.`,
    );
    expect(await query(appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses a folder of another version of PostgreSQL', async () => {
    useMade();
    writeFileSync(join(data, 'postgres', 'PG_VERSION'), '12\n');
    await expect(open()).rejects.toThrow(
      /^The database in .+postgres was made by PostgreSQL 12; this Handbell brings \d+\. Make a backup with the Handbell that made it, and restore it here\.$/,
    );
  });

  it('says plainly that its folder is open to others', async () => {
    useMade();
    chmodSync(join(data, 'postgres'), 0o777);
    await expect(open()).rejects.toThrow(/^Handbell may not write to .+ then start again\.$/);
  });

  it('says plainly that its files are damaged, and leaves them', async () => {
    useMade();
    writeFileSync(join(data, 'postgres', 'global', 'pg_control'), Buffer.alloc(8192));
    await expect(open()).rejects.toThrow(/is damaged\. Keep the folder as it is and restore the last backup/);
  });

  it('says plainly that it cannot use a file as its folder', async () => {
    const file = join(data, 'file');
    writeFileSync(file, '');
    await expect(open({ HANDBELL_DATA: file })).rejects.toThrow(DatabaseError);
  });

  it.runIf(isRoot)('says plainly that the folders above keep its account out', async () => {
    const inner = join(data, 'inner');
    mkdirSync(inner);
    chmodSync(data, 0o700);
    await expect(open({ HANDBELL_DATA: inner })).rejects.toThrow(/make every folder above it readable/);
  });

  it.runIf(isRoot)('refuses a folder of another user', async () => {
    mkdirSync(join(data, 'postgres'));
    chownSync(join(data, 'postgres'), 12_345, 12_345);
    await expect(open()).rejects.toThrow(/belongs to another user of this machine/);
  });

  const tinyDisks =
    isRoot && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp']).status === 0;
  it.runIf(tinyDisks)('says plainly that the disk is full', () => {
    const mounted = `mount -t tmpfs -o size=12m,mode=755 tmpfs ${data} && exec "$0" "$@"`;
    const node = [process.execPath, ...NODE, OPEN_ELSEWHERE, data];
    const said = execFileSync('unshare', ['-m', 'sh', '-c', mounted, ...node], CHILD);
    expect(said).toMatch(/^DatabaseError: The disk is full: the database in .+ cannot be written\./);
  });
});

describe('a database elsewhere', () => {
  it('is told plainly when it cannot be reached, without its password', async () => {
    const failing = open({ DATABASE_URL: 'postgres://owner:secret@127.0.0.1:1/handbell' });
    await expect(failing).rejects.toThrow(/^The database at DATABASE_URL cannot be used: .*ECONNREFUSED/);
    await expect(failing).rejects.not.toThrow(/secret/);
  });
});
