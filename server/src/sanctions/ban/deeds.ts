import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { MemberId } from '../../platform/ids.ts';
import { idSchema } from '../../platform/ids.ts';
import { PLAN_PARTS } from './plan.ts';

const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text));
const written = z.union([day, z.instanceof(Temporal.PlainDate)]);
const count = z.int().nonnegative();

/** How the parent made a representation. */
export const REPRESENTATION_HOW = ['writing', 'spoken', 'supporter', 'own-page'] as const;
export const HOLDS = ['complaint', 'judicial-review', 'safeguarding'] as const;
export type Hold = (typeof HOLDS)[number];

/** One thing done with a ban: what the rules go by. What people wrote lies sealed beside it. */
export const banDeedSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('consider') }),
  z.object({ act: z.literal('plan'), part: z.enum(PLAN_PARTS) }),
  z.object({ act: z.literal('drop'), words: count }),
  z.object({ act: z.literal('give-notice'), answerBy: written }),
  z.object({
    act: z.literal('impose-provisionally'),
    from: written,
    lapsesOn: written,
    answerBy: written,
    words: count,
  }),
  z.object({ act: z.literal('record-representation'), how: z.enum(REPRESENTATION_HOW), words: count }),
  z.object({ act: z.literal('answer-representation'), which: count, words: count }),
  z.object({
    act: z.literal('confirm'),
    from: written,
    until: written,
    reviewOn: written,
    /** The scope is less than what the notice said. */
    varied: z.boolean(),
    words: count,
  }),
  z.object({ act: z.literal('refuse'), words: count }),
  z.object({ act: z.literal('invite-review'), reviewer: idSchema<'member'>(), commentsBy: written }),
  z.object({ act: z.literal('extend'), until: written, reviewOn: written, words: count }),
  z.object({ act: z.literal('lift'), words: count }),
  z.object({ act: z.literal('log-breach'), day: written, words: count }),
  z.object({ act: z.literal('hold'), why: z.enum(HOLDS), words: count }),
  z.object({ act: z.literal('release'), words: count }),
  z.object({ act: z.literal('lapse') }),
  z.object({ act: z.literal('expire') }),
]);
export type BanDeed = z.output<typeof banDeedSchema>;
export type BanDeedOf<Act extends BanDeed['act']> = Extract<BanDeed, { act: Act }>;

/** One entry of a ban's chronology. */
export interface BanEvent {
  readonly deed: BanDeed;
  /** Unset for what happens by itself. */
  readonly by: MemberId | undefined;
  readonly on: Temporal.PlainDate;
}
