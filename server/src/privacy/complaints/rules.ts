import type { Temporal } from 'temporal-polyfill';

/** Where a complaint about data stands. */
export const COMPLAINT_STATES = ['received', 'acknowledged', 'closed'] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

export const COMPLAINT_ACTS = ['acknowledge', 'note', 'close'] as const;
export type ComplaintAct = (typeof COMPLAINT_ACTS)[number];

/** What was found. */
export const COMPLAINT_OUTCOMES = ['upheld', 'partly', 'not-upheld', 'withdrawn'] as const;
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];

/** Something done on the way: looked into, or told to whoever complained. */
export const STEP_KINDS = ['looked-into', 'told'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** From each state, by each act, to which state; null where there is no way. Nothing closes unacknowledged. */
const TRANSITIONS: Readonly<Record<ComplaintState, Readonly<Record<ComplaintAct, ComplaintState | null>>>> = {
  received: { acknowledge: 'acknowledged', note: 'received', close: null },
  acknowledged: { acknowledge: null, note: 'acknowledged', close: 'closed' },
  closed: { acknowledge: null, note: null, close: null },
};

/** Where an act leads; null where there is no way. */
export function complaintAfter(state: ComplaintState, act: ComplaintAct): ComplaintState | null {
  return TRANSITIONS[state][act];
}

/** Calendar days in which a complaint about data must be acknowledged, whatever the school's holidays (rule 36). */
const ACKNOWLEDGE_DAYS = 30;

/** The last day to acknowledge a complaint received on a day (Data Protection Act 2018, section 164A). */
export function acknowledgeBy(received: Temporal.PlainDate): Temporal.PlainDate {
  return received.add({ days: ACKNOWLEDGE_DAYS });
}

export const COMPLAINT_STATE_TEXT: Readonly<Record<ComplaintState, string>> = {
  received: 'To acknowledge',
  acknowledged: 'Being looked into',
  closed: 'Answered',
};

export const OUTCOME_TEXT: Readonly<Record<ComplaintOutcome, string>> = {
  upheld: 'They were right',
  partly: 'They were right in part',
  'not-upheld': 'We found nothing wrong',
  withdrawn: 'They took it back',
};

export const STEP_TEXT: Readonly<Record<StepKind, string>> = {
  'looked-into': 'We looked into it',
  told: 'We told them how it stands',
};
