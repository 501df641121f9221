import { z } from 'zod';
import type { AccountSource, ContactKind } from './codes.ts';
import { ladderStepSchema } from './outcomes.ts';

/** How an account was given; `report` is what the concern itself shows. */
export const ACCOUNT_HOW = ['report', 'in-person', 'phone', 'video', 'email', 'letter'] as const;
export type AccountHow = (typeof ACCOUNT_HOW)[number];

/** How somebody spoke or wrote to the parent. */
export const CONTACT_HOW = ['phone', 'in-person', 'video', 'email', 'letter'] as const;
export type ContactHow = (typeof CONTACT_HOW)[number];

/** What somebody in a case is to the school. */
export const PARTY_SORTS = ['parent', 'staff', 'pupil', 'other'] as const;
export type PartySort = (typeof PARTY_SORTS)[number];

export const SORT_TEXT: Readonly<Record<PartySort, string>> = {
  staff: 'Somebody who works for the school',
  parent: 'Another parent or carer',
  pupil: 'A child',
  other: 'Somebody else',
};

export const HOW_TEXT: Readonly<Record<AccountHow | ContactHow | 'own-page', string>> = {
  'own-page': 'In writing, on their own page',
  report: 'From the report',
  'in-person': 'In person',
  phone: 'By phone',
  video: 'Online',
  email: 'By email',
  letter: 'By letter',
};

export const SOURCE_TEXT: Readonly<Record<AccountSource, string>> = {
  reporter: 'The person who raised the concern',
  affected: 'The person the words were about',
  witness: 'Somebody else who saw it',
  staff: 'A member of staff',
  moderator: 'A moderator of the group',
  other: 'Somebody else',
};

export const CONTACT_TEXT: Readonly<Record<ContactKind, string>> = {
  attempt: 'Tried to reach the parent',
  invitation: 'Invited the parent in writing',
  heard: 'Heard the parent',
};

/** A clause as the policy had it on the day of the message. */
const citedClauseSchema = z.object({
  id: z.string(),
  ref: z.string(),
  text: z.string(),
  force: z.enum(['rule', 'expectation']),
});
export type CitedClause = z.output<typeof citedClauseSchema>;

/** The version a case is judged by, as it read on the day of the message (rule 38). */
export const citedSchema = z.object({
  policyId: z.string(),
  version: z.int(),
  title: z.string(),
  since: z.iso.date(),
  clauses: z.array(citedClauseSchema),
  ladder: z.array(ladderStepSchema),
});
export type Cited = z.output<typeof citedSchema>;
