import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { CONCERN_MODES } from '../concerns/kinds.ts';
import { CONCERN_ROUTES } from '../concerns/rules.ts';
import { CHANNELS } from '../letters/channels.ts';
import { idSchema, type MemberId } from '../platform/ids.ts';
import {
  ACCOUNT_SOURCES,
  ADVICE_SOURCES,
  AFFECTED_ANSWERS,
  CLEAR_STEPS,
  CONTACT_KINDS,
  HANDLINGS,
  INSTRUMENTS,
  NEEDS_ANSWERS,
  NEEDS_OF,
  NEXT_ROUTES,
  OWN_WORDS,
  PARENT_ASKS,
  REFERRAL_AGENCIES,
  REFERRAL_GROUNDS,
  REFERRAL_TRIED,
  RETENTION_CLASSES,
  REVIEW_RESULTS,
  STAGES,
  SUPPORT_ANSWERS,
  WROTE_HOW,
} from './codes.ts';
import { ladderStepSchema } from './outcomes.ts';
import { EQUALITY_CHOICES, PROTECTED_CHOICES, QUESTION_IDS } from './questions.ts';

const memberId = idSchema<'member'>();
const dayOf = z.iso.date().transform((text) => Temporal.PlainDate.from(text));
const deed = <Act extends string>(act: Act) => z.object({ act: z.literal(act) });
const count = z.int().min(0);

/** Whom the matter goes past (rules 9, 10). */
export const CASE_ROUTES = CONCERN_ROUTES;

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
    /** How the words reached people (S40); cases opened before it was kept have none. */
    channel: z.enum(CHANNELS).exactOptional(),
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
  /** Whether the words are taken as feedback or a complaint, or as a matter of conduct (rule 17). */
  deed('choose-handling').extend({ handling: z.enum(HANDLINGS), words: count }),
  deed('take-clear-step').extend({ step: z.enum(CLEAR_STEPS), words: count }),
  /** Adjustments and interpreter, asked once of everybody (rule 35). */
  deed('record-needs').extend({ of: z.enum(NEEDS_OF), answer: z.enum(NEEDS_ANSWERS) }),
  /** Support for whoever was targeted (rule 44). */
  deed('offer-support').extend({ answer: z.enum(SUPPORT_ANSWERS), words: count }),
  deed('ask-referral').extend({
    agency: z.enum(REFERRAL_AGENCIES),
    /** Somebody's life is in danger now: it is made at once (rule 15). */
    danger: z.boolean(),
    grounds: z.array(z.enum(REFERRAL_GROUNDS)),
    /** How many of the grounds carry a date. */
    dated: count,
    tried: z.array(z.enum(REFERRAL_TRIED)),
    words: z.object({ facts: count, tried: count }),
  }),
  deed('approve-referral'),
  deed('decline-referral').extend({ words: count }),
  deed('make-referral').extend({ policeHold: z.boolean(), toldParent: z.boolean() }),
  deed('hold-for-police').extend({ words: count }),
  deed('release-police-hold').extend({ words: count }),
  deed('ask-lawyer').extend({ of: z.enum(ADVICE_SOURCES), words: count }),
  deed('record-advice'),
  deed('track').extend({
    instrument: z.enum(INSTRUMENTS),
    stage: z.enum(STAGES),
    /** Somebody fresh who was named to look at a ban again: they may read the case. */
    reviewer: memberId.exactOptional(),
  }),
  deed('ask-review').extend({
    askedOn: dayOf,
    /** The last day that a review could be asked for; later ones need a reason. */
    latest: dayOf,
    words: z.object({ grounds: count, late: count }),
    reviewer: memberId.nullable(),
  }),
  deed('name-reviewer').extend({ member: memberId, suitable: z.boolean() }),
  deed('decide-review').extend({
    result: z.enum(REVIEW_RESULTS),
    /** The outcome that stands from now on. */
    outcome: z.string(),
    months: z.int().nullable(),
    words: count,
    /** Everything the reviewer read, the parent had too. */
    papersShared: z.boolean(),
    next: z.array(z.enum(NEXT_ROUTES)),
  }),
  /** New information: the case begins again, and the parent is heard again. */
  deed('reopen').extend({ words: count, decider: memberId.nullable() }),
  deed('parent-wrote').extend({
    how: z.enum(WROTE_HOW),
    /** The day it was sent, or came in on paper. */
    day: dayOf,
    ownWords: z.enum(OWN_WORDS),
    words: count,
  }),
  deed('parent-asked').extend({ what: z.enum(PARENT_ASKS), words: count }),
  deed('retain'),
  deed('erase').extend({
    /** How many holds there are on the record: a request for data, a claim, the police. */
    holds: count,
    /** Words of the reason when it goes before its time. */
    early: count,
  }),
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
