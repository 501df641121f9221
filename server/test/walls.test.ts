import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './database.ts';
import {
  allTables,
  closeWalls,
  furnish,
  NOT_AUDITED,
  OF_NO_SCHOOL,
  openWalls,
  roleFaults,
  schoolTables,
  type Walls,
  wallFaults,
} from './walls.ts';

let database: TestDatabase;
let walls: Walls;
beforeAll(async () => {
  database = await testDatabase();
  walls = await openWalls(database.ownerUrl, database.appUrl);
});
afterAll(async () => {
  await closeWalls(walls);
  await database.drop();
});

async function faultsOfNewTable(name: string, guard: string): Promise<string[]> {
  await walls.owner.query(
    `create table ${name} (school_id uuid not null, id uuid not null, text text not null)`,
  );
  await walls.owner.query(`grant select, insert, update, delete on ${name} to handbell_app`);
  await walls.owner.query(guard.replaceAll('$table', name));
  await furnish(walls, name);
  const faults = await wallFaults(walls, name);
  await walls.owner.query(`drop table ${name}`);
  return faults;
}

describe('the walls between schools', () => {
  it('stand round every table of a school', async () => {
    const tables = await schoolTables(walls.owner);
    expect(tables).toEqual(expect.arrayContaining(['member', 'mail', 'file', 'audit_entry']));
    const faults: Record<string, string[]> = {};
    for (const table of tables) {
      const found = await wallFaults(walls, table);
      if (found.length > 0) faults[table] = found;
    }
    expect(faults).toEqual({});
  });

  it('leave out no table but those that belong to no school', async () => {
    const outside = (await allTables(walls.owner)).filter((table) => !OF_NO_SCHOOL.includes(table));
    expect(outside).toEqual(await schoolTables(walls.owner));
    expect(await schoolTables(walls.owner)).toEqual(expect.arrayContaining(NOT_AUDITED));
  });

  it('would be missed on a new table without a guard', async () => {
    expect(await faultsOfNewTable('forgotten', 'select 1')).toEqual([
      'row-level security is not enabled',
      'row-level security is not forced',
      'the policy is missing',
      'its changes need no audit entry',
      'its own row is not seen',
      'rows are seen',
      'rows are seen without a school',
      'rows can be changed',
      'rows can be taken',
      'rows can be given',
      'rows can be deleted',
      'rows can be added',
    ]);
  });

  it.each([
    ['guarded', "call guard_table('$table')", []],
    ['guarded without audit', "call guard_table('$table', false)", ['its changes need no audit entry']],
    [
      'not_forced',
      "call guard_table('$table'); alter table $table no force row level security",
      ['row-level security is not forced'],
    ],
    [
      'too_wide',
      "call guard_table('$table'); create policy everybody on $table for select using (true)",
      ['a policy is too wide', 'its own row is not seen', 'rows are seen', 'rows are seen without a school'],
    ],
    [
      'switched_off',
      "call guard_table('$table'); alter table $table disable trigger $table_audited",
      ['its changes need no audit entry'],
    ],
  ])('are judged rightly on a table that is %s', async (name, guard, faults) => {
    expect(await faultsOfNewTable(name.replaceAll(' ', '_'), guard)).toEqual(faults);
  });

  it('stand round the register of schools: all see it, each changes its own line only', async () => {
    const { app, mine, theirs } = walls;
    const asMine = async (sql: string) => {
      await app.query('begin');
      await app.query("select set_config('handbell.school_id', $1, true)", [mine]);
      try {
        return (await app.query(sql)).rowCount;
      } finally {
        await app.query('rollback');
      }
    };
    expect(await asMine(`update school set name = 'y' where id = '${mine}'`)).toBe(1);
    expect(await asMine(`update school set name = 'y' where id = '${theirs}'`)).toBe(0);
    await expect(asMine(`delete from school where id = '${mine}'`)).rejects.toThrow('permission denied');
    const foreign = `insert into school values (gen_random_uuid(), 'new', 'x', '{}', now())`;
    await expect(asMine(foreign)).rejects.toThrow('row-level security');
  });
});

describe('the application role', () => {
  it('owns nothing, is above nothing, and may create nothing', async () => {
    expect(await roleFaults(walls)).toEqual([]);
  });

  it('would be seen if it were given more', async () => {
    await walls.owner.query('create table owned (id int); alter table owned owner to handbell_app');
    await walls.owner.query('grant create on schema public to handbell_app');
    expect(await roleFaults(walls)).toEqual(expect.arrayContaining(['owns owned', 'may create in public']));
    await walls.owner.query('revoke create on schema public from handbell_app; drop table owned');
  });

  it.each([
    "set session_replication_role = 'replica'",
    'alter table member disable row level security',
    'alter table member no force row level security',
    'alter table audit_entry disable trigger all',
    'drop policy one_school on member',
    'alter role handbell_app bypassrls',
    'set role handbell_owner',
    "update migration set hash = 'x'",
    'create table mine (id int)',
  ])('cannot take a wall down with "%s"', async (sql) => {
    await expect(walls.app.query(sql)).rejects.toMatchObject({ code: '42501' });
  });
});
