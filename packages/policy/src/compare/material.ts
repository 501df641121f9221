import type { Comparison } from './compare.ts';
import type { FactChange } from './facts.ts';

/** Facts whose change alters what is asked of parents, or what can follow for them. */
const WEIGHTY: readonly FactChange['about'][] = [
  'power',
  'scope',
  'audience',
  'decider',
  'slip',
  'quiet-hours',
];
const CONDUCT = ['guideline', 'expectation', 'inappropriate-activity', 'agreement', 'response'];

/** Whether a change looks as if people should be asked again. Only a prompt: the publisher decides. */
export interface MaterialHint {
  readonly looksMaterial: boolean;
  /** The sentences of the comparison that say so; empty when none does. */
  readonly because: readonly string[];
}

/**
 * Looks through a comparison for what people would want to be asked about again: a new rule or one taken out, other words
 * than punctuation in a rule, a stricter force, a new power, another scope. Corrections, contacts and dates are not.
 */
export function materialHint({ clauses, facts }: Comparison): MaterialHint {
  const because = [
    ...facts.filter(({ about }) => WEIGHTY.includes(about)).map(({ sentence }) => sentence),
    ...clauses
      .filter(({ about, before, after, minor }) => {
        const kind = after?.kind ?? before?.kind;
        return kind !== undefined && CONDUCT.includes(kind) && about !== 'moved' && minor !== true;
      })
      .map(({ sentence }) => sentence),
  ];
  return { looksMaterial: because.length > 0, because };
}
