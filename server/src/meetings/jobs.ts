import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { contactHoldOf } from '../cases/ask-hold.ts';
import { defineJob, everySchool, type Job } from '../platform/jobs/job.ts';
import type { Work } from '../platform/work.ts';
import { mailNews } from '../subject/mail.ts';
import { markReminded, openMeetings } from './store.ts';

/** How long before a meeting its parent is reminded. */
const HOURS_BEFORE = 30;

/**
 * Reminds parents of meetings that are near: once, and only those who agreed to mail. The mail says that there is
 * something for them, and nothing else.
 * @returns how many meetings were looked after
 */
export async function remindOfMeetings(work: Work, origin: string): Promise<number> {
  const { compare } = Temporal.Instant;
  const until = work.now.add({ hours: HOURS_BEFORE });
  const near = (await openMeetings(work)).filter(
    ({ state, startsAt, remindedAt }) =>
      state === 'agreed' &&
      startsAt !== null &&
      remindedAt === null &&
      compare(startsAt, work.now) > 0 &&
      compare(startsAt, until) <= 0,
  );
  let looked = 0;
  for (const { id, caseId } of near) {
    // Should the hold end in time, the parent is reminded after all.
    if (await contactHoldOf(work, caseId)) continue;
    looked += 1;
    await mailNews(work, caseId, origin);
    await markReminded(work, id);
  }
  return looked;
}

/** In the hours in which a mail wakes nobody. */
export const meetingJobs: readonly Job[] = [
  defineJob({
    name: 'meetings.remind',
    payload: z.object({}),
    schedule: '*/20 8-18 * * *',
    run: (services) =>
      everySchool(services, 'meetings.remind', (work) => remindOfMeetings(work, services.origin)),
  }),
];
