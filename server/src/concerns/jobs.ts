import { z } from 'zod';
import { defineJob, everySchool, type Job } from '../platform/jobs/job.ts';
import { tellOfDue } from './care/due-mail.ts';
import { dropExpired } from './mark/store.ts';

/** What concerns do by the clock. Soon after midnight: marks whose time is over are gone, with what they would be found again by. */
export const concernJobs: readonly Job[] = [
  defineJob({
    name: 'concerns.marks-end',
    payload: z.object({}),
    schedule: '15 0 * * *',
    run: (services) => everySchool(services, 'concerns.marks-end', dropExpired),
  }),
  // Before school begins: what is due is told to whoever it is due from.
  defineJob({
    name: 'concerns.due',
    payload: z.object({}),
    schedule: '0 7 * * 1-5',
    run: (services) => everySchool(services, 'concerns.due', (work) => tellOfDue(work, services.origin)),
  }),
];
