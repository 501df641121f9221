import type { ClauseKind, ClauseTopic, Polarity, ResponseKind, Strength } from '../document.ts';

/** Something that a school fills in or chooses in a clause: `{from}` in the clause's words. */
export interface LibraryOption {
  readonly key: string;
  /** What the school is asked. */
  readonly label: string;
  /** What stands there until the school chooses. */
  readonly usual: string;
  /** The values to choose from; any words when absent. */
  readonly choices?: readonly string[];
}

/** A clause in Handbell's own words, to compose a policy from. The other properties say how it is read. */
export interface LibraryClause {
  readonly id: string;
  readonly text: string;
  readonly kind: ClauseKind;
  readonly topics?: readonly ClauseTopic[];
  readonly strength?: Strength;
  readonly polarity?: Polarity;
  /** The step of the ladder that it gives the school. */
  readonly response?: ResponseKind;
  /** Why a school might want it, or might not: one sentence for whoever chooses. */
  readonly note: string;
  /** Whether it is chosen to begin with. */
  readonly usual: boolean;
  readonly options?: readonly LibraryOption[];
}

/** Clauses that stand together: paragraphs, or a list under the sentence that leads it. */
export interface LibraryGroup {
  readonly stem?: string;
  readonly clauses: readonly LibraryClause[];
}

/** A section of the library: a heading and what can stand under it. */
export interface LibrarySection {
  readonly id: string;
  readonly heading: string;
  readonly groups: readonly LibraryGroup[];
}
