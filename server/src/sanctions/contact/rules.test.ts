import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../test/ban-facts.ts';
import { dayAfter, TODAY } from '../../../test/case-facts.ts';
import {
  askContactPlan,
  type ContactOutside,
  type ContactRefusal,
  contactRefusalText,
  planStandingOn,
} from './rules.ts';
import { CONTACT_PLAN_ACTS, CONTACT_PLAN_STATES, CONTACT_PLAN_TRANSITIONS } from './states.ts';

const IN_ORDER: ContactOutside = {
  terms: { facts: 'a', childContacts: 'b', route: 'c', frequency: 'd', reasons: 'e' },
  days: { from: TODAY, until: dayAfter(60), reviewOn: dayAfter(40) },
  limits: LIMITS,
  decides: true,
  works: true,
  hold: undefined,
  heard: true,
  letter: { fit: true },
};

const codes = (change: Partial<ContactOutside>) => {
  const answer = askContactPlan('draft', 'issue', { ...IN_ORDER, ...change });
  return answer.ok ? [] : answer.refusals.map(({ code }) => code);
};

describe('the table of a communication plan', () => {
  const cells = CONTACT_PLAN_STATES.flatMap((state) =>
    CONTACT_PLAN_ACTS.flatMap((act) => (act === 'run-out' ? [] : [[state, act] as const])),
  );
  it.each(cells)('from %s by %s', (state, act) => {
    const to = CONTACT_PLAN_TRANSITIONS[state][act];
    expect(askContactPlan(state, act, IN_ORDER)).toEqual(
      to === null ? { ok: false, refusals: [{ code: 'wrong-state' }] } : { ok: true, state: to },
    );
  });
  it.each(['issue', 'lift', 'drop'] as const)('%s is the decider’s alone', (act) => {
    const from = act === 'lift' ? 'active' : 'draft';
    const answer = askContactPlan(from, act, { ...IN_ORDER, decides: false });
    expect(answer).toEqual({ ok: false, refusals: [{ code: 'not-yours' }] });
  });
});

describe('a plan does not go out', () => {
  it.each<readonly [string, Partial<ContactOutside>, ContactRefusal['code']]>([
    ['while the safeguarding lead holds the matter', { hold: 'held' }, 'held'],
    ['while the police hold it', { hold: 'police-held' }, 'police-held'],
    ['before the parent was heard (rule 7)', { heard: false }, 'parent-not-heard'],
    ['with a part open', { terms: { ...IN_ORDER.terms, childContacts: ' ' } }, 'terms-open'],
    ['without its letter', { letter: undefined }, 'letter-missing'],
    ['with a letter that is not fit', { letter: { fit: false } }, 'letter-unfit'],
    ['without days', { days: undefined }, 'end-wrong'],
    [
      'without an end (rule 43)',
      { days: { from: TODAY, until: TODAY, reviewOn: dayAfter(40) } },
      'end-wrong',
    ],
    [
      'without a review within a term',
      { days: { from: TODAY, until: dayAfter(300), reviewOn: dayAfter(200) } },
      'review-late',
    ],
  ])('%s', (_why, change, code) => {
    expect(codes(change)).toContain(code);
  });
});

describe('a plan ends by itself', () => {
  it('the day after its last day, whether or not a job has run', () => {
    const plan = { state: 'active' as const, until: TODAY };
    expect(planStandingOn(plan, TODAY)).toBe('active');
    expect(planStandingOn(plan, dayAfter(1))).toBe('ended');
    expect(planStandingOn({ ...plan, state: 'draft' }, dayAfter(1))).toBe('draft');
  });
});

describe('a refusal', () => {
  it('is told in plain words, with the day where one counts', () => {
    expect(contactRefusalText({ code: 'review-late', until: TODAY })).toContain('Tuesday 9 March 2027');
    expect(contactRefusalText({ code: 'parent-not-heard' })).toContain('Hear the parent first');
  });
});
