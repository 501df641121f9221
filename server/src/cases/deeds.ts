import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { CONCERN_MODES } from '../concerns/kinds.ts';
import type { ConcernRoute } from '../concerns/rules.ts';
import { idSchema, type MemberId } from '../platform/ids.ts';
import { ladderStepSchema } from './outcomes.ts';
import { EQUALITY_CHOICES, PROTECTED_CHOICES, QUESTION_IDS } from './questions.ts';

const memberId = idSchema<'member'>();
const dayOf = z.iso.date().transform((text) => Temporal.PlainDate.from(text));
const deed = <Act extends string>(act: Act) => z.object({ act: z.literal(act) });
const count = z.int().min(0);

/** Whom the matter goes past: the Head, the governors, or nobody (rules 9, 10). */
export const CASE_ROUTES = [
  'ordinary',
  'past-head',
  'past-governors',
  'past-both',
] as const satisfies readonly ConcernRoute[];

/** Who gave an account. */
export const ACCOUNT_SOURCES = ['reporter', 'affected', 'witness', 'staff', 'moderator', 'other'] as const;
export type AccountSource = (typeof ACCOUNT_SOURCES)[number];

/** A try to reach the parent, a written invitation, or the parent's own account (rule 7). */
export const CONTACT_KINDS = ['attempt', 'invitation', 'heard'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** What became of telling the person the words were about. */
export const AFFECTED_ANSWERS = ['told', 'nobody', 'unsafe'] as const;
export type AffectedAnswer = (typeof AFFECTED_ANSWERS)[number];

/** How long a closed case is kept (domain 3.4). */
export const RETENTION_CLASSES = ['no-further-action', 'outcome'] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

const clauseMark = z.object({ id: z.string(), force: z.enum(['rule', 'expectation']) });

/**
 * What is done with a case, as its chronology keeps it: ids, codes, days and counts of words, never a name or a word
 * that somebody wrote. Everything the rules look at is in here, so a case can be replayed from its chronology.
 */
export const deedSchema = z.discriminatedUnion('act', [
  deed('open').extend({
    mode: z.enum(CONCERN_MODES),
    route: z.enum(CASE_ROUTES),
    messageDay: dayOf,
    /** The adopted version in force on the day of the message; null when none was (rule 38). */
    policyVersion: z.int().nullable(),
    clauses: z.array(clauseMark),
    ladder: z.array(ladderStepSchema),
    targets: z.array(memberId),
    interested: z.array(memberId),
    excluded: z.array(memberId),
    appointed: z.array(memberId),
    decider: memberId.nullable(),
    safeguarding: z.boolean(),
  }),
  deed('record-account').extend({ source: z.enum(ACCOUNT_SOURCES) }),
  deed('start-contact'),
  deed('write-first-letter').extend({ replyBy: dayOf }),
  deed('record-contact').extend({
    kind: z.enum(CONTACT_KINDS),
    day: dayOf,
    /** For an invitation: until when an answer was asked for. */
    replyBy: dayOf.nullable(),
    /** For an account: whether the parent says that the words are theirs. */
    ownWords: z.boolean(),
  }),
  deed('start-assessment'),
  deed('answer').extend({
    question: z.enum(QUESTION_IDS),
    choice: z.enum([...PROTECTED_CHOICES, ...EQUALITY_CHOICES, 'written']),
    words: count,
  }),
  deed('hand-over'),
  deed('send-back'),
  deed('decide').extend({
    outcome: z.string(),
    /** The step this parent stands on already, as the decider says: no history is searched (rule 32). */
    standing: z.string(),
    months: z.int().nullable(),
    words: z.object({ reasons: count, jump: count, override: count }),
  }),
  deed('decide-nothing').extend({ words: z.object({ reasons: count, override: count }) }),
  deed('withdraw-decision'),
  deed('countersign'),
  deed('issue'),
  deed('tell-affected').extend({ answer: z.enum(AFFECTED_ANSWERS) }),
  deed('set-follow-up').extend({ day: dayOf, latest: dayOf }),
  deed('close').extend({ words: count, retention: z.enum(RETENTION_CLASSES), keepUntil: dayOf }),
  deed('declare-interest').extend({ successor: memberId.nullable() }),
  deed('name-decider').extend({
    member: memberId,
    suitable: z.boolean(),
    /** Whoever was to decide has left the school. */
    vacant: z.boolean(),
  }),
  deed('appoint').extend({ member: memberId, suitable: z.boolean() }),
]);
export type Deed = z.output<typeof deedSchema>;
export type DeedOf<Act extends Deed['act']> = Extract<Deed, { act: Act }>;

/** One entry of a case's chronology. */
export interface CaseEvent {
  readonly deed: Deed;
  readonly by: MemberId;
  /** The school day it was done on. */
  readonly on: Temporal.PlainDate;
}

const words = new Intl.Segmenter('en-GB', { granularity: 'word' });

/** Counts the words of a text in any script. */
export function countWords(text: string): number {
  let found = 0;
  for (const { isWordLike } of words.segment(text)) if (isWordLike) found += 1;
  return found;
}

/** The fewest words that make a reason: a sentence (rule 20). */
export const SENTENCE_WORDS = 6;
