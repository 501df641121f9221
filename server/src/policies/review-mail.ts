import { z } from 'zod';
import { may } from '../people/permissions.ts';
import type { Role } from '../people/roles.ts';
import { listMembers } from '../people/store.ts';
import { schoolDay } from '../platform/clock.ts';
import { defineJob, everySchool, type Job } from '../platform/jobs/job.ts';
import { queueMail } from '../platform/mail/outbox.ts';
import type { Work } from '../platform/work.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import { formatDate } from '../ui/index.ts';
import { reviewDate, reviewStage, reviewTime } from './review.ts';
import { policyInForceOn } from './store.ts';
import { policyReviewNotice } from './tables.ts';

const SAYS = {
  ahead: {
    subject: 'The policy for WhatsApp groups is to be reviewed',
    text: 'The school’s policy for WhatsApp groups comes up for review. It is in time until',
  },
  overdue: {
    subject: 'The review of the policy for WhatsApp groups is late',
    text: 'The school’s policy for WhatsApp groups should have been reviewed by',
  },
} as const;

const isOfBoard = (role: Role): boolean => role === 'chair' || role === 'governor';
const BOARD_NEXT = 'The school office, the Head Teacher or the clerk writes down what comes of it.';

/**
 * Reminds the Board and those who record adoptions of a review (S6): once a term ahead, and once when it is late.
 * @param origin where this Handbell is
 */
export async function remindOfReview(work: Work, origin: string): Promise<void> {
  const today = schoolDay(work.now);
  const version = await policyInForceOn(work, today);
  const date = version && reviewDate(version);
  if (!version || !date) return;
  const time = reviewTime(date, await schoolCalendar(work));
  const stage = reviewStage(time, today);
  if (!stage) return;
  const fresh = await work.queries
    .insert(policyReviewNotice)
    .values({ schoolId: work.school, policyId: version.id, due: time.due, stage, sentAt: work.now })
    .onConflictDoNothing()
    .returning({ stage: policyReviewNotice.stage });
  if (fresh.length === 0) return;
  const people = (await listMembers(work)).filter(
    ({ state, roles }) => state === 'active' && (may(roles, 'policy.adopt') || roles.some(isOfBoard)),
  );
  const { subject, text: says } = SAYS[stage];
  const link = `${origin}/desk/policy/${version.id}/review`;
  for (const { email, roles } of people) {
    const next = may(roles, 'policy.adopt') ? `Say what came of it here:\n${link}` : BOARD_NEXT;
    const body = `${says} ${formatDate(time.due)}.\n\n${next}\n`;
    await queueMail(work, { to: email, kind: 'policy-review', subject, text: body });
  }
  const detail = { stage, due: time.due.toString(), people: people.length };
  work.audit({ act: 'policy.review-reminded', object: `policy:${version.id}`, detail });
}

/** What the policy does by itself. */
export const policyJobs: readonly Job[] = [
  defineJob({
    name: 'policy.remind-of-review',
    payload: z.object({}),
    schedule: '15 7 * * *',
    run: (services) =>
      everySchool(services, 'policy.remind-of-review', (work) => remindOfReview(work, services.origin)),
  }),
];
