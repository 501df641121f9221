import type { TagKind } from '../../ui/index.ts';

/** Where a site ban stands (domain 2.8). The last four are ends. */
export const BAN_STATES = [
  'considered',
  'notice-of-intent',
  'provisional',
  'active',
  'not-imposed',
  'lapsed',
  'lifted',
  'expired',
] as const;
export type BanState = (typeof BAN_STATES)[number];

/** What can be done with a ban. `lapse` and `expire` happen by themselves; nobody may do them. */
export const BAN_ACTS = [
  'consider',
  'plan',
  'drop',
  'give-notice',
  'impose-provisionally',
  'record-representation',
  'answer-representation',
  'confirm',
  'refuse',
  'invite-review',
  'extend',
  'lift',
  'log-breach',
  'hold',
  'release',
  'lapse',
  'expire',
] as const;
export type BanAct = (typeof BAN_ACTS)[number];

/** Whose act it is. */
export type BanPart = 'listener' | 'worker-or-decider' | 'decider' | 'reviewer' | 'gate' | 'clock';

/** The conditions an act may have; each is a function in `guards.ts`. */
export const BAN_GUARDS = [
  'policy-has-it',
  'case-open-to-it',
  'not-on-hold',
  'contact-free',
  'plan-complete',
  'risk-on-site',
  'parent-heard',
  'window-long-enough',
  'lapse-in-time',
  'urgent',
  'window-over',
  'all-answered',
  'reasons-given',
  'ends',
  'review-in-time',
  'letter-ready',
  'reviewer-fresh',
  'review-invited',
  'invitation-in-time',
  'words-given',
  'on-hold',
  'over',
] as const;
export type BanGuard = (typeof BAN_GUARDS)[number];

export interface BanTransition {
  readonly from: 'nothing' | readonly BanState[];
  readonly to: BanState | 'same';
  readonly part: BanPart;
  readonly needs: readonly BanGuard[];
}

const PROPOSED: readonly BanState[] = ['notice-of-intent', 'provisional'];
const LIVE: readonly BanState[] = ['considered', ...PROPOSED, 'active'];

/** Every act on a ban: from where, to where, whose, and what must be so first (rules 1-8, 11). */
export const BAN_TRANSITIONS: Readonly<Record<BanAct, BanTransition>> = {
  consider: {
    from: 'nothing',
    to: 'considered',
    part: 'worker-or-decider',
    needs: ['policy-has-it', 'case-open-to-it'],
  },
  plan: { from: ['considered', ...PROPOSED], to: 'same', part: 'worker-or-decider', needs: [] },
  drop: { from: ['considered'], to: 'not-imposed', part: 'decider', needs: ['reasons-given'] },
  'give-notice': {
    from: ['considered'],
    to: 'notice-of-intent',
    part: 'decider',
    needs: [
      'not-on-hold',
      'contact-free',
      'plan-complete',
      'risk-on-site',
      'parent-heard',
      'window-long-enough',
      'letter-ready',
    ],
  },
  'impose-provisionally': {
    from: ['considered'],
    to: 'provisional',
    part: 'decider',
    needs: [
      'not-on-hold',
      'contact-free',
      'plan-complete',
      'risk-on-site',
      'urgent',
      'window-long-enough',
      'lapse-in-time',
      'letter-ready',
    ],
  },
  // What the parent says counts, however short it is.
  'record-representation': {
    from: [...PROPOSED, 'active'],
    to: 'same',
    part: 'listener',
    needs: [],
  },
  'answer-representation': {
    from: [...PROPOSED, 'active'],
    to: 'same',
    part: 'decider',
    needs: ['words-given'],
  },
  confirm: {
    from: PROPOSED,
    to: 'active',
    part: 'decider',
    needs: [
      'not-on-hold',
      'contact-free',
      'plan-complete',
      'risk-on-site',
      'window-over',
      'all-answered',
      'reasons-given',
      'ends',
      'review-in-time',
      'letter-ready',
    ],
  },
  refuse: {
    from: PROPOSED,
    to: 'not-imposed',
    part: 'decider',
    needs: ['contact-free', 'reasons-given', 'letter-ready'],
  },
  'invite-review': {
    from: ['active'],
    to: 'same',
    part: 'worker-or-decider',
    needs: ['contact-free', 'reviewer-fresh', 'invitation-in-time', 'letter-ready'],
  },
  extend: {
    from: ['active'],
    to: 'same',
    part: 'reviewer',
    needs: [
      'not-on-hold',
      'contact-free',
      'review-invited',
      'reasons-given',
      'ends',
      'review-in-time',
      'letter-ready',
    ],
  },
  // No hold keeps anybody banned: it is lifted at once, and the letter about it is given when the hold ends.
  lift: { from: ['active'], to: 'lifted', part: 'reviewer', needs: ['reasons-given', 'letter-ready'] },
  'log-breach': { from: ['provisional', 'active'], to: 'same', part: 'gate', needs: ['words-given'] },
  hold: { from: LIVE, to: 'same', part: 'worker-or-decider', needs: ['not-on-hold', 'words-given'] },
  release: { from: LIVE, to: 'same', part: 'worker-or-decider', needs: ['on-hold', 'words-given'] },
  lapse: { from: ['provisional'], to: 'lapsed', part: 'clock', needs: ['over'] },
  expire: { from: ['active'], to: 'expired', part: 'clock', needs: ['over'] },
};

/** How pages name each state, with the tag's shape and colour. */
export const BAN_STATE_TEXT: Readonly<Record<BanState, { readonly name: string; readonly kind: TagKind }>> = {
  considered: { name: 'Being considered', kind: 'new' },
  'notice-of-intent': { name: 'Notice given, not in force', kind: 'waiting' },
  provisional: { name: 'In force for now, not confirmed', kind: 'urgent' },
  active: { name: 'In force', kind: 'inForce' },
  'not-imposed': { name: 'Not imposed', kind: 'ended' },
  lapsed: { name: 'Lapsed by itself', kind: 'ended' },
  lifted: { name: 'Lifted', kind: 'ended' },
  expired: { name: 'Ended on its day', kind: 'ended' },
};
