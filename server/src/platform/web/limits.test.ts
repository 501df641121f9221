import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { startTestHandbell, TestClock } from '../../../test/handbell.ts';
import { createLimits } from './limits.ts';

const KEY = Buffer.alloc(32, 4);
const database = await testDatabase();
afterAll(() => database.drop());

const clock = new TestClock();
const process = () => createLimits(database.database.pool, KEY, clock);
let callers = 0;
let caller = '';
beforeEach(() => {
  callers += 1;
  caller = `203.0.113.${callers}`;
});

async function use(limits: ReturnType<typeof process>, times: number, who = caller): Promise<void> {
  for (let time = 0; time < times; time += 1) await limits.count('code-entry', who);
}

describe('limits', () => {
  it('hold across processes, and tell when to try again', async () => {
    const [one, two] = [process(), process()];
    await use(one, 5);
    await use(two, 5);
    for (const limits of [one, two]) {
      await expect(limits.count('code-entry', caller)).rejects.toMatchObject({
        status: 429,
        message: 'There were too many tries from your connection.',
        next: 'Wait 5 minutes, then try again.',
      });
    }
  });

  it('hold for many at once', async () => {
    const limits = [process(), process(), process()];
    const tries = Array.from({ length: 30 }, (_each, at) => limits[at % 3]?.count('code-entry', caller));
    const results = await Promise.allSettled(tries);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(10);
  });

  it('are each caller’s and each kind’s own', async () => {
    await use(process(), 10);
    await use(process(), 10, '198.51.100.7');
    await process().count('one-account', caller);
  });

  it('store no address, and another code for it every day', async () => {
    const day = new TestClock();
    const limits = createLimits(database.database.pool, KEY, day);
    await use(limits, 1);
    const { rows: before } = await database.database.pool.query('select key from rate_limit');
    day.advance({ hours: 24 });
    await use(limits, 1);
    const { rows: after } = await database.database.pool.query('select key from rate_limit');
    expect(after).toHaveLength(before.length + 1);
    for (const { key } of after) expect(key).toMatch(/^[a-z-]+:[A-Za-z0-9_-]{22}$/);
  });

  it('go on in each process while the database is away', async () => {
    const gone = await testDatabase();
    const limits = createLimits(gone.database.pool, KEY, clock);
    await gone.drop();
    await use(limits, 10);
    await expect(limits.count('code-entry', caller)).rejects.toMatchObject({ status: 429 });
  });

  it('are taken before anything of a form is read', async () => {
    const handbell = await startTestHandbell();
    const school = await handbell.newSchool();
    const visitor = handbell.visitor();
    const route = handbell.routes.declared.find(({ face, method }) => face === 'public' && method === 'POST');
    const path = (route?.path ?? '').replace(':school', school.slug);
    let status = 0;
    for (let time = 0; time <= 1200 && status !== 429; time += 1) ({ status } = await visitor.post(path, {}));
    expect(status).toBe(429);
    await handbell.stop();
  });
});
