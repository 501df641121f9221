import { Temporal } from 'temporal-polyfill';
import type { MemberId } from '../../platform/ids.ts';
import type { BanDeed, BanEvent, Hold } from './deeds.ts';
import { BAN_TRANSITIONS, type BanState } from './states.ts';

/** A representation of the parent, with whether the decider has answered it. */
export interface RepresentationFacts {
  readonly on: Temporal.PlainDate;
  readonly answered: boolean;
}

/** Everything the rules need to know of a ban: what its chronology adds up to. */
export interface BanFacts {
  /** Unset before it is considered. */
  readonly state: BanState | undefined;
  /** By when the parent can say what they think of it. */
  readonly answerBy: Temporal.PlainDate | undefined;
  readonly noticeOn: Temporal.PlainDate | undefined;
  readonly from: Temporal.PlainDate | undefined;
  readonly until: Temporal.PlainDate | undefined;
  readonly lapsesOn: Temporal.PlainDate | undefined;
  readonly reviewOn: Temporal.PlainDate | undefined;
  readonly representations: readonly RepresentationFacts[];
  /** Everybody who decided on it: none of them reviews it (rule 11). */
  readonly deciders: readonly MemberId[];
  readonly review: { readonly reviewer: MemberId; readonly commentsBy: Temporal.PlainDate } | undefined;
  readonly hold: Hold | undefined;
  readonly breaches: number;
}

export const NO_BAN: BanFacts = {
  state: undefined,
  answerBy: undefined,
  noticeOn: undefined,
  from: undefined,
  until: undefined,
  lapsesOn: undefined,
  reviewOn: undefined,
  representations: [],
  deciders: [],
  review: undefined,
  hold: undefined,
  breaches: 0,
};

/** What one deed changes, apart from the state and who decided. */
function change(facts: BanFacts, deed: BanDeed, on: Temporal.PlainDate): Partial<BanFacts> {
  switch (deed.act) {
    case 'give-notice':
      return { answerBy: deed.answerBy, noticeOn: on };
    case 'impose-provisionally': {
      const { from, lapsesOn, answerBy } = deed;
      return { from, lapsesOn, answerBy, noticeOn: on };
    }
    case 'record-representation':
      return { representations: [...facts.representations, { on, answered: false }] };
    case 'answer-representation':
      return {
        representations: facts.representations.map((each, index) =>
          index === deed.which ? { ...each, answered: true } : each,
        ),
      };
    case 'confirm': {
      const { from, until, reviewOn } = deed;
      return { from, until, reviewOn, lapsesOn: undefined };
    }
    case 'invite-review':
      return { review: { reviewer: deed.reviewer, commentsBy: deed.commentsBy } };
    case 'extend':
      return { until: deed.until, reviewOn: deed.reviewOn, review: undefined };
    case 'hold':
      return { hold: deed.why };
    case 'release':
      return { hold: undefined };
    case 'log-breach':
      return { breaches: facts.breaches + 1 };
    case 'consider':
    case 'plan':
    case 'drop':
    case 'refuse':
    case 'lift':
    case 'lapse':
    case 'expire':
      return {};
  }
}

const DECIDES: ReadonlySet<BanDeed['act']> = new Set([
  'give-notice',
  'impose-provisionally',
  'confirm',
  'extend',
]);

/** The facts after one more entry. The state moves as the table says, and in no other way. */
export function after(facts: BanFacts, { deed, by, on }: BanEvent): BanFacts {
  const { to } = BAN_TRANSITIONS[deed.act];
  const decided = by !== undefined && DECIDES.has(deed.act) && !facts.deciders.includes(by);
  return {
    ...facts,
    ...change(facts, deed, on),
    state: to === 'same' ? facts.state : to,
    deciders: decided ? [...facts.deciders, by] : facts.deciders,
  };
}

/** What a chronology adds up to. */
export function replay(events: readonly BanEvent[]): BanFacts {
  return events.reduce(after, NO_BAN);
}

/** The days of a ban that decide what holds. */
export interface BanDays {
  readonly state: BanState | undefined;
  readonly until: Temporal.PlainDate | undefined;
  readonly lapsesOn: Temporal.PlainDate | undefined;
}

/**
 * How a ban stands on a day: a provisional one that was not confirmed has lapsed the day after its last day, and a
 * confirmed one has ended, whether or not anything has written that down yet (rule 2).
 */
export function standingOn(
  { state, until, lapsesOn }: BanDays,
  day: Temporal.PlainDate,
): BanState | undefined {
  const past = (last: Temporal.PlainDate | undefined) =>
    last !== undefined && Temporal.PlainDate.compare(last, day) < 0;
  if (state === 'provisional' && past(lapsesOn)) return 'lapsed';
  if (state === 'active' && past(until)) return 'expired';
  return state;
}
