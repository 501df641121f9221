import { z } from 'zod';
import { retainCase } from '../../cases/keeping.ts';
import { keptCases } from '../../cases/kept.ts';
import { HANDBELL } from '../../cases/visibility.ts';
import { schoolDay } from '../../platform/clock.ts';
import { defineJob, everySchool, type Job } from '../../platform/jobs/job.ts';
import type { Work } from '../../platform/work.ts';
import { findSchool } from '../../schools/store.ts';
import { RETENTION_CLASSES } from './classes.ts';
import { OPEN_TO_REVIEW } from './concern-keeper.ts';
import { destroyDue } from './destroy.ts';
import { readSchedule } from './schedule.ts';

/** Does a night's work on what a school keeps: closes old cases to everyday use, and lets go what goes by itself. */
export async function keepSchedule(work: Work): Promise<void> {
  const today = schoolDay(work.now);
  for (const { id, state, closedOn } of await keptCases(work, HANDBELL)) {
    if (state === 'closed' && closedOn.add(OPEN_TO_REVIEW).until(today).sign > 0)
      await retainCase(work, HANDBELL, id);
  }
  const schedule = await readSchedule(work);
  const school = await findSchool(work.queries, work.school);
  if (!school) return;
  for (const name of RETENTION_CLASSES) {
    if (schedule[name].automatic) await destroyDue(work, HANDBELL, name, school.name);
  }
}

/** Keeps the schedule every night. */
export const retentionJobs: readonly Job[] = [
  defineJob({
    name: 'retention.keep',
    payload: z.object({}),
    schedule: '15 3 * * *',
    run: (services) => everySchool(services, 'retention.keep', keepSchedule),
  }),
];
