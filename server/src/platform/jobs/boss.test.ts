import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestHandbell, type TestHandbell } from '../../../test/handbell.ts';
import { type Jobs, startJobs } from './boss.ts';
import { defineJob, everySchool } from './job.ts';

let handbell: TestHandbell;
beforeAll(async () => {
  handbell = await startTestHandbell();
});
afterAll(() => handbell.stop());

/** A job that tells when it is done. */
function telling(name: string, run: (order: { text: string }) => void = () => undefined) {
  const { promise, resolve } = Promise.withResolvers<string>();
  const job = defineJob({
    name,
    payload: z.object({ text: z.string() }),
    run: async (_services, order) => {
      run(order);
      resolve(order.text);
    },
  });
  return { job, done: promise };
}

async function withJobs(jobs: Parameters<typeof startJobs>[1], use: (running: Jobs) => Promise<void>) {
  const running = await startJobs(handbell.services, jobs, 0.5);
  try {
    await use(running);
  } finally {
    await running.stop();
  }
}

describe('jobs', () => {
  it('are done by the application role, which cannot change their tables', async () => {
    const { job, done } = telling('test.told');
    await withJobs([job], async (running) => {
      await running.order(job, { text: 'ding' });
      expect(await done).toBe('ding');
    });
    await expect(handbell.services.database.pool.query('drop table pgboss.queue')).rejects.toThrow(
      'must be owner',
    );
  });

  it('are done by another process when the one that ordered them has ended', async () => {
    const { job, done } = telling('test.inherited');
    await withJobs([job], async () => undefined);
    const first = await startJobs(handbell.services, []);
    await first.order(job, { text: 'later' });
    await first.stop();
    await withJobs([job], async () => {
      expect(await done).toBe('later');
    });
  });

  it('refuse an order that does not say what it must', async () => {
    const { job } = telling('test.refused');
    const wrong: { text: string } = JSON.parse('{"text": 7}');
    await withJobs([job], async (running) => {
      await expect(running.order(job, wrong)).rejects.toThrow(z.ZodError);
    });
  });

  it('keep nothing of what an error said', async () => {
    const { job } = telling('test.failing', () => {
      throw new Error('Robin Example did it');
    });
    await withJobs([job], async (running) => {
      await running.order(job, { text: 'x' });
      for (let kept = ''; !kept.includes('see the log'); ) {
        kept = JSON.stringify(await handbell.asOwner("select * from pgboss.job where name = 'test.failing'"));
        expect(kept).not.toContain('Robin');
      }
    });
  });

  it('come by themselves when they have a schedule, in the schools’ time zone', async () => {
    const { job } = telling('test.nightly');
    await withJobs([{ ...job, schedule: '10 2 * * *' }], async () => {
      const rows = await handbell.asOwner("select * from pgboss.schedule where name = 'test.nightly'");
      expect(rows).toMatchObject([{ cron: '10 2 * * *', timezone: 'Europe/London' }]);
    });
    await withJobs([job], async () => {
      expect(await handbell.asOwner("select * from pgboss.schedule where name = 'test.nightly'")).toEqual([]);
    });
  });

  it('let a job at hand end before they stop', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    let ended = false;
    const slow = defineJob({
      name: 'test.slow',
      payload: z.object({}),
      run: async () => {
        begin();
        await gate;
        ended = true;
      },
    });
    const running = await startJobs(handbell.services, [slow], 0.5);
    await running.order(slow, {});
    await begun;
    const stopping = running.stop();
    open();
    await stopping;
    expect(ended).toBe(true);
  });

  it('are done for every school, past one that fails', async () => {
    const schools = [await handbell.newSchool('firstly'), await handbell.newSchool('secondly')];
    const seen: string[] = [];
    const act = everySchool(handbell.services, 'test.every', async ({ school, actor }) => {
      seen.push(school);
      expect(actor).toBe('job:test.every');
      if (school === schools[0]?.id) throw new Error('not here');
    });
    await expect(act).rejects.toThrow('1 of 2 schools failed');
    expect(seen.toSorted()).toEqual(schools.map((each) => each.id).toSorted());
  });
});
