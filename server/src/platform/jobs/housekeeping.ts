import { and, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { sweepFiles } from '../files/store.ts';
import { forgetMail } from '../mail/tray.ts';
import { formOnce } from '../tables.ts';
import { defineJob, everySchool, type Job } from './job.ts';

const nothing = z.object({});
/** A form is never sent a second time after so long. */
const FORM_HOURS = 48;

const sweep = defineJob({
  name: 'files.sweep',
  payload: nothing,
  schedule: '10 2 * * *',
  run: (services) => everySchool(services, 'files.sweep', sweepFiles),
});

const forgetForms = defineJob({
  name: 'forms.forget',
  payload: nothing,
  schedule: '20 2 * * *',
  run: (services) =>
    everySchool(services, 'forms.forget', async ({ queries, school, now }) => {
      const old = now.subtract({ hours: FORM_HOURS });
      await queries.delete(formOnce).where(and(eq(formOnce.schoolId, school), lt(formOnce.takenAt, old)));
    }),
});

const forgetOldMail = defineJob({
  name: 'mail.forget',
  payload: nothing,
  schedule: '30 2 * * *',
  run: (services) => everySchool(services, 'mail.forget', forgetMail),
});

const forgetLimits = defineJob({
  name: 'limits.forget',
  payload: nothing,
  schedule: '40 * * * *',
  run: async ({ database, clock }) => {
    const now = clock.now().epochMilliseconds;
    await database.open.execute(sql`delete from rate_limit where expire < ${now}`);
  },
});

const forgetSessions = defineJob({
  name: 'sessions.forget',
  payload: nothing,
  schedule: '50 2 * * *',
  run: async ({ database, clock }) => {
    const now = clock.now().toString();
    await database.open.execute(sql`delete from session where "expiresAt" < ${now}::timestamptz`);
    await database.open.execute(sql`delete from verification where "expiresAt" < ${now}::timestamptz`);
  },
});

/** What the platform itself tidies: most of it every night. */
export const housekeeping: readonly Job[] = [sweep, forgetForms, forgetOldMail, forgetLimits, forgetSessions];
