/**
 * The life of one version of a policy: written down, adopted by the Board, signed, in force, then replaced or taken
 * back. Rule 38: in force only after adoption and signatures.
 */
export const POLICY_STATES = ['draft', 'adopted', 'in-force', 'superseded', 'withdrawn'] as const;
export type PolicyState = (typeof POLICY_STATES)[number];

/** What can be done to a version. */
export const POLICY_ACTS = [
  'edit',
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

const DRAFT_FIRST = 'This version is still a draft. The Board has to adopt it first.';
const ADOPTED = 'This version is adopted, so its words are fixed. Take it back to a draft first.';
const ONCE = 'This version is adopted already.';
const FIXED = 'This version has been in force, so it stays as it is. Make a new version instead.';
const OVER = 'This version is not in force any more.';

const refused = (why: string): Step => ({ refused: why });

const STEPS: Readonly<Record<PolicyState, Readonly<Record<PolicyAct, Step>>>> = {
  draft: {
    edit: { to: 'draft' },
    adopt: { to: 'adopted' },
    reopen: refused('This version is a draft already.'),
    sign: refused(DRAFT_FIRST),
    'put-in-force': refused(DRAFT_FIRST),
    supersede: refused(DRAFT_FIRST),
    withdraw: refused('This version is not in force yet. Delete the draft instead.'),
  },
  adopted: {
    edit: refused(ADOPTED),
    adopt: refused(ONCE),
    reopen: { to: 'draft' },
    sign: { to: 'adopted' },
    'put-in-force': { to: 'in-force' },
    supersede: refused('This version is not in force yet.'),
    withdraw: refused('This version is not in force yet. Take it back to a draft instead.'),
  },
  'in-force': {
    edit: refused(FIXED),
    adopt: refused(ONCE),
    reopen: refused(FIXED),
    sign: refused(FIXED),
    'put-in-force': refused('This version is in force already.'),
    supersede: { to: 'superseded' },
    withdraw: { to: 'withdrawn' },
  },
  superseded: {
    edit: refused(FIXED),
    adopt: refused(OVER),
    reopen: refused(FIXED),
    sign: refused(OVER),
    'put-in-force': refused(FIXED),
    supersede: refused(OVER),
    withdraw: refused(OVER),
  },
  withdrawn: {
    edit: refused(FIXED),
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
  adopted: 'Adopted, not yet in force',
  'in-force': 'In force',
  superseded: 'Replaced',
  withdrawn: 'Withdrawn',
};
