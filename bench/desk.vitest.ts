// The desk of a school with 5,000 cases: how long the server takes for its pages, measured in the process itself, on a
// real PostgreSQL. Run with "npm run bench:desk".
import { loadavg } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CaseSchool, caseSchool, openCase, toDecision } from '../server/test/cases.ts';
import { startTestHandbell, type TestHandbell } from '../server/test/handbell.ts';

const CASES = Number(process.env.CASES ?? 5000);
const ROUNDS = Number(process.env.ROUNDS ?? 100);
const LIMIT_MS = { p50: 100, p99: 400 };

let handbell: TestHandbell;
let at: CaseSchool;
let page = '';
beforeAll(async () => {
  handbell = await startTestHandbell();
  at = await caseSchool(handbell, 'bench');
  page = await openCase(at);
  await toDecision(at.handler, page);
  // A hundred of them are open; in every tenth somebody else has an interest. Lists open no sealed column, so copies of the row
  // are what a list would read.
  await handbell.asOwner('set session_replication_role = replica');
  await handbell.asOwner(
    `insert into conduct_case
       (school_id, id, reference, state, version, due, opened_at, sight, cited, allegation, quoted, place,
        retention, keep_until, closed_at)
     select c.school_id, gen_random_uuid(), 'B-' || n, case when n % 50 > 0 then 'closed' else 'assessment' end,
       c.version, case when n % 50 > 0 then null else date '2027-03-10' + n % 30 end, c.opened_at - n * interval '1 hour',
       case when n % 10 = 0 then jsonb_set(c.sight, '{interested}', to_jsonb(array[gen_random_uuid()])) else c.sight end,
       c.cited, c.allegation, c.quoted, c.place,
       case when n % 50 > 0 then 'outcome' end, case when n % 50 > 0 then date '2033-03-10' end,
       case when n % 50 > 0 then c.opened_at end
     from conduct_case c, generate_series(1, $1::int) n where c.id = $2`,
    [CASES, page.split('/')[3]],
  );
  await handbell.asOwner('set session_replication_role = origin');
  await handbell.asOwner('analyze conduct_case');
}, 300_000);
afterAll(() => handbell.stop());

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** CPU time of this process alone: what the database does is in the wall clock only. */
const cpuMs = (since: NodeJS.CpuUsage, rounds: number): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000 / rounds;
};

it('answers within its limits', async () => {
  console.log(`${CASES} cases, ${ROUNDS} requests each, load ${loadavg()[0]?.toFixed(1)}`);
  const lead = await handbell.signIn(at.school, ['head', 'data'], 'Dina Data');
  const pages = [
    { name: '/desk', path: '/desk', who: at.handler },
    { name: '/desk, who keeps records', path: '/desk', who: lead },
    ...['/desk/cases', '/desk/cases?closed=yes', '/desk/cases?closed=yes&page=40'].map((path) => ({
      name: path,
      path,
      who: at.handler,
    })),
    ...['/desk/data/kept', '/desk/data/kept/case-outcome?show=later&page=30'].map((path) => ({
      name: path,
      path,
      who: lead,
    })),
    { name: 'a case', path: page, who: at.handler },
  ];
  for (const { name, path, who } of pages) {
    const times: number[] = [];
    await who.get(path);
    const cpu = process.cpuUsage();
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      expect((await who.get(path)).status).toBe(200);
      times.push(performance.now() - began);
    }
    const busy = cpuMs(cpu, ROUNDS);
    times.sort((one, other) => one - other);
    const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
    const verdict = p50 <= LIMIT_MS.p50 && p99 <= LIMIT_MS.p99 ? 'within' : 'OVER';
    const [middle, tail, work] = [p50, p99, busy].map((ms) => ms.toFixed(1).padStart(7));
    console.log(`${name.padEnd(46)} p50 ${middle} ms  p99 ${tail} ms  CPU ${work} ms  ${verdict}`);
  }
}, 600_000);
