import type { Id } from '../../platform/ids.ts';

/** A volunteer: somebody who looks after groups, or an officer of the PTA. */
export type PersonId = Id<'volunteer'>;

export const VOLUNTEER_KINDS = ['moderator', 'pta'] as const;
export type VolunteerKind = (typeof VOLUNTEER_KINDS)[number];

/** Whose link or session it is. */
export interface Holder {
  readonly kind: VolunteerKind;
  readonly person: PersonId;
}

/** Where somebody stands with looking after a group: nobody is a moderator for the register until they said yes. */
export const ROLE_STATES = ['proposed', 'asked', 'accepted', 'declined'] as const;
export type RoleState = (typeof ROLE_STATES)[number];

/** Who named a moderator. */
export type ProposedBy = 'office' | 'moderator' | 'pta';

export const ROLE_ACTS = ['ask', 'accept', 'decline', 'confirm', 'stop'] as const;
export type RoleAct = (typeof ROLE_ACTS)[number];

/**
 * From each state, by each act, to which state; null where there is no way, "over" where the role ends. The office asks;
 * the volunteer alone says yes or no, carries on, or stops, at any time and without a reason.
 */
export const ROLE_TRANSITIONS: Readonly<
  Record<RoleState, Readonly<Record<RoleAct, RoleState | 'over' | null>>>
> = {
  proposed: { ask: 'asked', accept: null, decline: null, confirm: null, stop: 'over' },
  asked: { ask: 'asked', accept: 'accepted', decline: 'declined', confirm: null, stop: 'over' },
  accepted: { ask: null, accept: null, decline: null, confirm: 'accepted', stop: 'over' },
  declined: { ask: null, accept: null, decline: null, confirm: null, stop: null },
};

/** Where an act leads; null where there is no way. */
export function roleAfter(state: RoleState, act: RoleAct): RoleState | 'over' | null {
  return ROLE_TRANSITIONS[state][act];
}

/** What the desk calls each state. */
export const ROLE_STATE_TEXT: Readonly<Record<RoleState, string>> = {
  proposed: 'Proposed',
  asked: 'Asked, no answer yet',
  accepted: 'Said yes',
  declined: 'Said no',
};

/** What a volunteer knows when they say yes (S61, S62): shown before the question, never after. */
export const ROLE_WORDS = {
  may: [
    'Let people in, and take them out: that is your decision, never the school’s.',
    'Delete a message for everyone, or pause the group so that only admins can send.',
    'Remind people what the group is for.',
    'Ask the other moderator to step in, or ask the school for advice.',
  ],
  needNot: [
    'Read everything, or be there at night and at weekends.',
    'Decide who is right.',
    'Tell the school what is said in the group.',
    'Do what the school asks. The school may advise you. It cannot instruct you.',
  ],
} as const;
