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
] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

/** Whose act it is: somebody who looks into the case, the one who decides it, another who signs beside them. */
export type Part = 'worker' | 'decider' | 'worker-or-decider' | 'second' | 'viewer';

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
const NOT_CLOSED: readonly CaseState[] = [...OPEN, 'outcome-issued', 'follow-up'];

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
  answer: { from: ['assessment'], to: 'same', part: 'worker', needs: [] },
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
    needs: ['decided', 'own-decision', 'not-held', 'fair-sanction', 'second-signature', 'letter-ready'],
  },
  'tell-affected': {
    from: ['outcome-issued', 'follow-up'],
    to: 'same',
    part: 'worker-or-decider',
    needs: [],
  },
  'set-follow-up': {
    from: ['outcome-issued'],
    to: 'follow-up',
    part: 'worker-or-decider',
    needs: ['letter-given', 'follow-up-in-time'],
  },
  close: {
    from: ['outcome-issued', 'follow-up'],
    to: 'closed',
    part: 'worker-or-decider',
    needs: ['not-held', 'letter-given', 'followed-up', 'affected-told'],
  },
  'declare-interest': { from: NOT_CLOSED, to: 'same', part: 'viewer', needs: [] },
  'name-decider': {
    from: OPEN,
    to: 'same',
    part: 'worker-or-decider',
    needs: ['decider-vacant', 'decider-suitable'],
  },
  appoint: { from: NOT_CLOSED, to: 'same', part: 'worker-or-decider', needs: ['appointee-suitable'] },
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
};
