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
  'parent-wrote',
  'parent-asked',
] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

/**
 * Whose act it is: somebody who looks into the case, the one who decides it, another who signs beside them, the second
 * person for a referral, whoever reviews it or may name who does, whoever sees it, who keeps its record at the end, and
 * the parent themselves.
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
  | 'keeper'
  | 'parent';

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
