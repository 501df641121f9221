/**
 * A school's policy as data. Everything a school can change (clauses, outcomes, contacts, dates) is here;
 * no rule of the product knows a school's wording. Sources: domain S1-S63, rule 19, rule 38.
 */

/** The kinds of group a policy can cover (S2, S3). */
export const GROUP_TYPES = ['class', 'year', 'pta'] as const;
export type GroupType = (typeof GROUP_TYPES)[number];

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
  'moderator-right',
  'sign-off',
  'agreement',
  'text',
] as const;
export type ClauseKind = (typeof CLAUSE_KINDS)[number];

/** What a clause is about: the subjects that the conduct checker and triage know (the labelling guide's eleven). */
export const CLAUSE_TOPICS = [
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
export type ClauseTopic = (typeof CLAUSE_TOPICS)[number];

/** Whether a breach can be answered by a response from the ladder, or is an expectation only (rule 19). */
export type ClauseForce = 'rule' | 'expectation';

/** A calendar date known to the day, the month or the school term (S4, S5, S6); `written` is the school's own form. */
export type PartialDate =
  | { precision: 'day'; year: number; month: number; day: number; written: string }
  | { precision: 'month'; year: number; month: number; written: string }
  | { precision: 'term'; year: number; term: 'autumn' | 'spring' | 'summer'; written: string }
  | { precision: 'year'; year: number; written: string };

/** Whom a clause can bind apart from the members of a group. */
export const ADDRESSEES = ['moderator', 'staff', 'pupil'] as const;
export type Addressee = (typeof ADDRESSEES)[number];

/** Where a piece of the document came from: character offsets [start, end) into `PolicyDocument.source`. */
export type SourceSpan = readonly [start: number, end: number];

/** One citable clause. `ref` is its number in the document ("2.3"); `text` is the school's wording, verbatim. */
export interface Clause {
  /** Stable within the document: survives edits to other clauses. */
  readonly id: string;
  readonly ref: string;
  readonly kind: ClauseKind;
  readonly text: string;
  /** The sentence that introduces the list this clause stands in, when there is one. */
  readonly stem?: string;
  /** The school's own number or sign before the clause ("3.2", "(b)", "✗"), when it is more than a plain bullet. */
  readonly marker?: string;
  /** How deep the clause stands in its list: absent at the top, 1 or 2 below another clause. */
  readonly depth?: number;
  /** Whom the clause binds, when it is not the members of the group. */
  readonly addressee?: Addressee;
  readonly topics: readonly ClauseTopic[];
  readonly force: ClauseForce;
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

/** The responses a policy can give the school (S54-S58). `other` keeps a school's own step in its words. */
export const RESPONSE_KINDS = [
  'advice',
  'warning-letter',
  'meeting',
  'authorities',
  'legal-advice',
  'site-ban',
  'group-removal',
  'other',
] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

/** One step of the ladder, in the document's order; `condition` is the bracketed limit, verbatim, when there is one. */
export interface ResponseStep {
  readonly kind: ResponseKind;
  readonly text: string;
  readonly condition?: string;
  readonly clauseId: string;
}

/** How to reach the school with a concern (S49). */
export interface Contact {
  readonly kind: 'email' | 'phone' | 'url' | 'role';
  /** The address or number; for `role`, the role's name as written. */
  readonly value: string;
  /** Who answers there, as written ("Senior Leadership Team"). */
  readonly role?: string;
  readonly purpose: 'concern' | 'safeguarding' | 'general';
  readonly clauseId: string;
}

/** A place for a signature (S7, S8): whoever holds `role` signs there before the policy is in force. */
export interface SignatureSlot {
  readonly id: string;
  readonly role: string;
}

/** The parent's slip (S9, S10). */
export interface AgreementSlip {
  readonly statement: string;
  readonly fields: readonly string[];
}

/** Another policy of the school that this one names (S20, S21). */
export interface LinkedPolicy {
  readonly name: string;
  readonly about: 'staff' | 'pupils' | 'other';
}

export interface PolicyDates {
  /** The day the Board adopted it, and by whom as written ("the Board"). */
  readonly adopted?: PartialDate;
  readonly adoptedBy?: string;
  readonly issued?: PartialDate;
  readonly review?: PartialDate;
}

/**
 * What a piece of the source is when it is no clause: a heading, the sentence before a list, a list mark, the title,
 * the school's name, dates and other particulars, signatures, the parent's slip, a ruled line, a page's head or foot.
 */
export const FIELD_KINDS = [
  'title',
  'school',
  'heading',
  'stem',
  'marker',
  'detail',
  'signature',
  'slip',
  'rule',
  'page',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A piece of the source that is no clause. Clauses and fields together hold every character that is not a space. */
export interface SourceField {
  readonly kind: FieldKind;
  readonly span: SourceSpan;
}

/** The hours in which nobody should post, as 24-hour times ("21:00"); without `to` when the policy gives no end. */
export interface QuietHours {
  readonly from: string;
  readonly to?: string;
  readonly clauseId: string;
}

/** A policy document, complete: `source` is the whole text it was read from. */
export interface PolicyDocument {
  readonly format: 1;
  readonly title: string;
  /** The school's name in every form the document uses, longest first. */
  readonly schoolNames: readonly string[];
  readonly dates: PolicyDates;
  readonly groupTypes: readonly GroupType[];
  /** Whom the expectations bind, as written ("parents", "carers", "other visitors"). */
  readonly audience: readonly string[];
  readonly sections: readonly Section[];
  readonly responses: readonly ResponseStep[];
  readonly contacts: readonly Contact[];
  readonly signatures: readonly SignatureSlot[];
  readonly slip?: AgreementSlip;
  readonly linkedPolicies: readonly LinkedPolicy[];
  /** Who takes the final decision, as written ("Head teacher") (S60). */
  readonly decider?: string;
  readonly quietHours?: QuietHours;
  /** Particulars that are no dates of the policy (version, owner, the table of earlier versions), verbatim. */
  readonly particulars?: readonly string[];
  /** The pieces of the source that are no clauses, in the source's order. */
  readonly fields: readonly SourceField[];
  readonly source: string;
}

/** Something a person has to settle before the document is used. */
export interface Doubt {
  readonly code:
    | 'not-understood'
    | 'no-review-date'
    | 'no-contact'
    | 'no-responses'
    | 'no-decider'
    | 'no-signature'
    | 'ambiguous-date'
    | 'uncertain-kind'
    | 'possible-typo'
    | 'other';
  /** One plain sentence for the school office. */
  readonly message: string;
  readonly clauseId?: string;
  readonly span?: SourceSpan;
}
