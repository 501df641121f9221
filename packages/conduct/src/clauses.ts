/**
 * What the checker can say: the eleven subjects of a code of conduct, how grave a breach is, and the one route
 * that stands apart from both. The definitions are in `corpus/GUIDE.md`.
 */

/** The subjects a clause can be about; the strings are those of a policy document's `topics`. */
export const CLAUSES = [
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
export type ClauseKey = (typeof CLAUSES)[number];

/** How grave, from nothing to seriously harmful; the order is the scale. */
export const SEVERITIES = ['none', 'low', 'medium', 'high'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where a message must go at once, whether or not it breaks a clause. */
export type Route = 'safeguarding';

/** A message as the checker reads it. Senders are used only to see who is spoken to and who speaks twice. */
export interface Message {
  readonly id?: string;
  readonly sender?: string;
  readonly text: string;
}

/** Whether a string is one of the eleven subjects. */
export function isClauseKey(value: string): value is ClauseKey {
  return CLAUSES.some((clause) => clause === value);
}
