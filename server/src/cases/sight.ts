import { z } from 'zod';
import { idSchema } from '../platform/ids.ts';
import { RETENTION_CLASSES } from './codes.ts';
import { CASE_ROUTES } from './deeds.ts';
import type { SightFacts } from './visibility.ts';

const member = idSchema<'member'>();

/** What decides who sees a case, as it is stored beside the case. */
export const sightSchema = z.object({
  opening: z.object({
    targets: z.array(member),
    excluded: z.array(member),
    route: z.enum(CASE_ROUTES),
    safeguarding: z.boolean(),
  }),
  interested: z.array(member),
  appointed: z.array(member),
  investigators: z.array(member),
  deciders: z.array(member).default([]),
  decider: member.optional(),
  handler: member.optional(),
  decision: z.object({ by: member, secondSignature: member.exactOptional() }).optional(),
  reviewer: member.optional(),
  banReviewer: member.optional(),
  referral: z.object({ askedBy: member, danger: z.boolean(), approvedBy: member.optional() }).optional(),
  /** As what it is kept, while it is closed. */
  closed: z.enum(RETENTION_CLASSES).optional(),
});

/** Reads it back for the rules. */
export function readSight(stored: unknown): SightFacts {
  const { decider, handler, decision, reviewer, banReviewer, referral, closed, ...rest } =
    sightSchema.parse(stored);
  return {
    ...rest,
    decider,
    handler,
    decision,
    review: reviewer && { reviewer },
    banReviewer,
    referral: referral && { ...referral, approvedBy: referral.approvedBy },
    closed: closed && { retention: closed },
  };
}

/** The part of the facts that is stored. */
export function writeSight(facts: SightFacts): z.input<typeof sightSchema> {
  const { opening, interested, appointed, investigators, deciders, decider, handler, decision } = facts;
  const reviewer = facts.review?.reviewer;
  const { referral, closed } = facts;
  return {
    opening: {
      targets: [...(opening?.targets ?? [])],
      excluded: [...(opening?.excluded ?? [])],
      route: opening?.route ?? 'ordinary',
      safeguarding: opening?.safeguarding ?? false,
    },
    interested: [...interested],
    appointed: [...appointed],
    investigators: [...investigators],
    deciders: [...deciders],
    ...(reviewer ? { reviewer } : {}),
    ...(facts.banReviewer ? { banReviewer: facts.banReviewer } : {}),
    ...(referral ? { referral } : {}),
    ...(closed ? { closed: closed.retention } : {}),
    ...(decider ? { decider } : {}),
    ...(handler ? { handler } : {}),
    ...(decision
      ? {
          decision: {
            by: decision.by,
            ...(decision.secondSignature ? { secondSignature: decision.secondSignature } : {}),
          },
        }
      : {}),
  };
}
