/**
 * The life of one version of a policy: written down, shown to parents and staff for comment if the school wishes,
 * approved, adopted by the Board, signed, in force, then replaced or taken back. Rule 38: in force only after adoption
 * and signatures.
 */
export const POLICY_STATES = [
  'draft',
  'consultation',
  'approved',
  'adopted',
  'in-force',
  'superseded',
  'withdrawn',
] as const;
export type PolicyState = (typeof POLICY_STATES)[number];

/** The states of a version that is on its way: a school works on one at a time. */
export const STATES_IN_WORK = [
  'draft',
  'consultation',
  'approved',
  'adopted',
] as const satisfies PolicyState[];

/** Whether a version is still on its way into force. */
export function isInWork(state: PolicyState): boolean {
  return STATES_IN_WORK.some((each) => each === state);
}

/** What can be done to a version. */
export const POLICY_ACTS = [
  'edit',
  'consult',
  'end-consultation',
  'approve',
  'adopt',
  'reopen',
  'sign',
  'put-in-force',
  'supersede',
  'withdraw',
] as const;
export type PolicyAct = (typeof POLICY_ACTS)[number];

/** Every act in every state: the state after it, or why it cannot be done, in words for the school. */
type Step = { readonly to: PolicyState } | { readonly refused: string };

const APPROVE_FIRST = 'This version is still a draft. Somebody has to approve it first.';
const ADOPT_FIRST = 'This version is not adopted yet. The Board has to adopt it first.';
const COMMENTED = 'People are commenting on this version. End the consultation first.';
const NO_COMMENTS = 'This version is not out for comment.';
const APPROVED = 'This version is approved, so its words are fixed. Take it back to a draft first.';
const ADOPTED = 'This version is adopted, so its words are fixed. Take it back to a draft first.';
const ONCE = 'This version is adopted already.';
const NOT_YET = 'This version is not in force yet.';
const FIXED = 'This version has been in force, so it stays as it is. Make a new version instead.';
const OVER = 'This version is not in force any more.';

const refused = (why: string): Step => ({ refused: why });

const STEPS: Readonly<Record<PolicyState, Readonly<Record<PolicyAct, Step>>>> = {
  draft: {
    edit: { to: 'draft' },
    consult: { to: 'consultation' },
    'end-consultation': refused(NO_COMMENTS),
    approve: { to: 'approved' },
    adopt: refused(APPROVE_FIRST),
    reopen: refused('This version is a draft already.'),
    sign: refused(APPROVE_FIRST),
    'put-in-force': refused(APPROVE_FIRST),
    supersede: refused(NOT_YET),
    withdraw: refused('This version is not in force yet. Delete the draft instead.'),
  },
  consultation: {
    edit: refused(COMMENTED),
    consult: refused('This version is out for comment already.'),
    'end-consultation': { to: 'draft' },
    approve: refused(COMMENTED),
    adopt: refused(COMMENTED),
    reopen: refused(COMMENTED),
    sign: refused(COMMENTED),
    'put-in-force': refused(COMMENTED),
    supersede: refused(NOT_YET),
    withdraw: refused(NOT_YET),
  },
  approved: {
    edit: refused(APPROVED),
    consult: refused(APPROVED),
    'end-consultation': refused(NO_COMMENTS),
    approve: refused('This version is approved already.'),
    adopt: { to: 'adopted' },
    reopen: { to: 'draft' },
    sign: refused(ADOPT_FIRST),
    'put-in-force': refused(ADOPT_FIRST),
    supersede: refused(NOT_YET),
    withdraw: refused('This version is not in force yet. Take it back to a draft instead.'),
  },
  adopted: {
    edit: refused(ADOPTED),
    consult: refused(ADOPTED),
    'end-consultation': refused(NO_COMMENTS),
    approve: refused(ONCE),
    adopt: refused(ONCE),
    reopen: { to: 'draft' },
    sign: { to: 'adopted' },
    'put-in-force': { to: 'in-force' },
    supersede: refused(NOT_YET),
    withdraw: refused('This version is not in force yet. Take it back to a draft instead.'),
  },
  'in-force': {
    edit: refused(FIXED),
    consult: refused(FIXED),
    'end-consultation': refused(NO_COMMENTS),
    approve: refused(ONCE),
    adopt: refused(ONCE),
    reopen: refused(FIXED),
    sign: refused(FIXED),
    'put-in-force': refused('This version is in force already.'),
    supersede: { to: 'superseded' },
    withdraw: { to: 'withdrawn' },
  },
  superseded: {
    edit: refused(FIXED),
    consult: refused(FIXED),
    'end-consultation': refused(NO_COMMENTS),
    approve: refused(OVER),
    adopt: refused(OVER),
    reopen: refused(FIXED),
    sign: refused(OVER),
    'put-in-force': refused(FIXED),
    supersede: refused(OVER),
    withdraw: refused(OVER),
  },
  withdrawn: {
    edit: refused(FIXED),
    consult: refused(FIXED),
    'end-consultation': refused(NO_COMMENTS),
    approve: refused(OVER),
    adopt: refused(OVER),
    reopen: refused(FIXED),
    sign: refused(OVER),
    'put-in-force': refused(FIXED),
    supersede: refused(OVER),
    withdraw: refused('This version is withdrawn already.'),
  },
};

/** An act that the state of a version does not allow. The message is for the school. */
export class PolicyStepRefused extends Error {
  override readonly name = 'PolicyStepRefused';
  readonly state: PolicyState;
  readonly act: PolicyAct;

  constructor(state: PolicyState, act: PolicyAct, why: string) {
    super(why);
    this.state = state;
    this.act = act;
  }
}

/**
 * The state of a version after an act.
 * @throws PolicyStepRefused when the act cannot be done in this state
 */
export function nextState(state: PolicyState, act: PolicyAct): PolicyState {
  const step = STEPS[state][act];
  if ('refused' in step) throw new PolicyStepRefused(state, act, step.refused);
  return step.to;
}

/** Whether an act can be done in a state: what a page offers. */
export function canDo(state: PolicyState, act: PolicyAct): boolean {
  return 'to' in STEPS[state][act];
}

/** What people call each state. */
export const STATE_NAMES: Readonly<Record<PolicyState, string>> = {
  draft: 'Draft',
  consultation: 'Out for comment',
  approved: 'Approved, not yet adopted',
  adopted: 'Adopted, not yet in force',
  'in-force': 'In force',
  superseded: 'Replaced',
  withdrawn: 'Withdrawn',
};
