import type { Clause, ClauseKind, ClauseTopic, Polarity, SourceSpan } from './clause.ts';
import type { GroupType, PartialDate } from './document.ts';

/** What kind of question a doubt is. */
export const DOUBT_CODES = [
  'not-understood',
  'uncertain-kind',
  'unclear-polarity',
  'missing-list',
  'cut-short',
  'two-things',
  'no-title',
  'no-groups',
  'no-review-date',
  'no-contact',
  'no-responses',
  'no-decider',
  'no-signature',
  'ambiguous-date',
  'possible-typo',
  'other',
] as const;
export type DoubtCode = (typeof DOUBT_CODES)[number];

/** What an answer changes in the document. `keep` changes nothing: the school says that it is right as it stands. */
export type DoubtChange =
  | { readonly set: 'keep' }
  | { readonly set: 'kind'; readonly clauseIds: readonly string[]; readonly kind: ClauseKind }
  | { readonly set: 'polarity'; readonly clauseIds: readonly string[]; readonly polarity: Polarity }
  | { readonly set: 'topics'; readonly clauseId: string; readonly topics: readonly ClauseTopic[] }
  | { readonly set: 'force'; readonly clauseId: string; readonly force: Clause['force'] }
  | { readonly set: 'groups'; readonly types: readonly GroupType[] }
  | { readonly set: 'review'; readonly date: PartialDate };

/** One answer that a person can give with one click. */
export interface DoubtChoice {
  readonly label: string;
  readonly change: DoubtChange;
}

/** Something a person has to settle before the document is used. */
export interface Doubt {
  readonly code: DoubtCode;
  /** One plain sentence or question for the school office. */
  readonly message: string;
  readonly clauseId?: string;
  readonly span?: SourceSpan;
  /** The answers to choose from. Absent when the answer has to be typed, or is a change of the office's own. */
  readonly choices?: readonly DoubtChoice[];
}
