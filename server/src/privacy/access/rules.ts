import type { Temporal } from 'temporal-polyfill';
import type { MemberId } from '../../platform/ids.ts';

/** Where a request for somebody's own data stands. */
export const REQUEST_STATES = ['open', 'prepared', 'checked', 'sent', 'ended'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const REQUEST_ACTS = [
  'pause',
  'resume',
  'extend',
  'work',
  'prepare',
  'send-back',
  'check',
  'send',
  'end',
] as const;
export type RequestAct = (typeof REQUEST_ACTS)[number];

/** How it came: any way counts, and none needs a form or a reason (UK GDPR Article 15). */
export const CHANNELS = ['letter', 'mail', 'spoken', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Why a request ends without a pack. */
export const ENDINGS = ['withdrawn', 'refused'] as const;
export type Ending = (typeof ENDINGS)[number];

/** From each state, by each act, to which state; null where there is no way. Nothing goes unchecked. */
const TRANSITIONS: Readonly<Record<RequestState, Readonly<Record<RequestAct, RequestState | null>>>> = {
  open: {
    pause: 'open',
    resume: 'open',
    extend: 'open',
    work: 'open',
    prepare: 'prepared',
    'send-back': null,
    check: null,
    send: null,
    end: 'ended',
  },
  prepared: {
    pause: null,
    resume: null,
    extend: null,
    work: null,
    prepare: null,
    'send-back': 'open',
    check: 'checked',
    send: null,
    end: 'ended',
  },
  checked: {
    pause: null,
    resume: null,
    extend: null,
    work: null,
    prepare: null,
    'send-back': 'open',
    check: null,
    send: 'sent',
    end: 'ended',
  },
  sent: nowhere(),
  ended: nowhere(),
};

function nowhere(): Readonly<Record<RequestAct, null>> {
  return {
    pause: null,
    resume: null,
    extend: null,
    work: null,
    prepare: null,
    'send-back': null,
    check: null,
    send: null,
    end: null,
  };
}

/** What of a request decides which act it takes. */
export interface RequestFacts {
  readonly state: RequestState;
  readonly paused: boolean;
  readonly extended: boolean;
  readonly preparedBy: MemberId | undefined;
  readonly checker: MemberId | undefined;
  /** Records found of which nobody has said whether they are in the pack. */
  readonly undecided: number;
  /** Passages about somebody else without the answer whether they may be shown. */
  readonly untested: number;
}

/** Why an act cannot be done now. */
export type RequestObstacle =
  | 'moved-on'
  | 'paused'
  | 'not-paused'
  | 'extended'
  | 'undecided'
  | 'untested'
  | 'same-person'
  | 'not-asked';

export const OBSTACLE_TEXT: Readonly<Record<RequestObstacle, string>> = {
  'moved-on': 'This request has moved on since you opened the page. Nothing was changed.',
  paused: 'The clock stands still: note that they answered first.',
  'not-paused': 'The clock is running already.',
  extended: 'This request has its two more months already.',
  undecided: 'Say of every record found whether it is in the pack.',
  untested: 'Say of every passage about somebody else whether it may be shown.',
  'same-person': 'Choose somebody else to check the pack: not the person who made it.',
  'not-asked': 'Somebody else was asked to check this pack.',
};

/** What stands in the way of an act, if anything does. */
export function obstacleOf(
  facts: RequestFacts,
  act: RequestAct,
  member: MemberId,
): RequestObstacle | undefined {
  if (TRANSITIONS[facts.state][act] === null) return 'moved-on';
  switch (act) {
    case 'pause':
      return facts.paused ? 'paused' : undefined;
    case 'resume':
      return facts.paused ? undefined : 'not-paused';
    case 'extend':
      return facts.extended ? 'extended' : undefined;
    case 'prepare':
      if (facts.paused) return 'paused';
      if (facts.undecided > 0) return 'undecided';
      if (facts.untested > 0) return 'untested';
      return facts.checker === undefined || facts.checker === member ? 'same-person' : undefined;
    case 'check':
      if (facts.preparedBy === member) return 'same-person';
      return facts.checker === member ? undefined : 'not-asked';
    default:
      return undefined;
  }
}

/** Where an act leads from a state; null where there is no way. */
export function requestAfter(state: RequestState, act: RequestAct): RequestState | null {
  return TRANSITIONS[state][act];
}

/** Why the clock stands still. */
export const PAUSE_REASONS = ['identity', 'clarification'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** A time in which the clock stood still; it stands still now where it has no end. */
export interface Pause {
  readonly reason: PauseReason;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate | undefined;
}

export const REQUEST_STATE_TEXT: Readonly<Record<RequestState, string>> = {
  open: 'Being worked on',
  prepared: 'Waiting to be checked',
  checked: 'Ready to send',
  sent: 'Sent',
  ended: 'Ended without a pack',
};

export const CHANNEL_TEXT: Readonly<Record<Channel, string>> = {
  letter: 'By letter',
  mail: 'By email',
  spoken: 'In words: at the desk or by phone',
  other: 'In another way',
};

export const PAUSE_TEXT: Readonly<Record<PauseReason, string>> = {
  identity: 'We asked them to show who they are',
  clarification: 'We asked what they want',
};

export const ENDING_TEXT: Readonly<Record<Ending, string>> = {
  withdrawn: 'They took it back',
  refused: 'We refused it, and told them why and where they can complain',
};
