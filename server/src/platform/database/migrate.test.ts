import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
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

/** The migrations of the first release, as one script that also says it was applied. */
function firstRelease(): string {
  const names = readdirSync(MIGRATIONS).filter((name) => /^00[0-3]\d_[a-z_]+\.sql$/.test(name));
  const table =
    'create table migration (name text primary key, hash text not null, applied_at timestamptz not null default now());';
  const scripts = names.toSorted().map((name) => {
    const sql = readFileSync(new URL(name, MIGRATIONS), 'utf8');
    const hash = createHash('sha256').update(sql).digest('hex');
    return `${sql};\ninsert into migration (name, hash) values ('${name}', '${hash}');`;
  });
  return [table, ...scripts].join('\n');
}

const one = (last: number) => `'01930000-0000-7000-8000-00000000000${last}'`;

/** A school with a policy in force, an agreement to it, and a group with a moderator, as the first release kept them. */
const FIRST_DATA = `
  set session_replication_role = replica;
  insert into school values (${one(1)}, 'oakfield', 'Oakfield Example School', '{}', now());
  insert into policy (school_id, id, number, state, document, doubts, hash, made_by, made_at, adopted_by_body,
      adopted_on, in_force_from, published_at)
    values (${one(1)}, ${one(2)}, 1, 'in-force', '{}', '[]', repeat('a', 64), ${one(9)}, now(), 'the Board',
      '2026-09-01', '2026-09-02', now());
  insert into agreement (school_id, id, policy_id, document_hash, method, language, name, signed_on, recorded_at,
      receipt_hash)
    values (${one(1)}, ${one(3)}, ${one(2)}, repeat('a', 64), 'screen', 'en', 'x', '2026-09-03', now(), 'y');
  insert into chat_group (school_id, id, kind, name, version, created_at)
    values (${one(1)}, ${one(4)}, 'class', 'Oak families', 1, now());
  insert into chat_moderator (school_id, id, group_id, name, from_day)
    values (${one(1)}, ${one(5)}, ${one(4)}, 'x', '2026-09-03');
  insert into concern (school_id, id, reference, state, version, route, channel, awareness, mode, urgent, about,
      child_writer, place, account, code_hash, received_at, acknowledge_by, answered_at)
    values (${one(1)}, ${one(6)}, 'C-2026-XXXX', 'received', 1, 'ordinary', 'web', 'reporter', 'anonymous', false, 'parent',
      'no', 'group', 'x', 'y', '2026-09-03 22:14:07.5+01', '2026-09-08', '2026-09-03 22:51:08+01');
  insert into concern_event (school_id, id, concern_id, at, kind, member_id)
    values (${one(1)}, ${one(9)}, ${one(6)}, '2026-09-03 22:14:07.5+01', 'received', null),
      (${one(1)}, ${one(8)}, ${one(6)}, '2026-09-03 22:40:09+01', 'question', ${one(5)}),
      (${one(1)}, ${one(7)}, ${one(6)}, '2026-09-03 22:51:08+01', 'reply', null);
`;

describe('migrations', () => {
  it('bring an empty database up to date, once', async () => {
    const files = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'));
    expect(await migrate(empty.ownerUrl, password())).toEqual(files.toSorted());
    const before = await asOwner('select * from migration order by name');
    expect(await migrate(empty.ownerUrl, password())).toEqual([]);
    expect(await asOwner('select * from migration order by name')).toEqual(before);
    expect((await empty.database.pool.query('select count(*) from school')).rows).toEqual([{ count: '0' }]);
  });

  it('bring the data of the first release along', async () => {
    await asOwner(firstRelease());
    await asOwner(FIRST_DATA);
    const applied = await migrate(empty.ownerUrl, password());
    expect(applied[0]).toBe('0040_material.sql');
    expect(await asOwner('select state, material from policy')).toEqual([
      { state: 'in-force', material: true },
    ]);
    expect(await asOwner('select person_id = id as own, state from chat_moderator')).toEqual([
      { own: true, state: 'accepted' },
    ]);
    expect(await asOwner('select state from agreement')).toEqual([{ state: 'signed' }]);
    // What a reporter did keeps the hour and its place in the story; what staff did keeps its time.
    const times = await asOwner('select received_at, answered_at from concern');
    const hour = new Date('2026-09-03T21:00:00Z');
    expect(times).toEqual([{ received_at: hour, answered_at: hour }]);
    expect(await asOwner('select kind, at from concern_event order by seq')).toEqual([
      { kind: 'received', at: hour },
      { kind: 'question', at: new Date('2026-09-03T21:40:09Z') },
      { kind: 'reply', at: hour },
    ]);
    const forced = await asOwner(
      "select relname from pg_class where relname in ('policy', 'chat_moderator', 'concern', 'concern_event', 'file', 'mail', 'mailbox_mail', 'form_once', 'conduct_case', 'letter', 'member') and not relforcerowsecurity",
    );
    expect(forced).toEqual([]);
    expect(await asOwner("select tgname from pg_trigger where tgenabled = 'D'")).toEqual([]);
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
