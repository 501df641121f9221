import { z } from 'zod';
import { defineJob, everySchool, type Job } from '../platform/jobs/job.ts';
import { dropExpired } from './mark/store.ts';

/** Soon after midnight: marks whose time is over are gone, with what they would be found again by. */
export const concernJobs: readonly Job[] = [
  defineJob({
    name: 'concerns.marks-end',
    payload: z.object({}),
    schedule: '15 0 * * *',
    run: (services) => everySchool(services, 'concerns.marks-end', dropExpired),
  }),
];
