import type { TagKind } from '../../ui/index.ts';

/** Where a communication plan stands. It is no site ban, and limits no more than how to reach the school (rule 6). */
export const CONTACT_PLAN_STATES = ['draft', 'active', 'ended'] as const;
export type ContactPlanState = (typeof CONTACT_PLAN_STATES)[number];

export type ContactPlanEnd = 'by-itself' | 'lifted' | 'dropped';

export const CONTACT_PLAN_ACTS = ['change', 'issue', 'review', 'lift', 'drop', 'run-out'] as const;
export type ContactPlanAct = (typeof CONTACT_PLAN_ACTS)[number];

/** From each state, by each act, to which state; null where there is no way. */
export const CONTACT_PLAN_TRANSITIONS: Readonly<
  Record<ContactPlanState, Readonly<Record<ContactPlanAct, ContactPlanState | null>>>
> = {
  draft: { change: 'draft', issue: 'active', review: null, lift: null, drop: 'ended', 'run-out': null },
  active: { change: null, issue: null, review: 'active', lift: 'ended', drop: null, 'run-out': 'ended' },
  ended: { change: null, issue: null, review: null, lift: null, drop: null, 'run-out': null },
};

/** Where an act leads; null where there is no way. */
export function contactPlanAfter(state: ContactPlanState, act: ContactPlanAct): ContactPlanState | null {
  return CONTACT_PLAN_TRANSITIONS[state][act];
}

export const CONTACT_PLAN_STATE_TEXT: Readonly<
  Record<ContactPlanState, { readonly name: string; readonly kind: TagKind }>
> = {
  draft: { name: 'Being written', kind: 'new' },
  active: { name: 'In force', kind: 'inForce' },
  ended: { name: 'Ended', kind: 'ended' },
};
