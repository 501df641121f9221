import type { Id } from '../platform/ids.ts';

export type LetterId = Id<'letter'>;

/**
 * The letters that a case keeps (domain 4): first contact D3, no further action D6, advice D7, warning D8, any other
 * outcome, and what a review came to; of a site ban D9 to D12; of a communication plan D13; of a meeting its invitation
 * D4 and its notes D5; and the note of support to whoever the words were about D15.
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
  'meeting-invitation',
  'meeting-notes',
  'support-note',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/**
 * Documents that are printed from what the record holds whenever somebody needs them, and are not letters of a case: to
 * whoever raised a concern D1 and D2, to moderators D14, and for the file D16 to D18.
 */
export const PRINTED_KINDS = [
  'acknowledgement',
  'closure-note',
  'moderator-notice',
  'referral-record',
  'legal-request',
  'decision-record',
] as const;
export type PrintedKind = (typeof PRINTED_KINDS)[number];

export const DOCUMENT_KINDS = [...LETTER_KINDS, ...PRINTED_KINDS] as const;
export type DocumentKind = LetterKind | PrintedKind;

/** For whom a document is written. What is for one reader is never shown to another. */
export type Reader = 'parent' | 'reporter' | 'affected' | 'moderators' | 'file' | 'lawyer';

/** Letters that whoever looks into a case writes and issues beside its steps. */
export const SIDE_LETTERS: ReadonlySet<LetterKind> = new Set([
  'meeting-invitation',
  'meeting-notes',
  'support-note',
]);

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

export const LETTER_ACTS = ['edit', 'issue', 'withdraw', 'give', 'return'] as const;
export type LetterAct = (typeof LETTER_ACTS)[number];

/** From each state, by each act, to which state; null where there is no way. A letter that came back is to be given again. */
export const LETTER_TRANSITIONS: Readonly<
  Record<LetterState, Readonly<Record<LetterAct, LetterState | null>>>
> = {
  draft: { edit: 'draft', issue: 'issued', withdraw: 'withdrawn', give: null, return: null },
  issued: { edit: null, issue: null, withdraw: null, give: 'given', return: null },
  given: { edit: null, issue: null, withdraw: null, give: null, return: 'issued' },
  withdrawn: { edit: null, issue: null, withdraw: null, give: null, return: null },
};

interface DocumentText {
  /** What staff call it. */
  readonly name: string;
  /** Its printed title. */
  readonly title: string;
  readonly to: Reader;
}

/** What each document is called, and for whom it is. */
export const LETTER_TEXT: Readonly<Record<DocumentKind, DocumentText>> = {
  'first-contact': { name: 'First contact', title: 'We would like to talk with you', to: 'parent' },
  'no-further-action': { name: 'No further action', title: 'We are taking this no further', to: 'parent' },
  advice: { name: 'Advice', title: 'A reminder about the code of conduct', to: 'parent' },
  warning: { name: 'Warning', title: 'A written warning under the code of conduct', to: 'parent' },
  outcome: { name: 'Outcome', title: 'What we would like to do next', to: 'parent' },
  review: { name: 'Review', title: 'What the review of our decision came to', to: 'parent' },
  'ban-notice': {
    name: 'Notice of a ban',
    title: 'We are thinking about asking you not to come on to the site',
    to: 'parent',
  },
  'ban-provisional': {
    name: 'Provisional ban',
    title: 'Please do not come on to the school site for now',
    to: 'parent',
  },
  'ban-confirmed': {
    name: 'Ban',
    title: 'Our decision about your coming on to the school site',
    to: 'parent',
  },
  'ban-ended': { name: 'No ban', title: 'You can come on to the school site', to: 'parent' },
  'ban-review': {
    name: 'Review of a ban',
    title: 'We are looking again at your coming on to the school site',
    to: 'parent',
  },
  'ban-extended': { name: 'Ban after review', title: 'Our decision after looking again', to: 'parent' },
  'communication-plan': {
    name: 'Communication plan',
    title: 'How you and the school will be in touch',
    to: 'parent',
  },
  'meeting-invitation': {
    name: 'Invitation to a meeting',
    title: 'Please come and talk with us',
    to: 'parent',
  },
  'meeting-notes': { name: 'Notes of a meeting', title: 'Notes of our meeting', to: 'parent' },
  'support-note': {
    name: 'Note of support',
    title: 'We are dealing with this, and we are here for you',
    to: 'affected',
  },
  acknowledgement: { name: 'Acknowledgement', title: 'We have read your concern', to: 'reporter' },
  'closure-note': { name: 'Closing note', title: 'What became of your concern', to: 'reporter' },
  'moderator-notice': {
    name: 'Notice to moderators',
    title: 'A note for moderators of parents’ groups',
    to: 'moderators',
  },
  'referral-record': { name: 'Record of a referral', title: 'Record of a referral', to: 'file' },
  'legal-request': { name: 'Request for legal advice', title: 'Request for legal advice', to: 'lawyer' },
  'decision-record': { name: 'Record of a decision', title: 'Record of a decision', to: 'file' },
};

/** How a letter is signed: with a typed name, or by hand on paper. */
export type Signed = 'typed' | 'ink';

/** How a letter can reach a parent. */
export const GIVEN_BY = ['post', 'hand', 'email', 'left'] as const;
export type GivenBy = (typeof GIVEN_BY)[number];
export const GIVEN_TEXT: Readonly<Record<GivenBy, string>> = {
  post: 'By post, first class',
  hand: 'Handed over in person',
  email: 'By email, because the parent agreed to that',
  left: 'Left at their address',
};

/** Why a letter came back. */
export const RETURNED_WHY = ['gone-away', 'not-collected', 'refused', 'bounced'] as const;
export type ReturnedWhy = (typeof RETURNED_WHY)[number];
export const RETURNED_TEXT: Readonly<Record<ReturnedWhy, string>> = {
  'gone-away': 'They do not live there, or the address is wrong',
  'not-collected': 'It was not collected',
  refused: 'They did not take it',
  bounced: 'The mail could not be delivered',
};
