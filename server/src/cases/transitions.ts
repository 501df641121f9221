import type { GuardName } from './guard-names.ts';
import type { CaseAct, CaseState, Part } from './states.ts';

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
      'answer-weighed',
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
  // What the rooms of bans, communication plans and meetings report of their own steps. A ban may outlast its case: who
  // reviews it must see it then too.
  track: { from: [...NOT_CLOSED, 'closed', 'retained'], to: 'same', part: 'viewer', needs: [] },
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
  // The parent's own words are taken whatever is on hold; what comes after a decision is weighed before it goes out.
  'parent-wrote': {
    from: ['parent-contact', 'assessment', 'decision'],
    to: 'same',
    part: 'parent',
    needs: [],
  },
  'parent-asked': { from: [...NOT_CLOSED, 'closed'], to: 'same', part: 'parent', needs: [] },
  retain: { from: ['closed'], to: 'retained', part: 'keeper', needs: [] },
  erase: {
    from: ['retained'],
    to: 'erased',
    part: 'keeper',
    needs: ['nothing-holds-record', 'kept-long-enough'],
  },
};
