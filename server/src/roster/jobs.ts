import { z } from 'zod';
import { defineJob, everySchool, type Job } from '../platform/jobs/job.ts';
import { forgetImports } from './import/drafts.ts';

/** What the parents' list tidies every night: lists nobody confirmed, and what undoing needed. */
export const rosterJobs: readonly Job[] = [
  defineJob({
    name: 'roster-imports.forget',
    payload: z.object({}),
    schedule: '5 3 * * *',
    run: (services) => everySchool(services, 'roster-imports.forget', forgetImports),
  }),
];
