import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { RETENTION_CLASSES } from './classes.ts';
import { TABLE_CLASSES } from './table-classes.ts';

let database: TestDatabase;
let tables: readonly string[];
beforeAll(async () => {
  database = await testDatabase();
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'school_id'",
  );
  tables = rows.map(({ name }) => name);
  await owner.end();
});
afterAll(() => database.drop());

describe('every table with a school', () => {
  it('has a retention class, or says why it needs none (rule 37)', () => {
    expect(tables).toEqual(expect.arrayContaining(['concern', 'conduct_case', 'adult', 'agreement']));
    expect(tables.filter((name) => TABLE_CLASSES[name] === undefined).toSorted()).toEqual([]);
  });

  it('is there: no class is given to a table that is gone', () => {
    expect(Object.keys(TABLE_CLASSES).filter((name) => !tables.includes(name))).toEqual([]);
  });

  it('gives a reason in a sentence where it has no class', () => {
    for (const kept of Object.values(TABLE_CLASSES)) {
      if ('exempt' in kept) expect(kept.exempt).toMatch(/^[A-Z].{20,}\.$/);
      else expect(RETENTION_CLASSES).toContain(kept.class);
    }
  });
});
