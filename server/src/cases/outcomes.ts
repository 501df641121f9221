import { RESPONSE_KINDS, type ResponseKind } from '@handbell/policy';
import { z } from 'zod';

/** One step of the adopted policy's ladder, as a case keeps it. */
export const ladderStepSchema = z.object({
  clauseId: z.string(),
  kind: z.enum(RESPONSE_KINDS),
  text: z.string(),
  condition: z.string().exactOptional(),
});
export type LadderStep = z.output<typeof ladderStepSchema>;

/** The letter that tells a parent the outcome (domain 4: D6, D7, D8). */
export type OutcomeLetter = 'no-further-action' | 'advice' | 'warning';

/** One thing that can be decided. */
export interface Outcome {
  /** Names it in forms and in the chronology: "no-further-action", "advice" or "step:<clause>". */
  readonly key: string;
  readonly kind: 'no-further-action' | ResponseKind;
  /** In the school's own words when it is a step of the policy. */
  readonly label: string;
  readonly condition: string | undefined;
  /** Its place on the ladder, from 1; 0 for what is no step up at all. */
  readonly rung: number;
  /** Whether it is held against the parent: then every guard of fairness applies. */
  readonly sanction: boolean;
  readonly letter: OutcomeLetter | undefined;
  /** Why Handbell does not issue it; unset when it does. */
  readonly notHere: string | undefined;
}

export const NO_FURTHER_ACTION = 'no-further-action';

const OWN_PROCEDURE = 'Not yet handled here: follow the school’s own procedure.';

/** Steps whose whole procedure is not in Handbell: shown, so that the ladder is honest, and never issued. */
const NOT_HERE: Readonly<Partial<Record<ResponseKind, string>>> = {
  meeting: OWN_PROCEDURE,
  authorities: `${OWN_PROCEDURE} In an emergency call 999 first.`,
  'legal-advice': OWN_PROCEDURE,
  'site-ban': OWN_PROCEDURE,
  // Rule 25: who is in a group is the moderators' own decision.
  'group-removal': 'The group’s moderators decide this by themselves. The school cannot order it.',
  other: OWN_PROCEDURE,
};

function fromStep({ clauseId, kind, text, condition }: LadderStep, index: number): Outcome {
  const warns = kind === 'warning-letter';
  const letter = warns ? 'warning' : kind === 'advice' ? 'advice' : undefined;
  return {
    key: `step:${clauseId}`,
    kind,
    label: text,
    condition,
    rung: index + 1,
    sanction: kind !== 'advice',
    letter,
    notHere: NOT_HERE[kind],
  };
}

/**
 * What can be decided under a policy: no further action and advice always, and then the steps of the adopted ladder in
 * its own order and words (S53-S58). Nothing the policy does not name is offered.
 */
export function outcomesOf(ladder: readonly LadderStep[]): readonly Outcome[] {
  const plain = { condition: undefined, rung: 0, sanction: false, notHere: undefined } as const;
  return [
    {
      ...plain,
      key: NO_FURTHER_ACTION,
      kind: 'no-further-action',
      label: 'No further action',
      letter: 'no-further-action',
    },
    { ...plain, key: 'advice', kind: 'advice', label: 'Advice: a reminder, not a warning', letter: 'advice' },
    ...ladder.map(fromStep),
  ];
}

/** The outcome a key names under a policy, if it names one. */
export function findOutcome(ladder: readonly LadderStep[], key: string): Outcome | undefined {
  return outcomesOf(ladder).find((outcome) => outcome.key === key);
}

/** The rung that a parent already stands on; 0 for "none" and for what is no step. */
export function rungOf(ladder: readonly LadderStep[], key: string): number {
  return findOutcome(ladder, key)?.rung ?? 0;
}

/** Months a warning may count, the longest first: it ends by itself (rule 23). */
export const WARNING_MONTHS = [12, 6, 3] as const;
export const DEFAULT_WARNING_MONTHS = 12;
