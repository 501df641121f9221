// The evening of the newsletter: 2,000 parents follow one link within a minute, all through one network address, on the
// embedded database. Then how many agreements a second can be committed. Processor time is counted beside the clock, since
// it says the same on a busy machine. Run with "npm run bench:rush".
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { Client } from 'pg';
import { loadSettings } from '../server/src/platform/config/load.ts';
import { openMasterKey } from '../server/src/platform/crypto/master-key.ts';
import { openDatabase } from '../server/src/platform/database/open.ts';
import { toTheCheck } from '../server/test/agreement.ts';
import { Visitor } from '../server/test/visitor.ts';
import { HANDBELL, type Service, startService, temporaryFolder } from '../tests/support/service.ts';
import { perCpuSecond } from './cpu.ts';
import { quantile, report } from './report.ts';

const PARENTS = Number(process.env.PARENTS ?? 2000);
const WITHIN_MS = 60_000;
const SLOWEST_MS = 1000;
const SIGNINGS = Number(process.env.SIGNINGS ?? 1500);
const AT_ONCE = 24;
const A_SECOND = 300;
const CORES = 2;
const HOME = '/s/bellfield';

const data = temporaryFolder();
const settings = { HANDBELL_DATA: data };

interface Kept {
  readonly agreements: number;
  readonly audited: number;
}

/** How many agreements are kept, and how many of the audit record's entries tell of one; asked beside the service. */
async function keptNow(): Promise<Kept> {
  const opened = await openDatabase(loadSettings(settings), openMasterKey(undefined, data), {
    alongside: true,
  });
  const owner = new Client({ connectionString: opened.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<Kept>(
    `select (select count(*)::int from agreement) as agreements,
            (select count(*)::int from audit_entry where act = 'agreement.signed') as audited`,
  );
  await owner.end();
  await opened.close();
  return rows[0] ?? { agreements: Number.NaN, audited: Number.NaN };
}

/** A parent's browser, with a watch on each of its requests. */
function parent({ origin }: Service, times: number[], faults: string[]): Visitor {
  return new Visitor(origin, async (path, init) => {
    const began = performance.now();
    const response = await fetch(new URL(path, origin), { ...init, redirect: 'manual' });
    const body = await response.arrayBuffer();
    times.push(performance.now() - began);
    if (response.status >= 400) faults.push(`${response.status} ${path}`);
    return new Response(body.byteLength === 0 ? null : body, response);
  });
}

/** Reads, and signs in three pages, as fast as the pages come. */
async function sign(visitor: Visitor, name: string): Promise<void> {
  await visitor.get(`${HOME}/agree`);
  const fields = await toTheCheck(visitor, HOME, { name, childClass: 'Oak' });
  const answer = await visitor.post(`${HOME}/agree/check`, { ...fields, agree: 'yes' });
  await visitor.get(answer.location);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The parents of one evening. Gives how many requests they made. */
async function rush(service: Service): Promise<number> {
  const times: number[] = [];
  const faults: string[] = [];
  const began = performance.now();
  const all = Array.from({ length: PARENTS }, async (_, at) => {
    await pause((at / PARENTS) * WITHIN_MS);
    await sign(parent(service, times, faults), `Parent ${at}`).catch((error: unknown) => {
      faults.push(error instanceof Error ? error.message : 'failed');
    });
  });
  await Promise.all(all);
  const seconds = (performance.now() - began) / 1000;
  const slowest = Math.max(...times);
  report(`${PARENTS} parents, ${times.length} requests`, `${seconds.toFixed(0)} s`);
  report('a request, median', `${quantile(times, 0.5).toFixed(1)} ms`);
  report('a request, p95', `${quantile(times, 0.95).toFixed(1)} ms`);
  report('a request, p99', `${quantile(times, 0.99).toFixed(1)} ms`);
  report('the slowest request', `${slowest.toFixed(0)} ms`, `${SLOWEST_MS} ms`, slowest <= SLOWEST_MS);
  report('requests of over a second', String(times.filter((ms) => ms > SLOWEST_MS).length));
  report('requests that failed', String(faults.length), '0', faults.length === 0);
  for (const fault of new Set(faults.map((each) => each.slice(0, 80)))) console.log(`  ${fault}`);
  return times.length;
}

/** Signs forms that are filled in already, so that little but the commit itself is measured. Gives how many. */
async function throughput(service: Service): Promise<number> {
  const quiet: number[] = [];
  const faults: string[] = [];
  const visitor = parent(service, quiet, faults);
  const fields = await toTheCheck(visitor, HOME, { name: 'Somebody' });
  const check = `${HOME}/agree/check`;
  const token = (at: number, kind: string) => `${kind}${at}`.padEnd(22, 'x');
  const times: number[] = [];
  let next = 0;
  const began = performance.now();
  const sender = async () => {
    const own = parent(service, times, faults);
    for (let at = next++; at < SIGNINGS; at = next++) {
      const name = `Signer ${at}`;
      const form = { ...fields, attempt: token(at, 'a'), once: token(at, 'o'), name, agree: 'yes' };
      await own.post(check, form);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  const rate = (SIGNINGS * 1000) / (performance.now() - began);
  report(`agreements a second, ${AT_ONCE} at once`, rate.toFixed(0), `${A_SECOND}`, rate >= A_SECOND);
  report('an agreement, median', `${quantile(times, 0.5).toFixed(1)} ms`);
  report('an agreement, p99', `${quantile(times, 0.99).toFixed(1)} ms`);
  report('agreements that failed', String(faults.length), '0', faults.length === 0);
  for (const fault of new Set(faults.map((each) => each.slice(0, 80)))) console.log(`  ${fault}`);
  return SIGNINGS;
}

try {
  execFileSync(process.execPath, [HANDBELL, 'demo'], {
    env: { ...process.env, ...settings },
    stdio: 'ignore',
  });
  const service = await startService(settings);
  const before = await keptNow();
  console.log(`load of the machine before: ${loadavg()[0]?.toFixed(1)}`);
  const requests = await perCpuSecond(service, () => rush(service));
  report('requests a second of one core', requests.toFixed(0));
  report('processor time of a request', `${(1000 / requests).toFixed(2)} ms`);
  const agreements = await perCpuSecond(service, () => throughput(service));
  const enough = A_SECOND / CORES;
  report('agreements a second of one core', agreements.toFixed(0), `${enough}`, agreements >= enough);
  const after = await keptNow();
  await service.stop();
  const kept = after.agreements - before.agreements;
  const audited = after.audited - before.audited;
  const sent = PARENTS + SIGNINGS;
  report('agreements kept, none lost and none doubled', `${kept}`, `${sent}`, kept === sent);
  report('agreements in the audit record', `${audited}`, `${sent}`, audited === sent);
} finally {
  rmSync(data, { recursive: true, force: true });
}
