import type { TagKind } from '../ui/index.ts';

/** Where a case stands (domain 2.3). */
export const CASE_STATES = [
  'gathering',
  'parent-contact',
  'assessment',
  'decision',
  'outcome-issued',
  'follow-up',
  'closed',
  'review',
  'reviewed',
  'retained',
  'erased',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What can be done with a case. Each is one entry of its chronology. */
export const CASE_ACTS = [
  'open',
  'record-account',
  'start-contact',
  'write-first-letter',
  'record-contact',
  'start-assessment',
  'answer',
  'hand-over',
  'send-back',
  'decide',
  'decide-nothing',
  'withdraw-decision',
  'countersign',
  'issue',
  'tell-affected',
  'set-follow-up',
  'close',
  'declare-interest',
  'name-decider',
  'appoint',
  'choose-handling',
  'take-clear-step',
  'record-needs',
  'offer-support',
  'ask-referral',
  'approve-referral',
  'decline-referral',
  'make-referral',
  'hold-for-police',
  'release-police-hold',
  'ask-lawyer',
  'record-advice',
  'track',
  'ask-review',
  'name-reviewer',
  'decide-review',
  'reopen',
  'retain',
  'erase',
] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

/**
 * Whose act it is: somebody who looks into the case, the one who decides it, another who signs beside them, the second
 * person for a referral, whoever reviews it or may name who does, whoever sees it, and who keeps its record at the end.
 */
export type Part =
  | 'worker'
  | 'decider'
  | 'worker-or-decider'
  | 'second'
  | 'approver'
  | 'reviewer'
  | 'convener'
  | 'viewer'
  | 'keeper';

/** The conditions an act may have; each is a function in `guards.ts`. */
export const GUARD_NAMES = [
  'clause-cited',
  'not-held',
  'something-gathered',
  'parent-heard',
  'all-answered',
  'checks-done',
  'decider-named',
  'decider-vacant',
  'decider-suitable',
  'appointee-suitable',
  'undecided',
  'decided',
  'own-decision',
  'outcome-possible',
  'reasons-given',
  'jump-explained',
  'investigated-by-another',
  'second-signature',
  'signature-wanted',
  'fair-sanction',
  'expiry-set',
  'letter-ready',
  'letter-given',
  'follow-up-in-time',
  'followed-up',
  'affected-told',
  'handling-chosen',
  'handled-as-feedback',
  'instrument-ready',
  'instrument-settled',
  'no-referral-open',
  'threshold-met',
  'referral-open',
  'referral-cleared',
  'police-hold-on',
  'police-hold-off',
  'lawyer-asked',
  'lawyer-reason',
  'open-to-review',
  'review-in-time',
  'review-reasons',
  'reviewer-suitable',
  'reviewer-uninvolved',
  'papers-shared',
  'next-step-named',
  'not-harsher',
  'reason-to-reopen',
  'nothing-holds-record',
  'kept-long-enough',
] as const;
export type GuardName = (typeof GUARD_NAMES)[number];

/** One row of the table. `from: 'nothing'` makes a case; `to: 'same'` leaves it where it stands. */
export interface Transition {
  readonly from: 'nothing' | readonly CaseState[];
  readonly to: CaseState | 'same';
  readonly part: Part;
  readonly needs: readonly GuardName[];
}

const OPEN: readonly CaseState[] = ['gathering', 'parent-contact', 'assessment', 'decision'];
const ISSUED: readonly CaseState[] = ['outcome-issued', 'follow-up', 'reviewed'];
const NOT_CLOSED: readonly CaseState[] = [...OPEN, ...ISSUED, 'review'];

/**
 * Every act: from where, to where, whose, and what must be so first (domain 2.3). The one table of the room: the
 * store asks it, the pages draw from it, the chronology is replayed by it.
 */
export const TRANSITIONS: Readonly<Record<CaseAct, Transition>> = {
  open: { from: 'nothing', to: 'gathering', part: 'worker', needs: ['clause-cited', 'not-held'] },
  'record-account': {
    from: ['gathering', 'parent-contact', 'assessment'],
    to: 'same',
    part: 'worker',
    needs: [],
  },
  'start-contact': {
    from: ['gathering'],
    to: 'parent-contact',
    part: 'worker',
    needs: ['not-held', 'something-gathered'],
  },
  'write-first-letter': { from: ['parent-contact'], to: 'same', part: 'worker', needs: ['not-held'] },
  'record-contact': {
    from: ['parent-contact', 'assessment', 'decision'],
    to: 'same',
    part: 'worker',
    // What comes to light after a decision may change it: the decision is withdrawn first.
    needs: ['not-held', 'undecided'],
  },
  'start-assessment': {
    from: ['parent-contact'],
    to: 'assessment',
    part: 'worker',
    needs: ['parent-heard'],
  },
  // Rule 17: whether it is feedback or a complaint is asked before anything else of the assessment.
  'choose-handling': { from: ['assessment'], to: 'same', part: 'worker', needs: [] },
  'take-clear-step': { from: ['assessment'], to: 'same', part: 'worker', needs: ['handled-as-feedback'] },
  answer: { from: ['assessment'], to: 'same', part: 'worker', needs: ['handling-chosen'] },
  'hand-over': {
    from: ['assessment'],
    to: 'decision',
    part: 'worker',
    needs: ['all-answered', 'checks-done', 'decider-named'],
  },
  'send-back': { from: ['decision'], to: 'assessment', part: 'decider', needs: ['undecided'] },
  decide: {
    from: ['decision'],
    to: 'same',
    part: 'decider',
    needs: [
      'undecided',
      'outcome-possible',
      'reasons-given',
      'jump-explained',
      'investigated-by-another',
      'expiry-set',
      'fair-sanction',
    ],
  },
  'decide-nothing': {
    from: OPEN,
    to: 'decision',
    part: 'decider',
    needs: ['undecided', 'reasons-given', 'investigated-by-another'],
  },
  'withdraw-decision': { from: ['decision'], to: 'same', part: 'decider', needs: ['decided'] },
  countersign: { from: ['decision'], to: 'same', part: 'second', needs: ['decided', 'signature-wanted'] },
  issue: {
    from: ['decision'],
    to: 'outcome-issued',
    part: 'decider',
    needs: [
      'decided',
      'own-decision',
      'not-held',
      'fair-sanction',
      'second-signature',
      'letter-ready',
      'instrument-ready',
    ],
  },
  'tell-affected': {
    from: ISSUED,
    to: 'same',
    part: 'worker-or-decider',
    needs: [],
  },
  'set-follow-up': {
    from: ['outcome-issued', 'reviewed'],
    to: 'follow-up',
    part: 'worker-or-decider',
    needs: ['letter-given', 'follow-up-in-time'],
  },
  close: {
    from: ISSUED,
    to: 'closed',
    part: 'worker-or-decider',
    needs: [
      'not-held',
      'letter-given',
      'followed-up',
      'affected-told',
      'instrument-settled',
      'no-referral-open',
    ],
  },
  'declare-interest': { from: NOT_CLOSED, to: 'same', part: 'viewer', needs: [] },
  'name-decider': {
    from: OPEN,
    to: 'same',
    part: 'worker-or-decider',
    needs: ['decider-vacant', 'decider-suitable'],
  },
  appoint: { from: NOT_CLOSED, to: 'same', part: 'worker-or-decider', needs: ['appointee-suitable'] },
  'record-needs': { from: NOT_CLOSED, to: 'same', part: 'worker-or-decider', needs: [] },
  'offer-support': { from: NOT_CLOSED, to: 'same', part: 'worker-or-decider', needs: [] },
  // Rule 15, the three locks: threshold and what else was tried; then a second person. Danger to life needs neither.
  'ask-referral': {
    from: [...OPEN, ...ISSUED],
    to: 'same',
    part: 'worker-or-decider',
    needs: ['no-referral-open', 'threshold-met'],
  },
  'approve-referral': {
    from: [...OPEN, ...ISSUED],
    to: 'same',
    part: 'approver',
    needs: ['referral-open'],
  },
  'decline-referral': {
    from: [...OPEN, ...ISSUED],
    to: 'same',
    part: 'viewer',
    needs: ['referral-open'],
  },
  'make-referral': {
    from: [...OPEN, ...ISSUED],
    to: 'same',
    part: 'worker-or-decider',
    needs: ['referral-open', 'referral-cleared'],
  },
  'hold-for-police': {
    from: NOT_CLOSED,
    to: 'same',
    part: 'worker-or-decider',
    needs: ['police-hold-off'],
  },
  'release-police-hold': {
    from: NOT_CLOSED,
    to: 'same',
    part: 'worker-or-decider',
    needs: ['police-hold-on'],
  },
  'ask-lawyer': {
    from: [...OPEN, ...ISSUED],
    to: 'same',
    part: 'worker-or-decider',
    needs: ['lawyer-reason'],
  },
  'record-advice': {
    from: [...OPEN, ...ISSUED],
    to: 'same',
    part: 'worker-or-decider',
    needs: ['lawyer-asked'],
  },
  // What the rooms of bans, communication plans and meetings report of their own steps.
  track: { from: NOT_CLOSED, to: 'same', part: 'viewer', needs: [] },
  'ask-review': {
    from: ['outcome-issued', 'follow-up', 'closed'],
    to: 'review',
    part: 'convener',
    needs: ['open-to-review', 'review-in-time'],
  },
  'name-reviewer': { from: ['review'], to: 'same', part: 'convener', needs: ['reviewer-suitable'] },
  'decide-review': {
    from: ['review'],
    to: 'reviewed',
    part: 'reviewer',
    needs: [
      'reviewer-uninvolved',
      'review-reasons',
      'papers-shared',
      'next-step-named',
      'outcome-possible',
      'not-harsher',
      'fair-sanction',
    ],
  },
  reopen: {
    from: [...ISSUED, 'closed', 'retained'],
    to: 'gathering',
    part: 'worker',
    needs: ['reason-to-reopen'],
  },
  retain: { from: ['closed'], to: 'retained', part: 'keeper', needs: [] },
  erase: {
    from: ['retained'],
    to: 'erased',
    part: 'keeper',
    needs: ['nothing-holds-record', 'kept-long-enough'],
  },
};

/** What staff call each state, and the shape it is drawn with. */
export const STATE_TEXT: Readonly<Record<CaseState, { readonly name: string; readonly tag: TagKind }>> = {
  gathering: { name: 'Gathering accounts', tag: 'new' },
  'parent-contact': { name: 'Speaking to the parent', tag: 'progress' },
  assessment: { name: 'Being assessed', tag: 'progress' },
  decision: { name: 'Waiting for a decision', tag: 'waiting' },
  'outcome-issued': { name: 'Outcome issued', tag: 'inForce' },
  'follow-up': { name: 'Being followed up', tag: 'waiting' },
  closed: { name: 'Closed', tag: 'done' },
  review: { name: 'Being reviewed', tag: 'progress' },
  reviewed: { name: 'Reviewed', tag: 'inForce' },
  retained: { name: 'Kept, closed to everyday use', tag: 'ended' },
  erased: { name: 'Erased', tag: 'ended' },
};

/** States in which a case has come to its end; only a review or new information brings it back. */
export const ENDED_STATES = ['closed', 'retained', 'erased'] as const satisfies readonly CaseState[];

/** Whether a case in a state has come to its end. */
export function hasEnded(state: CaseState | undefined): boolean {
  return ENDED_STATES.some((ended) => ended === state);
}
