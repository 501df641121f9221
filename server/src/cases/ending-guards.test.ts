import { describe, expect, it } from 'vitest';
import {
  answer,
  codesOf,
  conduct,
  dayAfter,
  decide,
  factsOf,
  PEOPLE,
  type Step,
  TODAY,
  wayTo,
} from '../../test/case-facts.ts';
import { CLEAR_STEPS } from './codes.ts';
import { countComparable } from './comparable.ts';
import type { Deed } from './deeds.ts';
import { HANDBELL } from './visibility.ts';

const { handler, head, data, chair } = PEOPLE;
const feedback: Deed = { act: 'choose-handling', handling: 'feedback', words: 9 };
const clear = CLEAR_STEPS.map((step): Step => [handler, { act: 'take-clear-step', step, words: 9 }]);

describe('feedback is offered first (rule 17)', () => {
  const begun = wayTo('start-assessment');
  it('before any question of the assessment', () => {
    expect(codesOf(begun, handler, answer('facts'))).toEqual(['feedback-first']);
    expect(codesOf([...begun, [handler, conduct]], handler, answer('facts'))).toEqual([]);
  });
  it('goes by its own steps and not by the questions', () => {
    const taken: readonly Step[] = [...begun, [handler, feedback]];
    expect(codesOf(taken, handler, answer('facts'))).toEqual(['is-feedback']);
    expect(codesOf(taken, handler, { act: 'hand-over' })).toEqual(['clear-unfinished']);
    expect(codesOf([...taken, ...clear], handler, { act: 'hand-over' })).toEqual([]);
    const steps: Deed = { act: 'take-clear-step', step: 'listen', words: 9 };
    expect(codesOf([...begun, [handler, conduct]], handler, steps)).toEqual(['not-feedback']);
  });
  it('holds nothing against anybody, whatever else was found', () => {
    const over: readonly Step[] = [...begun, [handler, feedback], ...clear, [handler, { act: 'hand-over' }]];
    expect(codesOf(over, head, decide())).toEqual(['is-feedback']);
    expect(codesOf(over, head, decide({ outcome: 'feedback', months: null }))).toEqual([]);
  });
});

describe('closing a case with an instrument of its own', () => {
  const words = { reasons: 20, jump: 20, override: 0 };
  const close: Deed = { act: 'close', words: 9, retention: 'outcome', keepUntil: TODAY };
  const with_ = (outcome: string): readonly Step[] => [
    ...wayTo('hand-over'),
    [head, decide({ outcome, months: null, words })],
    [head, { act: 'issue' }],
    [handler, { act: 'tell-affected', answer: 'told' }],
    [handler, { act: 'set-follow-up', day: dayAfter(20), latest: dayAfter(50) }],
  ];
  it.each([
    ['step:ban', 'site-ban'],
    ['communication-plan', 'communication-plan'],
  ] as const)('waits until %s is settled in its own room', (outcome, instrument) => {
    const track = (stage: 'begun' | 'told' | 'settled' | 'ended'): Step => [
      handler,
      { act: 'track', instrument, stage },
    ];
    expect(codesOf(with_(outcome), handler, close)).toEqual(['instrument-open']);
    for (const stage of ['begun', 'told'] as const) {
      expect(codesOf([...with_(outcome), track(stage)], handler, close)).toEqual(['instrument-open']);
    }
    for (const stage of ['settled', 'ended'] as const) {
      expect(codesOf([...with_(outcome), track(stage)], handler, close)).toEqual([]);
    }
  });
  it('waits for no meeting: that is a matter of its own time', () => {
    const given = { letters: [{ kind: 'outcome', state: 'given', replyBy: undefined } as const] };
    expect(codesOf(with_('step:meet'), handler, close, given)).toEqual([]);
  });
});

describe('the end of a record (rule 37)', () => {
  const retained: readonly Step[] = [...wayTo('close'), [HANDBELL, { act: 'retain' }]];
  const erase = (change: { holds?: number; early?: number } = {}): Deed => ({
    act: 'erase',
    holds: 0,
    early: 0,
    ...change,
  });
  const kept = factsOf(retained).closed?.keepUntil ?? TODAY;
  it('is the keeper’s: the data protection lead, or Handbell by the clock', () => {
    for (const person of [handler, head, chair]) {
      expect(codesOf(wayTo('close'), person, { act: 'retain' })).toEqual(['not-yours']);
      expect(codesOf(retained, person, erase(), { today: kept.add({ days: 1 }) })).toEqual(['not-yours']);
    }
    for (const person of [data, HANDBELL]) {
      expect(codesOf(retained, person, erase(), { today: kept.add({ days: 1 }) })).toEqual([]);
    }
  });
  it('is not before its time, unless somebody says why', () => {
    expect(codesOf(retained, data, erase(), { today: kept })).toEqual(['too-early']);
    expect(codesOf(retained, data, erase({ early: 9 }), { today: kept })).toEqual([]);
  });
  it('waits while anything holds the record', () => {
    expect(codesOf(retained, data, erase({ holds: 1 }), { today: kept.add({ days: 1 }) })).toEqual([
      'record-held',
    ]);
  });
  it('is final', () => {
    const gone: readonly Step[] = [...retained, [data, erase({ early: 9 })]];
    expect(codesOf(gone, handler, { act: 'reopen', words: 9, decider: null })).toEqual(['wrong-state']);
  });
});

describe('how earlier cases ended', () => {
  const clauses = [{ id: 'a', ref: '4.1', text: 'Be kind' }];
  const ended = (label: string, count: number, id = 'a') =>
    Array.from({ length: count }, () => ({ label, clauses: new Set([id]) }));
  it('is counted by clause, and never under five', () => {
    const found = countComparable(
      [...ended('Advice', 6), ...ended('Warning', 4), ...ended('Advice', 9, 'b')],
      clauses,
    );
    expect(found).toEqual([{ ref: '4.1', text: 'Be kind', counts: [{ label: 'Advice', count: 6 }] }]);
  });
});
