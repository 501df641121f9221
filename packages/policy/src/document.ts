/**
 * A school's policy as data. Everything a school can change (clauses, outcomes, contacts, dates) is here;
 * no rule of the product knows a school's wording. Sources: domain S1-S63, rule 19, rule 38.
 */

import type { Section, SourceSpan } from './clause.ts';

export * from './clause.ts';
export * from './doubt.ts';

/** The kinds of group a policy can cover (S2, S3). */
export const GROUP_TYPES = ['class', 'year', 'pta'] as const;
export type GroupType = (typeof GROUP_TYPES)[number];

/**
 * A calendar date known to the day, the month, the school term or the year (S4, S5, S6); `written` is the school's own
 * form. A year with `schoolYear` is a whole school year, named by the year in which it ends ("2026-27" has 2027).
 */
export type PartialDate =
  | { precision: 'day'; year: number; month: number; day: number; written: string }
  | { precision: 'month'; year: number; month: number; written: string }
  | { precision: 'term'; year: number; term: 'autumn' | 'spring' | 'summer'; written: string }
  | { precision: 'year'; year: number; schoolYear?: true; written: string };

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
  /** What brings the step on, verbatim: "after a second warning", "if the behaviour continues". */
  readonly trigger?: string;
  /** The number of its stage, where the school numbers its stages. */
  readonly stage?: number;
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
  /** Its place in a ladder of contacts, from 1, where the school says whom to ask first and whom next. */
  readonly step?: number;
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
  /** The day the Board adopted or approved it, and by whom as written ("the Board"). */
  readonly adopted?: PartialDate;
  readonly adoptedBy?: string;
  /** The day it was approved, where the policy gives that beside a day of adoption. */
  readonly approved?: PartialDate;
  readonly issued?: PartialDate;
  /** The day from which it holds. */
  readonly effective?: PartialDate;
  /** The day it was last reviewed or updated. */
  readonly reviewed?: PartialDate;
  /** The day it is next to be reviewed. */
  readonly review?: PartialDate;
  /** How often it is reviewed, as written ("every two years"). */
  readonly reviewEvery?: string;
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

/** The days that hours hold on, when they do not hold on every day. */
export const QUIET_DAYS = ['weekdays', 'weekends', 'saturdays', 'sundays', 'holidays'] as const;
export type QuietDays = (typeof QUIET_DAYS)[number];

/**
 * The hours in which nobody should post, as 24-hour times ("21:00"); without `to` when the policy gives no end. A policy
 * that says when people may post gives the hours around.
 */
export interface QuietHours {
  readonly from: string;
  readonly to?: string;
  readonly days?: readonly QuietDays[];
  /** When posting is allowed all the same, verbatim: "except in an emergency". */
  readonly exception?: string;
  readonly clauseId: string;
}

/** A row of the policy's table of earlier versions; `text` is the whole row as written. */
export interface VersionRow {
  readonly version?: string;
  readonly date?: PartialDate;
  readonly author?: string;
  readonly change?: string;
  readonly text: string;
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
  /** What may happen to a moderator who breaks the policy: no power over parents, and no part of the ladder. */
  readonly moderatorResponses?: readonly ResponseStep[];
  readonly contacts: readonly Contact[];
  readonly signatures: readonly SignatureSlot[];
  readonly slip?: AgreementSlip;
  readonly linkedPolicies: readonly LinkedPolicy[];
  /** Who takes the final decision, as written ("Head teacher") (S60). */
  readonly decider?: string;
  /** The first of `quietTimes`. */
  readonly quietHours?: QuietHours;
  /** All the times in which nobody should post, in the document's order, when there are several. */
  readonly quietTimes?: readonly QuietHours[];
  /** The table of earlier versions, row by row. */
  readonly history?: readonly VersionRow[];
  /** Particulars that are no dates of the policy (version, owner, the table of earlier versions), verbatim. */
  readonly particulars?: readonly string[];
  /** The pieces of the source that are no clauses, in the source's order. */
  readonly fields: readonly SourceField[];
  readonly source: string;
}
