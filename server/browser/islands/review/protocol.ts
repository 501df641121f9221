import type { PolicyClause } from '@handbell/conduct';
import type { Judged } from '../conduct/judge.ts';
import type { Choice, Made, Opened, Row } from '../export-reader/protocol.ts';

/** The group of messages that may mean that somebody is at risk, beside the groups by subject. */
export const SAFEGUARDING = 'safeguarding';

/** How much of the chat is looked at, back from its last message; undefined for all of it. */
export type Days = number | undefined;

/** What was found, by subject: counts only, in no order of people. */
export interface Overview {
  /** How many messages were looked at. */
  readonly checked: number;
  /** How many were in a language that the checker does not know. */
  readonly unknown: number;
  /** How many messages each subject has. */
  readonly subjects: readonly { readonly subject: string; readonly count: number }[];
}

/** A message worth a look, with what stands around it and why it is here. */
export interface Found {
  readonly row: Row;
  readonly before: readonly Row[];
  readonly after: readonly Row[];
  readonly judged: Judged;
}

/** What the review page asks of its worker. */
export type ReviewTalk = {
  readonly open: { readonly ask: { readonly file: File }; readonly answer: Opened };
  readonly review: {
    readonly ask: { readonly clauses: readonly PolicyClause[]; readonly days: Days };
    readonly answer: Overview;
  };
  readonly found: {
    readonly ask: { readonly subject: string; readonly from: number; readonly count: number };
    readonly answer: readonly Found[];
  };
  readonly make: { readonly ask: Choice; readonly answer: Made };
};
