import { Temporal } from 'temporal-polyfill';
import type { Id } from '../../platform/ids.ts';
import type { AdultId } from '../../roster/adult.ts';

export type InvitationId = Id<'invitation'>;

/** Somebody was asked; they asked for no more mail; or the office took their link back. */
export const INVITATION_STATES = ['asked', 'stopped', 'revoked'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export const INVITATION_ACTS = ['stop', 'resume', 'revoke', 'renew'] as const;
export type InvitationAct = (typeof INVITATION_ACTS)[number];

/** An act that does not fit where an invitation stands. The message is for the office. */
export class InvitationStepRefused extends Error {
  override readonly name = 'InvitationStepRefused';
}

const STOPPED = 'They asked for no more mail. Only they can change that, by their own link.';
const REVOKED = 'This link was taken back.';

type Step = { readonly to: InvitationState } | { readonly refused: string };
const STEPS: Readonly<Record<InvitationState, Readonly<Record<InvitationAct, Step>>>> = {
  asked: {
    stop: { to: 'stopped' },
    resume: { to: 'asked' },
    revoke: { to: 'revoked' },
    renew: { refused: 'Their link works. Take it back first.' },
  },
  stopped: {
    stop: { to: 'stopped' },
    resume: { to: 'asked' },
    revoke: { refused: STOPPED },
    renew: { refused: STOPPED },
  },
  revoked: {
    stop: { refused: REVOKED },
    resume: { refused: REVOKED },
    revoke: { to: 'revoked' },
    renew: { to: 'asked' },
  },
};

/**
 * Where an invitation stands after an act.
 * @throws InvitationStepRefused when the act does not fit
 */
export function invitationAfter(state: InvitationState, act: InvitationAct): InvitationState {
  const step = STEPS[state][act];
  if ('refused' in step) throw new InvitationStepRefused(step.refused);
  return step.to;
}

/** How often a school reminds, unless it says otherwise. */
export const DEFAULT_REMINDERS = 2;
export const DEFAULT_EVERY_DAYS = 5;
export const MOST_REMINDERS = 5;

/** What is known of an adult on the roll when it is decided whether to write to them. */
export interface Reachable {
  readonly id: AdultId;
  /** Empty when the school has no address. */
  readonly email: string;
}

/** An invitation as far as the decision needs it. */
export interface Asked {
  readonly id: InvitationId;
  readonly adult: AdultId;
  readonly state: InvitationState;
  readonly reminders: number;
  readonly remindOn: Temporal.PlainDate;
  /** Whether it was for a version whose agreements stand for the one in force. */
  readonly stands: boolean;
}

/** Everything from which it follows who is written to. */
export interface AskingFacts {
  readonly adults: readonly Reachable[];
  /** Adults whose agreement stands for the version in force. */
  readonly agreed: ReadonlySet<AdultId>;
  /** Adults who said no, or asked to talk first, since the last material change. */
  readonly answered: ReadonlySet<AdultId>;
  readonly invitations: readonly Asked[];
}

/**
 * Who is asked for the first time: everybody on the roll with an address who has not agreed, not answered otherwise and
 * not been asked since the last material change (peers 63: a corrected comma asks nobody again). Whoever once asked for
 * no more mail gets none, for any version. New joiners are among them by themselves.
 */
export function whoToAsk({ adults, agreed, answered, invitations }: AskingFacts): readonly AdultId[] {
  const known = new Set(
    invitations.filter(({ stands, state }) => stands || state === 'stopped').map(({ adult }) => adult),
  );
  return adults
    .filter(({ id, email }) => email !== '' && !known.has(id) && !agreed.has(id) && !answered.has(id))
    .map(({ id }) => id);
}

/**
 * Who is reminded today: those asked who have given no answer of any kind, whose day has come, and who were not reminded
 * as often as the school allows.
 */
export function whoToRemind(
  { adults, agreed, answered, invitations }: AskingFacts,
  most: number,
  today: Temporal.PlainDate,
): readonly Asked[] {
  const reachable = new Set(adults.filter(({ email }) => email !== '').map(({ id }) => id));
  return invitations.filter(
    ({ adult, state, reminders, remindOn, stands }) =>
      stands &&
      state === 'asked' &&
      reminders < most &&
      Temporal.PlainDate.compare(remindOn, today) <= 0 &&
      reachable.has(adult) &&
      !agreed.has(adult) &&
      !answered.has(adult),
  );
}
