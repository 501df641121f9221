import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  ANSWERS,
  account,
  answer,
  askReferral,
  askReview,
  conduct,
  contact,
  dayAfter,
  decide,
  decideNothing,
  decideReview,
  factsOf,
  opening,
  PEOPLE,
  request,
  type Step,
  wayTo,
  wrote,
} from '../../test/case-facts.ts';
import type { Deed } from './deeds.ts';
import { NOTHING_YET } from './facts.ts';
import { GUARD_NAMES } from './guard-names.ts';
import type { Outside } from './request.ts';
import { ask } from './rules.ts';
import { CASE_ACTS, CASE_STATES, type CaseAct, type CaseState } from './states.ts';
import { TRANSITIONS } from './transitions.ts';
import { HANDBELL, PARENT, type Person } from './visibility.ts';

const { handler, other, head, chair, governor } = PEOPLE;

const { data } = PEOPLE;
const REVIEW: readonly Step[] = [...wayTo('issue'), [handler, askReview()]];
const RETAINED: readonly Step[] = [...wayTo('close'), [HANDBELL, { act: 'retain' }]];

/** A case that stands at each state in the ordinary way. */
const AT: Readonly<Record<CaseState, readonly Step[]>> = {
  gathering: wayTo('record-account'),
  'parent-contact': wayTo('record-contact'),
  assessment: wayTo('answer'),
  decision: wayTo('hand-over'),
  'outcome-issued': wayTo('tell-affected'),
  'follow-up': wayTo('set-follow-up'),
  closed: wayTo('close'),
  review: REVIEW,
  reviewed: [...REVIEW, [chair, decideReview()]],
  retained: RETAINED,
  erased: [...RETAINED, [HANDBELL, { act: 'erase', holds: 0, early: 12 }]],
};

/** An example of each act that nothing stands in the way of but the state, and whose it is. */
const DEEDS: Readonly<Record<CaseAct, readonly [Person, Deed]>> = {
  open: [handler, opening()],
  'record-account': [handler, account()],
  'start-contact': [handler, { act: 'start-contact' }],
  'write-first-letter': [handler, { act: 'write-first-letter', replyBy: dayAfter(7) }],
  'record-contact': [handler, contact()],
  'start-assessment': [handler, { act: 'start-assessment' }],
  answer: [handler, answer('aim')],
  'hand-over': [handler, { act: 'hand-over' }],
  'send-back': [head, { act: 'send-back' }],
  decide: [head, decide()],
  'decide-nothing': [head, decideNothing],
  'withdraw-decision': [head, { act: 'withdraw-decision' }],
  countersign: [chair, { act: 'countersign' }],
  issue: [head, { act: 'issue' }],
  'tell-affected': [handler, { act: 'tell-affected', answer: 'told' }],
  'set-follow-up': [handler, { act: 'set-follow-up', day: dayAfter(20), latest: dayAfter(50) }],
  close: [handler, { act: 'close', words: 10, retention: 'outcome', keepUntil: dayAfter(2000) }],
  'declare-interest': [other, { act: 'declare-interest', successor: null }],
  'name-decider': [head, { act: 'name-decider', member: chair.member, suitable: true, vacant: false }],
  appoint: [handler, { act: 'appoint', member: other.member, suitable: true }],
  'choose-handling': [handler, conduct],
  'take-clear-step': [handler, { act: 'take-clear-step', step: 'listen', words: 12 }],
  'record-needs': [handler, { act: 'record-needs', of: 'subject', answer: 'none' }],
  'offer-support': [handler, { act: 'offer-support', answer: 'offered', words: 9 }],
  'ask-referral': [handler, askReferral()],
  'approve-referral': [head, { act: 'approve-referral' }],
  'decline-referral': [head, { act: 'decline-referral', words: 9 }],
  'make-referral': [handler, { act: 'make-referral', policeHold: false, toldParent: true }],
  'hold-for-police': [handler, { act: 'hold-for-police', words: 9 }],
  'release-police-hold': [handler, { act: 'release-police-hold', words: 9 }],
  'ask-lawyer': [head, { act: 'ask-lawyer', of: 'own', words: 9 }],
  'record-advice': [head, { act: 'record-advice' }],
  track: [handler, { act: 'track', instrument: 'meeting', stage: 'begun' }],
  'ask-review': [handler, askReview()],
  'name-reviewer': [handler, { act: 'name-reviewer', member: governor.member, suitable: true }],
  'decide-review': [chair, decideReview()],
  reopen: [handler, { act: 'reopen', words: 9, decider: head.member }],
  'parent-wrote': [PARENT, wrote()],
  'parent-asked': [PARENT, { act: 'parent-asked', what: 'talk', words: 9 }],
  retain: [data, { act: 'retain' }],
  erase: [data, { act: 'erase', holds: 0, early: 12 }],
};

