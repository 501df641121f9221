/**
 * A clause of a policy and everything that can be said of it. Whatever a school wrote has a place here: what is not
 * understood keeps the kind `text` and no topics.
 */

/** What a clause is for in the document. `text` holds whatever was not understood: kept, never dropped. */
export const CLAUSE_KINDS = [
  'purpose',
  'belief',
  'guideline',
  'expectation',
  'inappropriate-activity',
  'safeguarding',
  'concern-route',
  'response',
  'decision-rule',
  'moderator-duty',
  'moderator-right',
  'moderator-sanction',
  'liability',
  'sign-off',
  'agreement',
  'text',
] as const;
export type ClauseKind = (typeof CLAUSE_KINDS)[number];

/** The topics that the conduct checker and triage know: the labelling guide's eleven. */
export const CONDUCT_TOPICS = [
  'grievance',
  'policy-challenge',
  'child',
  'abuse',
  'anger',
  'threat',
  'defamation',
  'disrepute',
  'discrimination',
  'politics',
  'private',
] as const;
export type ConductTopic = (typeof CONDUCT_TOPICS)[number];

/**
 * What a clause is about: the conduct checker's topics first, then what else schools' policies speak of. A clause about
 * none of them has no topics; it is kept like any other.
 */
export const CLAUSE_TOPICS = [
  ...CONDUCT_TOPICS,
  'images',
  'promotion',
  'rumour',
  'personal-data',
  'confidentiality',
  'spam',
  'quiet-hours',
  'bullying',
  'membership',
  'handover',
  'screenshots',
  'announcements',
] as const;
export type ClauseTopic = (typeof CLAUSE_TOPICS)[number];

/** Whether a breach can be answered by a response from the ladder, or is an expectation only (rule 19). */
export type ClauseForce = 'rule' | 'expectation';

/** How strongly a clause asks: "must" and "never", "please" and "should", "you may" and "if you wish". */
export const STRENGTHS = ['must', 'please', 'optional'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** Whether a clause of conduct names what people should do or what they should not. */
export const POLARITIES = ['do', 'do-not'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** Whom a clause can bind apart from the members of a group at large. */
export const ADDRESSEES = ['moderator', 'staff', 'pupil', 'visitor', 'carer', 'governor'] as const;
export type Addressee = (typeof ADDRESSEES)[number];

/** Where a piece of the document came from: character offsets [start, end) into `PolicyDocument.source`. */
export type SourceSpan = readonly [start: number, end: number];

/** One of several rules that stand in one clause. The clause keeps the school's whole words; `text` is this rule's own. */
export interface ClauseRule {
  readonly text: string;
  readonly span: SourceSpan;
  readonly topics: readonly ClauseTopic[];
  readonly strength?: Strength;
  readonly polarity?: Polarity;
}

/** One citable clause. `ref` is its number in the document ("2.3"); `text` is the school's wording, verbatim. */
export interface Clause {
  /** Stable within the document: survives edits to other clauses. */
  readonly id: string;
  readonly ref: string;
  readonly kind: ClauseKind;
  readonly text: string;
  /** The sentence that introduces the list this clause stands in, when there is one. */
  readonly stem?: string;
  /** The sentences that introduce the lists around its own, outermost first, when it stands in a list within a list. */
  readonly outer?: readonly string[];
  /** The school's own number or sign before the clause ("3.2", "(b)", "✗"), when it is more than a plain bullet. */
  readonly marker?: string;
  /** How deep the clause stands in its list: absent at the top, 1 or 2 below another clause. */
  readonly depth?: number;
  /** Whom the clause binds, when it is not the members of the group at large. */
  readonly addressee?: Addressee;
  readonly topics: readonly ClauseTopic[];
  readonly force: ClauseForce;
  /** How strongly it asks; absent when it asks nothing. */
  readonly strength?: Strength;
  /** Whether it is wanted or unwanted; absent when the clause is no conduct, or nothing in the policy tells. */
  readonly polarity?: Polarity;
  /** The limits that the clause itself sets, verbatim: "except in an emergency". */
  readonly exceptions?: readonly string[];
  /** The rules that stand in this one clause, when they are several; together they say what `text` says. */
  readonly rules?: readonly ClauseRule[];
  readonly span: SourceSpan;
}

/** A heading and what stands under it; `heading` is empty for text that comes before any heading. */
export interface Section {
  readonly id: string;
  readonly ref: string;
  readonly heading: string;
  /** The school's own number before the heading ("3."), when there is one. */
  readonly marker?: string;
  readonly clauses: readonly Clause[];
  readonly span: SourceSpan;
}
