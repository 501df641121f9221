import { CLAUSES } from './clauses.ts';
import { OUTPUT, OUTPUTS } from './model.ts';

/** Whether an output is likely enough to count. */
export function passes(scores: ArrayLike<number>, thresholds: ArrayLike<number>, output: number): boolean {
  return (scores[output] ?? 0) >= (thresholds[output] ?? 1);
}

/** The probability that a calibrated score stands for. */
export function probability(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/**
 * The gate from calibrated scores, before any of them is made a probability: most messages need no more.
 */
export function gateOfScores(scores: ArrayLike<number>): number {
  return weigh(
    probability(scores[OUTPUT.any] ?? 0),
    probability(likeliestOf(scores)),
    probability(scores[OUTPUT.medium] ?? 0),
  );
}

/**
 * How likely a message breaks anything at all: what the model says of that, its likeliest clause and, so that fewer of the
 * grave ones are missed, how likely it is more than a slip. Any of these alone misses more than all together.
 */
export function gate(scores: ArrayLike<number>): number {
  return weigh(scores[OUTPUT.any] ?? 0, likeliestOf(scores), scores[OUTPUT.medium] ?? 0);
}

function likeliestOf(scores: ArrayLike<number>): number {
  let likeliest = scores[0] ?? 0;
  for (let clause = 1; clause < CLAUSES.length; clause++)
    likeliest = Math.max(likeliest, scores[clause] ?? 0);
  return likeliest;
}

function weigh(any: number, likeliest: number, medium: number): number {
  return (any + likeliest + medium) / 3;
}

/** Where the gate for a message alone stands among the thresholds: it has less to go by, so it must be surer. */
export const ALONE_GATE = OUTPUTS;

/** How likely a breach a message must be to count at all. */
export function gateThreshold(thresholds: ArrayLike<number>, isAlone: boolean): number {
  return thresholds[isAlone ? ALONE_GATE : OUTPUT.any] ?? 1;
}

/**
 * Decides which clauses count: those likely enough, or the nearest to it when the message as a whole is a breach.
 * @param isAlone whether the message stands in no thread
 * @returns places in the list of clauses, ascending; none when the message passes as innocent
 */
export function decideClauses(
  scores: ArrayLike<number>,
  thresholds: ArrayLike<number>,
  isAlone: boolean,
): number[] {
  if (gate(scores) < gateThreshold(thresholds, isAlone)) return [];
  const found: number[] = [];
  let nearest = 0;
  let nearness = 0;
  for (let clause = 0; clause < CLAUSES.length; clause++) {
    if (passes(scores, thresholds, clause)) found.push(clause);
    const near = (scores[clause] ?? 0) / (thresholds[clause] ?? 1);
    if (near <= nearness) continue;
    nearness = near;
    nearest = clause;
  }
  return found.length > 0 ? found : [nearest];
}
