import type { Message, PolicyClause } from '@handbell/conduct';
import type { Judged } from './judge.ts';

/** What a page asks of the checking worker. */
export type CheckTalk = {
  /** Loads the model; everything after it is checked against these clauses. */
  readonly start: { readonly ask: readonly PolicyClause[]; readonly answer: undefined };
  /** Checks a thread, in order. */
  readonly check: { readonly ask: readonly Message[]; readonly answer: readonly Judged[] };
};
