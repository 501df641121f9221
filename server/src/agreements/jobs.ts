import { z } from 'zod';
import { defineJob, everySchool, type Job } from '../platform/jobs/job.ts';
import { askThoseDue } from './asking/ask.ts';

/** What the agreements' room does by itself: it asks and reminds parents, in the hours a school office keeps. */
export const agreementJobs: readonly Job[] = [
  defineJob({
    name: 'agreements.ask',
    payload: z.object({}),
    schedule: '*/10 8-17 * * 1-5',
    run: (services) => everySchool(services, 'agreements.ask', (work) => askThoseDue(work, services.origin)),
  }),
];