/** What must have been done before, for acts that answer another. */
const BEFORE: Readonly<Partial<Record<CaseAct, readonly Step[]>>> = {
  'take-clear-step': [[handler, { act: 'choose-handling', handling: 'feedback', words: 9 }]],
  'approve-referral': [[handler, askReferral()]],
  'decline-referral': [[handler, askReferral()]],
  'make-referral': [
    [handler, askReferral()],
    [head, { act: 'approve-referral' }],
  ],
  'release-police-hold': [[handler, { act: 'hold-for-police', words: 9 }]],
  'record-advice': [[head, { act: 'ask-lawyer', of: 'own', words: 9 }]],
};

/** Acts on a decision need one, taken by an investigator where a second signature is asked for. */
function prepared(act: CaseAct, state: CaseState): readonly Step[] {
  const steps = AT[state];
  // Without a follow-up, only a case that came to nothing is closed.
  if (act === 'close' && state === 'reviewed') {
    const followed = wayTo('set-follow-up');
    return [...followed, [handler, askReview()], [chair, decideReview()]];
  }
  if (act === 'close' && state === 'outcome-issued') {
    return [
      ...AT['parent-contact'],
      [head, decideNothing],
      [head, { act: 'issue' }],
      [handler, { act: 'tell-affected', answer: 'nobody' }],
    ];
  }
  if (state !== 'decision') return steps;
  if (act === 'withdraw-decision' || act === 'issue') return [...steps, [head, decide()]];
  if (act !== 'countersign') return steps;
  return [...steps, [head, account()], [head, decide({ words: { reasons: 9, jump: 0, override: 9 } })]];
}

const OUTSIDE: Partial<Outside> = {
  letters: [
    { kind: 'warning', state: 'draft', replyBy: undefined },
    { kind: 'warning', state: 'given', replyBy: undefined },
    { kind: 'no-further-action', state: 'given', replyBy: undefined },
    { kind: 'review', state: 'given', replyBy: undefined },
  ],
};

const cells = CASE_ACTS.flatMap((act) => CASE_STATES.map((state) => ({ act, state })));

describe('the table of a case', () => {
  it.each(cells)('$act from $state', ({ act, state }) => {
    const [person, deed] = DEEDS[act];
    const steps = [...prepared(act, state), ...(BEFORE[act] ?? [])];
    expect(factsOf(steps).state).toBe(state);
    const answered = ask(request(steps, person, deed, OUTSIDE));
    const { from, to } = TRANSITIONS[act];
    if (from !== 'nothing' && from.includes(state)) {
      expect(answered).toEqual({ ok: true, state: to === 'same' ? state : to });
    } else {
      expect(answered).toEqual({ ok: false, refusals: [{ code: 'wrong-state', state }] });
    }
  });

  it('opens a case from nothing, and does nothing else to nothing', () => {
    for (const act of CASE_ACTS) {
      const [person, deed] = DEEDS[act];
      const answered = ask({ ...request([], person, deed), facts: NOTHING_YET });
      expect(answered.ok).toBe(act === 'open');
    }
  });

  it('has a way from every state to an erased record', () => {
    const reaches = new Set<CaseState>(['erased']);
    for (let round = 0; round < CASE_STATES.length; round += 1) {
      for (const { from, to } of Object.values(TRANSITIONS)) {
        if (from === 'nothing' || to === 'same' || !reaches.has(to)) continue;
        for (const state of from) reaches.add(state);
      }
    }
    expect([...reaches].sort()).toEqual([...CASE_STATES].sort());
  });

  it('replays the ordinary way to the state that each step led to', () => {
    const way = wayTo('close');
    way.forEach(([, deed], index) => {
      const { to } = TRANSITIONS[deed.act];
      const state = factsOf(way.slice(0, index + 1)).state;
      if (to !== 'same') expect(state).toBe(to);
    });
    expect(ANSWERS.length).toBeGreaterThan(5);
  });
});

describe('the conditions of the table', () => {
  it('are each asked by some act', () => {
    const asked = new Set(Object.values(TRANSITIONS).flatMap(({ needs }) => needs));
    expect(GUARD_NAMES.filter((name) => !asked.has(name))).toEqual([]);
  });
  it('refuse each with a code that a direct test expects', () => {
    const here = new URL('.', import.meta.url);
    const source = readFileSync(new URL('refusals.ts', here), 'utf8');
    const carries = /interface Carries \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
    const codes = [...carries.matchAll(/^ {2}'?([a-z-]+)'?:/gm)].map(([, code = '']) => code);
    const tests = readdirSync(here)
      .filter((name) => name.endsWith('guards.test.ts'))
      .map((name) => readFileSync(new URL(name, here), 'utf8'))
      .join('\n');
    expect(codes.length).toBeGreaterThan(60);
    expect(codes.filter((code) => !tests.includes(`'${code}'`))).toEqual([]);
  });
});
