import { z } from 'zod';
import { defineJob, everySchool, type Job } from '../platform/jobs/job.ts';
import { endWhatIsOver } from './end.ts';

/** Soon after midnight: what was to end yesterday is written down as ended. */
export const sanctionJobs: readonly Job[] = [
  defineJob({
    name: 'sanctions.end',
    payload: z.object({}),
    schedule: '5 0 * * *',
    run: (services) => everySchool(services, 'sanctions.end', endWhatIsOver),
  }),
];
