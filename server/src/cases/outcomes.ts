import { RESPONSE_KINDS, type ResponseKind } from '@handbell/policy';
import { z } from 'zod';
import type { Instrument } from './codes.ts';

/** One step of the adopted policy's ladder, as a case keeps it. */
export const ladderStepSchema = z.object({
  clauseId: z.string(),
  kind: z.enum(RESPONSE_KINDS),
  text: z.string(),
  condition: z.string().exactOptional(),
});
export type LadderStep = z.output<typeof ladderStepSchema>;

/** The letter that tells a parent the outcome (domain 4: D6, D7, D8, and a general one). */
export type OutcomeLetter = 'no-further-action' | 'advice' | 'warning' | 'outcome';

/** Steps that are always open, whatever the policy says: none holds anything against the parent but the plan. */
export type PlainKind = 'no-further-action' | 'feedback' | 'conversation' | 'reminder' | 'communication-plan';

/** One thing that can be decided. */
export interface Outcome {
  /** Names it in forms and in the chronology: "no-further-action", "advice" or "step:<clause>". */
  readonly key: string;
  readonly kind: PlainKind | ResponseKind;
  /** In the school's own words when it is a step of the policy. */
  readonly label: string;
  readonly hint: string | undefined;
  readonly condition: string | undefined;
  /** Its place on the ladder, from 1; 0 for what is no step up at all. */
  readonly rung: number;
  /** Whether it is held against the parent: then every guard of fairness applies. */
  readonly sanction: boolean;
  /** Unset where another room tells the parent, or where nobody may be told. */
  readonly letter: OutcomeLetter | undefined;
  /** Which instrument it begins; its own room takes it from there. */
  readonly instrument: Instrument | undefined;
  /** Why it is never issued; unset when it can be. */
  readonly notHere: string | undefined;
}

export const NO_FURTHER_ACTION = 'no-further-action';

const MILD = {
  hint: undefined,
  condition: undefined,
  rung: 0,
  sanction: false,
  instrument: undefined,
  notHere: undefined,
} as const;

/** Rule 22 and S32: what is open to a school before any step of its ladder, the lightest first. */
const PLAIN: readonly Outcome[] = [
  {
    ...MILD,
    key: NO_FURTHER_ACTION,
    kind: 'no-further-action',
    label: 'No further action',
    hint: 'The record is restricted and removed after a year.',
    letter: 'no-further-action',
  },
  {
    ...MILD,
    key: 'feedback',
    kind: 'feedback',
    label: 'Answer it as feedback or a complaint about the school',
    hint: 'Nothing is held against the parent. They get an answer to what they said.',
    letter: 'outcome',
  },
  {
    ...MILD,
    key: 'reminder',
    kind: 'reminder',
    label: 'A general reminder to the group, if its moderator chooses',
    hint: 'A note without any personal data goes to the moderators. What they do with it is theirs to choose.',
    letter: 'no-further-action',
  },
  { ...MILD, key: 'advice', kind: 'advice', label: 'Advice: a reminder, not a warning', letter: 'advice' },
  {
    ...MILD,
    key: 'conversation',
    kind: 'conversation',
    label: 'A conversation with somebody to help both sides',
    hint: 'Both sides come only if they want to. Nothing is held against anybody.',
    letter: 'outcome',
    instrument: 'meeting',
  },
  {
    ...MILD,
    key: 'communication-plan',
    kind: 'communication-plan',
    label: 'A plan for how the parent and the school stay in touch',
    hint: 'For contact that has become too much. It is no ban from the site, has an end date, and never closes the way for safeguarding, special needs or medical matters.',
    sanction: true,
    letter: undefined,
    instrument: 'communication-plan',
  },
];

/** What each kind of step of a ladder does (S53-S58). */
const STEPS: Readonly<
  Record<ResponseKind, Pick<Outcome, 'letter' | 'sanction' | 'instrument' | 'notHere' | 'hint'>>
> = {
  advice: { ...MILD, letter: 'advice' },
  'warning-letter': { ...MILD, sanction: true, letter: 'warning' },
  meeting: { ...MILD, sanction: true, letter: 'outcome', instrument: 'meeting' },
  // Who was told what, and why the parent was not, is in the record of the referral.
  authorities: {
    ...MILD,
    sanction: true,
    letter: undefined,
    hint: 'Prepare the referral on the case’s page first: facts, what else was tried, and a second person.',
  },
  'legal-advice': {
    ...MILD,
    letter: undefined,
    hint: 'Write the request on the case’s page first. It is kept apart from everything the parent can ask for.',
  },
  // Rule 6: a ban from the site is its own instrument, with its own letters.
  'site-ban': { ...MILD, sanction: true, letter: undefined, instrument: 'site-ban' },
  // Rule 25: who is in a group is the moderators' own decision.
  'group-removal': {
    ...MILD,
    sanction: true,
    letter: undefined,
    notHere: 'The group’s moderators decide this by themselves. The school cannot order it.',
  },
  other: { ...MILD, sanction: true, letter: 'outcome' },
};

function fromStep({ clauseId, kind, text, condition }: LadderStep, index: number): Outcome {
  return { ...STEPS[kind], key: `step:${clauseId}`, kind, label: text, condition, rung: index + 1 };
}

/**
 * What can be decided under a policy: the plain steps always, and then the steps of the adopted ladder in its own order
 * and words (rule 3, S53-S58). Nothing the policy does not name is offered.
 */
export function outcomesOf(ladder: readonly LadderStep[]): readonly Outcome[] {
  return [...PLAIN, ...ladder.map(fromStep)];
}

/** The outcome a key names under a policy, if it names one. */
export function findOutcome(ladder: readonly LadderStep[], key: string): Outcome | undefined {
  return outcomesOf(ladder).find((outcome) => outcome.key === key);
}

/** The rung that a parent already stands on; 0 for "none" and for what is no step. */
export function rungOf(ladder: readonly LadderStep[], key: string): number {
  return findOutcome(ladder, key)?.rung ?? 0;
}

const QUIET: ReadonlySet<string> = new Set(['no-further-action', 'feedback', 'reminder']);

/** Whether an outcome leaves nothing behind: no follow-up, and a record that goes after a year (rule 22). */
export function endsQuietly(outcome: string | undefined): boolean {
  return outcome !== undefined && QUIET.has(outcome);
}

/** Months a warning may count, the longest first: it ends by itself (rule 23). */
export const WARNING_MONTHS = [12, 6, 3] as const;
export const DEFAULT_WARNING_MONTHS = 12;
