import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { NATIONS } from '../schools/profile.ts';
import { CHANNELS } from './channels.ts';

const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text));

/** A clause as a letter prints it: in the school's own words, with what kind of clause it is (rule 19). */
const clauseSchema = z.object({ ref: z.string(), text: z.string(), force: z.enum(['rule', 'expectation']) });

/** What the letters of a site ban say beside their case (domain 2.8). */
const banSchema = z.object({
  risk: z.string(),
  places: z.string(),
  times: z.string(),
  exceptions: z.string(),
  collection: z.string(),
  meetings: z.string(),
  reports: z.string(),
  medical: z.string(),
  emergencies: z.string(),
  events: z.string(),
  told: z.string(),
  alternatives: z.string(),
  /** What the parent said, each with the answer. */
  answers: z.array(z.object({ said: z.string(), answer: z.string() })),
  /** Whether it held before this letter. */
  wasInForce: z.boolean(),
  from: day.optional(),
  until: day.optional(),
  lapsesOn: day.optional(),
  reviewOn: day.optional(),
  /** By when the parent may answer or comment. */
  answerBy: day.optional(),
  reasons: z.string().default(''),
  /** Who looks at it again. */
  reviewer: z.string().default(''),
  reviewerId: z.string().default(''),
});
export type BanMatter = z.output<typeof banSchema>;

/** What the letter of a communication plan says (D13). */
const contactPlanSchema = z.object({
  facts: z.string(),
  route: z.string(),
  frequency: z.string(),
  reasons: z.string(),
  from: day,
  until: day,
  reviewOn: day,
});
export type ContactPlanMatter = z.output<typeof contactPlanSchema>;

const points = z.array(z.string()).default([]);

/** What an invitation to a meeting says (D4). */
const meetingSchema = z.object({
  purpose: z.string(),
  agenda: points,
  /** "Hana Okafor, Head Teacher, who listens and answers". */
  attendees: points,
  /** "Thursday 11 March 2027 at 3.30pm". */
  when: z.string(),
  /** A room, or how to join online. */
  where: z.string(),
  /** "About 45 minutes". */
  length: z.string(),
  papers: points,
  otherTimes: points,
});
export type MeetingMatter = z.output<typeof meetingSchema>;

/** What the notes of a meeting say (D5). */
const meetingNotesSchema = z.object({
  heldOn: day,
  attendees: points,
  /** "3.30pm" and "4.10pm". */
  began: z.string(),
  ended: z.string(),
  schoolPoints: points,
  parentPoints: points,
  /** What the parent says happened. */
  account: z.string(),
  agreed: points,
  disagreed: points,
  actions: z.array(z.object({ what: z.string(), owner: z.string(), by: day })).default([]),
  /** What the parent corrected, in their words. */
  corrections: z.string().default(''),
  /** By when corrections are asked for. */
  commentBy: day,
});
export type MeetingNotesMatter = z.output<typeof meetingNotesSchema>;

/** What a note of support says (D15). */
const supportSchema = z.object({ offered: z.string(), contact: z.string(), nextTold: z.string() });
export type SupportMatter = z.output<typeof supportSchema>;

/**
 * Everything a letter is composed from. Who told the school is not in it, so no letter can say it; nor is any other
 * family.
 */
export const matterSchema = z.object({
  school: z.object({
    name: z.string(),
    address: z.string(),
    phone: z.string(),
    email: z.string(),
    /** What the school calls its governing body. */
    board: z.string(),
  }),
  /** Whose law the school is under; letters before this was kept have none. */
  nation: z.enum(NATIONS).optional(),
  reference: z.string(),
  recipient: z.object({ name: z.string(), address: z.string() }),
  policy: z.object({ title: z.string(), version: z.int(), since: day, address: z.string() }),
  clauses: z.array(clauseSchema),
  /** How the words reached people; letters before this was kept have none. */
  channel: z.enum(CHANNELS).optional(),
  /** Where and when the words were: "the Year 2 group", 6 March 2027. */
  place: z.string(),
  messageDay: day,
  /** What is said to have happened, in a paragraph. */
  allegation: z.string(),
  signer: z.object({ name: z.string(), role: z.string() }),
  /** Times offered for a conversation. */
  times: z.array(z.string()).default([]),
  replyBy: day.optional(),
  /** From the assessment and the decision, for the letters that tell an outcome. */
  facts: z.string().default(''),
  account: z.string().default(''),
  reasons: z.string().default(''),
  expected: z.string().default(''),
  /** What was decided, in the policy's own words; after a review, what stands now. */
  outcome: z.string().default(''),
  /** Where a parent can go after a review. */
  next: z.array(z.string()).default([]),
  expiresOn: day.optional(),
  keptUntil: day.optional(),
  ban: banSchema.optional(),
  contactPlan: contactPlanSchema.optional(),
  meeting: meetingSchema.optional(),
  meetingNotes: meetingNotesSchema.optional(),
  support: supportSchema.optional(),
});

export type Matter = z.output<typeof matterSchema>;
export type MatterInput = z.input<typeof matterSchema>;

/** The matter as it is stored: days as text. */
export function writeMatter(matter: Matter): string {
  return JSON.stringify(matter);
}

/** The matter as it was stored. */
export function readMatter(stored: string): Matter {
  return matterSchema.parse(JSON.parse(stored));
}
