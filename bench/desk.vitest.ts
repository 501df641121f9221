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
}, 300_000);
afterAll(() => handbell.stop());

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

it('answers within its limits', async () => {
  console.log(`${CASES} cases, ${ROUNDS} requests each, load ${loadavg()[0]?.toFixed(1)}`);
  for (const path of [
    '/desk',
    '/desk/cases',
    '/desk/cases?closed=yes&page=40',
    '/desk/cases?closed=yes',
    page,
  ]) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      expect((await at.handler.get(path)).status).toBe(200);
      times.push(performance.now() - began);
    }
    times.sort((one, other) => one - other);
    const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
    const verdict = p50 <= LIMIT_MS.p50 && p99 <= LIMIT_MS.p99 ? 'within' : 'OVER';
    const name = path === page ? 'a case' : path;
    console.log(
      `${name.padEnd(26)} p50 ${p50.toFixed(1).padStart(7)} ms  p99 ${p99.toFixed(1).padStart(7)} ms  ${verdict}`,
    );
  }
}, 600_000);
