import type { Judged } from '../conduct/judge.ts';

/** What led to a clause: words of a message, or the message as a whole. */
export interface Reason {
  readonly speaker: string;
  readonly quotes: readonly string[];
}

/** A message that was judged, with who wrote it. */
export interface JudgedWords {
  readonly speaker: string;
  /** Nothing is said about a message that stands there for context. */
  readonly context: boolean;
  readonly judged: Judged;
}

/**
 * Which clauses the words may touch and why: in the order of the policy, whatever the scores.
 * @param clauses the clauses of the policy, in its order
 */
export function touched<Clause extends { readonly topics: readonly string[] }>(
  clauses: readonly Clause[],
  words: readonly JudgedWords[],
): readonly { readonly clause: Clause; readonly reasons: readonly Reason[] }[] {
  return clauses.flatMap((clause) => {
    const reasons = words.flatMap(({ speaker, context, judged }) =>
      context
        ? []
        : judged.remarks
            .filter(({ topic }) => clause.topics.includes(topic))
            .map(({ quotes }): Reason => ({ speaker, quotes })),
    );
    return reasons.length === 0 ? [] : [{ clause, reasons }];
  });
}
