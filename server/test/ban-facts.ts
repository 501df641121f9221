import type { Person } from '../src/cases/visibility.ts';
import { limitsOn } from '../src/sanctions/ban/clock.ts';
import type { BanDeed } from '../src/sanctions/ban/deeds.ts';
import { after, type BanFacts, NO_BAN } from '../src/sanctions/ban/facts.ts';
import type { BanOutside } from '../src/sanctions/ban/guards.ts';
import { type BanPlan, planSchema } from '../src/sanctions/ban/plan.ts';
import { askBan } from '../src/sanctions/ban/rules.ts';
import type { BanAct } from '../src/sanctions/ban/states.ts';
import { dayAfter, factsOf, OUTSIDE, PEOPLE, TODAY, wayTo } from './case-facts.ts';

/** A school that has written no terms down counts Monday to Friday. */
export const LIMITS = limitsOn({ terms: [], closed: [] }, TODAY);

const said = 'Something that was written in a whole sentence of more than six words.';
const all = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, said]));

/** A plan with every part written. */
export const PLAN: BanPlan = planSchema.parse({
  risk: { kinds: ['staff-threatened', 'online-only'], facts: said },
  scope: all('places', 'times', 'exceptions'),
  child: all('collection', 'meetings', 'reports', 'medical', 'emergencies', 'events'),
  fairness: all('alternatives', 'equality', 'told'),
});

/** Everything in order: a case at its decision under a policy with the power, the parent heard, a letter that is fit. */
export const IN_ORDER: BanOutside = {
  case: factsOf(wayTo('hand-over')),
  caseOutside: OUTSIDE,
  plan: PLAN,
  limits: LIMITS,
  letter: { fit: true },
  served: true,
  reviewer: PEOPLE.chair,
};

/** One likely deed of each act. */
export const DEEDS: Readonly<Record<BanAct, BanDeed>> = {
  consider: { act: 'consider' },
  plan: { act: 'plan', part: 'risk' },
  drop: { act: 'drop', words: 10 },
  'give-notice': { act: 'give-notice', answerBy: LIMITS.windowFrom },
  'impose-provisionally': {
    act: 'impose-provisionally',
    from: TODAY,
    answerBy: LIMITS.windowFrom,
    lapsesOn: LIMITS.lapseUntil,
    words: 10,
  },
  'record-representation': { act: 'record-representation', how: 'writing', words: 10 },
  'answer-representation': { act: 'answer-representation', which: 0, words: 10 },
  confirm: {
    act: 'confirm',
    from: TODAY,
    until: dayAfter(60),
    reviewOn: dayAfter(40),
    varied: false,
    words: 10,
  },
  refuse: { act: 'refuse', words: 10 },
  'invite-review': { act: 'invite-review', reviewer: PEOPLE.chair.member, commentsBy: LIMITS.commentsFrom },
  extend: { act: 'extend', until: dayAfter(90), reviewOn: dayAfter(60), words: 10 },
  lift: { act: 'lift', words: 10 },
  'log-breach': { act: 'log-breach', day: TODAY, words: 10 },
  hold: { act: 'hold', why: 'complaint', words: 10 },
  release: { act: 'release', words: 10 },
  lapse: { act: 'lapse' },
  expire: { act: 'expire' },
};

/** What some acts add up to; nothing is asked of the table. */
export function banAfter(...acts: readonly BanAct[]): BanFacts {
  return acts.reduce(
    (facts, act) => after(facts, { deed: DEEDS[act], by: PEOPLE.head.member, on: TODAY }),
    NO_BAN,
  );
}

/** A ban in each of its states. */
export const IN_STATE = {
  considered: banAfter('consider'),
  'notice-of-intent': banAfter('consider', 'give-notice', 'record-representation', 'answer-representation'),
  provisional: banAfter('consider', 'impose-provisionally', 'record-representation', 'answer-representation'),
  active: banAfter('consider', 'give-notice', 'confirm'),
  'not-imposed': banAfter('consider', 'drop'),
  lapsed: banAfter('consider', 'impose-provisionally', 'lapse'),
  lifted: banAfter('consider', 'give-notice', 'confirm', 'lift'),
  expired: banAfter('consider', 'give-notice', 'confirm', 'expire'),
} as const;

/** Asks the table as the Head, who decides the case, unless said otherwise; "clock" is what happens by itself. */
export function tryBan(
  facts: BanFacts,
  deed: BanDeed,
  outside: Partial<BanOutside> = {},
  person: Person | 'clock' = PEOPLE.head,
) {
  return askBan({
    person: person === 'clock' ? undefined : person,
    deed,
    facts,
    outside: { ...IN_ORDER, ...outside },
  });
}

/** The codes of what is refused; none when the act may be done. */
export function refusedCodes(...asked: Parameters<typeof tryBan>): readonly string[] {
  const answer = tryBan(...asked);
  return answer.ok ? [] : answer.refusals.map(({ code }) => code);
}
