import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { masterKey } from '../src/platform/crypto/master-key.ts';
import { connect, type Database } from '../src/platform/database/connect.ts';
import { APP_ROLE } from '../src/platform/database/migrate.ts';

/** The master key of every test. */
export const TEST_MASTER_KEY = Buffer.alloc(32, 7).toString('base64url');
export const TEMPLATE = 'handbell_template';

export interface TestDatabase {
  /** The application role's connections, as the service has them. */
  readonly database: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
  drop(): Promise<void>;
}

async function asOwner(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject('ownerUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A fresh, migrated database for one test file; from `template0`, one without tables. */
export async function testDatabase(template = TEMPLATE): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(`create database ${name} template ${template}`);
  const owner = new URL(inject('ownerUrl'));
  owner.pathname = `/${name}`;
  const app = new URL(owner);
  app.username = APP_ROLE;
  app.password = masterKey(TEST_MASTER_KEY).derive('database application').toString('base64url');
  let dropping = false;
  const database = connect(app.href, 8, (error) => {
    // Dropping the database may cut a connection off that is just saying goodbye.
    if (!dropping) throw error;
  });
  return {
    database,
    ownerUrl: owner.href,
    appUrl: app.href,
    drop: async () => {
      dropping = true;
      await database.end();
      await asOwner(`drop database ${name} with (force)`);
    },
  };
}
