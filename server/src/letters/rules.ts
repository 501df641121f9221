import type { Id } from '../platform/ids.ts';

export type LetterId = Id<'letter'>;

/**
 * The letters to a parent (domain 4): first contact D3, no further action D6, advice D7, warning D8, any other outcome,
 * and what a review came to; of a site ban D9 to D12; of a communication plan D13.
 */
export const LETTER_KINDS = [
  'first-contact',
  'no-further-action',
  'advice',
  'warning',
  'outcome',
  'review',
  'ban-notice',
  'ban-provisional',
  'ban-confirmed',
  'ban-ended',
  'ban-review',
  'ban-extended',
  'communication-plan',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Letters that go out with a step of a sanction, from its own page, and not from the case's. */
export const SANCTION_LETTERS: ReadonlySet<LetterKind> = new Set([
  'ban-notice',
  'ban-provisional',
  'ban-confirmed',
  'ban-ended',
  'ban-review',
  'ban-extended',
  'communication-plan',
]);

/** A letter is written, issued (fixed for ever, with its files), given; or given up before it was issued. */
export const LETTER_STATES = ['draft', 'issued', 'given', 'withdrawn'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

export const LETTER_ACTS = ['edit', 'issue', 'withdraw', 'give'] as const;
export type LetterAct = (typeof LETTER_ACTS)[number];

/** From each state, by each act, to which state; null where there is no way. */
export const LETTER_TRANSITIONS: Readonly<
  Record<LetterState, Readonly<Record<LetterAct, LetterState | null>>>
> = {
  draft: { edit: 'draft', issue: 'issued', withdraw: 'withdrawn', give: null },
  issued: { edit: null, issue: null, withdraw: null, give: 'given' },
  given: { edit: null, issue: null, withdraw: null, give: null },
  withdrawn: { edit: null, issue: null, withdraw: null, give: null },
};

/** What staff call each letter. */
export const LETTER_TEXT: Readonly<Record<LetterKind, { readonly name: string; readonly title: string }>> = {
  'first-contact': { name: 'First contact', title: 'We would like to talk with you' },
  'no-further-action': { name: 'No further action', title: 'We are taking this no further' },
  advice: { name: 'Advice', title: 'A reminder about messages in the group' },
  warning: { name: 'Warning', title: 'A written warning about messages in the group' },
  outcome: { name: 'Outcome', title: 'What we would like to do next' },
  review: { name: 'Review', title: 'What the review of our decision came to' },
  'ban-notice': {
    name: 'Notice of a ban',
    title: 'We are thinking about asking you not to come on to the site',
  },
  'ban-provisional': { name: 'Provisional ban', title: 'Please do not come on to the school site for now' },
  'ban-confirmed': { name: 'Ban', title: 'Our decision about your coming on to the school site' },
  'ban-ended': { name: 'No ban', title: 'You can come on to the school site' },
  'ban-review': {
    name: 'Review of a ban',
    title: 'We are looking again at your coming on to the school site',
  },
  'ban-extended': { name: 'Ban after review', title: 'Our decision after looking again' },
  'communication-plan': { name: 'Communication plan', title: 'How you and the school will be in touch' },
};

/** How a letter can reach a parent. */
export const GIVEN_BY = ['post', 'hand', 'email', 'left'] as const;
export type GivenBy = (typeof GIVEN_BY)[number];
export const GIVEN_TEXT: Readonly<Record<GivenBy, string>> = {
  post: 'By post, first class',
  hand: 'Handed over in person',
  email: 'By email, because the parent agreed to that',
  left: 'Left at their address',
};
