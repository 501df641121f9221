import { readdirSync } from 'node:fs';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { DatabaseError } from './errors.ts';
import { checkServerVersion, MIGRATIONS, migrate } from './migrate.ts';

let empty: TestDatabase;
beforeEach(async () => {
  empty = await testDatabase('template0');
});
afterEach(() => empty.drop());

async function asOwner(sql: string) {
  const client = new Client({ connectionString: empty.ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const password = () => new URL(empty.appUrl).password;

describe('migrations', () => {
  it('bring an empty database up to date, once', async () => {
    const files = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'));
    expect(await migrate(empty.ownerUrl, password())).toEqual(files.toSorted());
    const before = await asOwner('select * from migration order by name');
    expect(await migrate(empty.ownerUrl, password())).toEqual([]);
    expect(await asOwner('select * from migration order by name')).toEqual(before);
    expect((await empty.database.pool.query('select count(*) from school')).rows).toEqual([{ count: '0' }]);
  });

  it('are applied by one of two processes that start at once', async () => {
    const applied = await Promise.all([
      migrate(empty.ownerUrl, password()),
      migrate(empty.ownerUrl, password()),
    ]);
    expect(applied.map((names) => names.length > 0).toSorted()).toEqual([false, true]);
  });

  it('refuse a database that a newer Handbell made, and leave it alone', async () => {
    await migrate(empty.ownerUrl, password());
    await asOwner("insert into migration (name, hash) values ('9999_future.sql', 'x')");
    const failing = migrate(empty.ownerUrl, password());
    await expect(failing).rejects.toThrow(DatabaseError);
    await expect(failing).rejects.toThrow(
      'The database was made by a newer Handbell (it has 9999_future.sql). Start that version, or restore a backup.',
    );
  });

  it('refuse a file that was changed after it was applied', async () => {
    await migrate(empty.ownerUrl, password());
    await asOwner("update migration set hash = 'x' where name = '0001_foundation.sql'");
    await expect(migrate(empty.ownerUrl, password())).rejects.toThrow(
      'The migration 0001_foundation.sql was changed after it was applied. Restore the original file.',
    );
  });

  it('leave nothing behind when one fails', async () => {
    // A table in the way of the first migration.
    await asOwner('create table audit_head (id int)');
    await expect(migrate(empty.ownerUrl, password())).rejects.toThrow('already exists');
    expect(await asOwner("select tablename from pg_tables where schemaname = 'public'")).toEqual([
      { tablename: 'audit_head' },
    ]);
  });

  it.each([
    [140_011, 'PostgreSQL 14 is too old for Handbell. Use PostgreSQL 15 or newer.'],
    [90_624, 'PostgreSQL 9 is too old for Handbell. Use PostgreSQL 15 or newer.'],
  ])('refuse a server of version %i', (version, message) => {
    expect(() => checkServerVersion(version)).toThrow(new DatabaseError(message));
  });

  it.each([150_000, 180_001])('take a server of version %i', (version) => {
    expect(() => checkServerVersion(version)).not.toThrow();
  });
});
