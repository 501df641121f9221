import { describe, expect, it } from 'vitest';
import {
  ANSWERS,
  account,
  answer,
  contact,
  dayAfter,
  decide,
  decideNothing,
  factsOf,
  opening,
  PEOPLE,
  request,
  type Step,
  wayTo,
} from '../../test/case-facts.ts';
import type { Deed } from './deeds.ts';
import { NOTHING_YET } from './facts.ts';
import type { Outside } from './guards.ts';
import { ask } from './rules.ts';
import { CASE_ACTS, CASE_STATES, type CaseAct, type CaseState, TRANSITIONS } from './states.ts';
import type { Person } from './visibility.ts';

const { handler, other, head, chair } = PEOPLE;

/** A case that stands at each state in the ordinary way. */
const AT: Readonly<Record<CaseState, readonly Step[]>> = {
  gathering: wayTo('record-account'),
  'parent-contact': wayTo('record-contact'),
  assessment: wayTo('answer'),
  decision: wayTo('hand-over'),
  'outcome-issued': wayTo('tell-affected'),
  'follow-up': wayTo('set-follow-up'),
  closed: wayTo('close'),
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
};

/** Acts on a decision need one, taken by an investigator where a second signature is asked for. */
function prepared(act: CaseAct, state: CaseState): readonly Step[] {
  const steps = AT[state];
  // Without a follow-up, only a case that came to nothing is closed.
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
  ],
};

const cells = CASE_ACTS.flatMap((act) => CASE_STATES.map((state) => ({ act, state })));

describe('the table of a case', () => {
  it.each(cells)('$act from $state', ({ act, state }) => {
    const [person, deed] = DEEDS[act];
    const steps = prepared(act, state);
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

  it('has a way from every state but the last to a closed case', () => {
    const reaches = new Set<CaseState>(['closed']);
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
