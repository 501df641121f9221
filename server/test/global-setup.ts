import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { masterKey } from '../src/platform/crypto/master-key.ts';
import { startCluster } from '../src/platform/database/embedded/cluster.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { prepareJobs } from '../src/platform/jobs/boss.ts';
import { TEMPLATE, TEST_MASTER_KEY } from './database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    ownerUrl: string;
  }
}

/** Starts one real PostgreSQL for all tests and makes the template every test file copies its database from. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'handbell-test-'));
  const master = masterKey(TEST_MASTER_KEY);
  chmodSync(folder, 0o755);
  const cluster = await startCluster(folder, master.derive('database owner').toString('base64url'));
  const client = new Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await migrate(cluster.url(TEMPLATE), master.derive('database application').toString('base64url'));
  await prepareJobs(cluster.url(TEMPLATE));
  project.provide('ownerUrl', cluster.url('postgres'));
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
