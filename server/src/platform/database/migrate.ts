import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { DatabaseError } from './errors.ts';

/** The migrations of this version of Handbell: `NNNN_name.sql`, applied in order, never changed once released. */
export const MIGRATIONS = new URL('../../../migrations/', import.meta.url);

/** The role that serves people. It owns nothing, so row-level security always holds for it. */
export const APP_ROLE = 'handbell_app';

const OLDEST_POSTGRES = 150_000;
/** Any number does; all Handbell processes use the same one, so that only one migrates at a time. */
const MIGRATION_LOCK = 804_301;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

function readMigrations(): Migration[] {
  const names = readdirSync(MIGRATIONS).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name));
  return names.sort().map((name) => {
    const sql = readFileSync(new URL(name, MIGRATIONS), 'utf8');
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * Refuses a server that lacks what Handbell uses.
 * @param version as PostgreSQL counts it: 150004 is 15.4
 */
export function checkServerVersion(version: number): void {
  if (version >= OLDEST_POSTGRES) return;
  const major = Math.floor(version / 10_000);
  throw new DatabaseError(`PostgreSQL ${major} is too old for Handbell. Use PostgreSQL 15 or newer.`);
}

async function checkServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  checkServerVersion(rows[0]?.version ?? 0);
}

async function applyMissing(client: Client): Promise<string[]> {
  await client.query(
    'create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
  );
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration');
  const applied = new Map(rows.map((row) => [row.name, row.hash]));
  const known = readMigrations();
  const foreign = [...applied.keys()].find((name) => !known.some((migration) => migration.name === name));
  if (foreign) {
    throw new DatabaseError(
      `The database was made by a newer Handbell (it has ${foreign}). Start that version, or restore a backup.`,
    );
  }
  const changed = known.find(({ name, hash }) => applied.has(name) && applied.get(name) !== hash);
  if (changed) {
    throw new DatabaseError(
      `The migration ${changed.name} was changed after it was applied. Restore the original file.`,
    );
  }
  const missing = known.filter((migration) => !applied.has(migration.name));
  for (const { name, sql, hash } of missing) {
    await client.query(sql);
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
  }
  return missing.map((migration) => migration.name);
}

async function prepareAppRole(client: Client, password: string): Promise<void> {
  const role = escapeIdentifier(APP_ROLE);
  const { rows } = await client.query(
    'select rolbypassrls or rolsuper as above from pg_roles where rolname = $1',
    [APP_ROLE],
  );
  const found: { above: boolean } | undefined = rows[0];
  if (found?.above) {
    throw new DatabaseError(
      `The role ${APP_ROLE} can bypass row-level security. Take that right away from it, then start again.`,
    );
  }
  const verb = found ? 'alter' : 'create';
  await client.query(
    `${verb} role ${role} with login nosuperuser nobypassrls password ${escapeLiteral(password)}`,
  );
}

/** What the application role may do: read and write rows, but no changes to tables and none to the audit record. */
const GRANTS = `
  grant usage on schema public to ${APP_ROLE};
  grant select, insert, update, delete on all tables in schema public to ${APP_ROLE};
  revoke insert, update, delete on migration from ${APP_ROLE};
  revoke update, delete, truncate on audit_entry from ${APP_ROLE};
  revoke delete on school, audit_head from ${APP_ROLE};
  grant usage on all sequences in schema public to ${APP_ROLE};
`;

/**
 * Brings a database up to this version, in one transaction, as its owner, and readies the application role.
 * @param ownerUrl address with the owner's credentials
 * @param appPassword set for the application role; leave out when the role is kept by somebody else (DATABASE_APP_URL)
 * @returns the names of the migrations that were applied
 * @throws DatabaseError when the server is too old, or the database newer than this Handbell
 */
export async function migrate(ownerUrl: string, appPassword: string | undefined): Promise<readonly string[]> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'handbell migrate' });
  await client.connect();
  try {
    await checkServer(client);
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const applied = await applyMissing(client);
    if (appPassword !== undefined) await prepareAppRole(client, appPassword);
    await client.query(GRANTS);
    await client.query('commit');
    return applied;
  } finally {
    // Ending the session also rolls back whatever a failure left open.
    await client.end();
  }
}
