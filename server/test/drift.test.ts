import { readdirSync } from 'node:fs';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './database.ts';

/** Every table as the code has it, by name. */
async function tablesInCode(): Promise<Map<string, Map<string, string>>> {
  const root = new URL('../src/', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(^|[/-])tables\.ts$/.test(path),
  );
  const tables = new Map<string, Map<string, string>>();
  for (const file of files) {
    const module: Record<string, unknown> = await import(new URL(file, root).href);
    for (const table of Object.values(module)) {
      if (!is(table, PgTable)) continue;
      const { name, columns } = getTableConfig(table);
      const shape = columns.map(
        (column) => [column.name, shapeOf(column.getSQLType(), column.notNull)] as const,
      );
      tables.set(name, new Map(shape));
    }
  }
  return tables;
}

const LONG_NAMES: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone' };

function shapeOf(type: string, notNull: boolean): string {
  return `${LONG_NAMES[type] ?? type}${notNull ? ' not null' : ''}`;
}

let database: TestDatabase;
let owner: Client;
beforeAll(async () => {
  database = await testDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function columnsInDatabase(table: string): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ name: string; type: string; required: boolean }>(
    `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as required from pg_attribute
     where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
    [`public."${table}"`],
  );
  return new Map(rows.map(({ name, type, required }) => [name, shapeOf(type, required)]));
}

/** Accounts are kept by better-auth; the code has only the columns it reads itself. */
const IN_PART = new Set(['user']);

describe('the tables in the code', () => {
  it('are the tables in the database, column by column', async () => {
    const inCode = await tablesInCode();
    expect([...inCode.keys()]).toEqual(expect.arrayContaining(['school', 'member', 'mail', 'file']));
    for (const [table, columns] of inCode) {
      const stored = await columnsInDatabase(table);
      const compared = IN_PART.has(table)
        ? new Map([...stored].filter(([name]) => columns.has(name)))
        : stored;
      expect(Object.fromEntries([...columns].toSorted()), table).toEqual(
        Object.fromEntries([...compared].toSorted()),
      );
    }
  });

  it('include every table of a school', async () => {
    const { rows } = await owner.query<{ name: string }>(
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'school_id'",
    );
    const inCode = await tablesInCode();
    expect(rows.map((row) => row.name).filter((name) => !inCode.has(name))).toEqual([]);
  });
});
