import { describe, expect, it } from 'vitest';
import {
  askReferral,
  codesOf,
  contact,
  decide,
  factsOf,
  opening,
  PEOPLE,
  type Step,
  wayTo,
} from '../../test/case-facts.ts';
import type { Deed } from './deeds.ts';
import { flagsOf } from './flags.ts';
import { mayApprove, seesCase } from './visibility.ts';

const { handler, other, head, chair, safe, office } = PEOPLE;
const ready = wayTo('hand-over');
const asked: readonly Step[] = [...ready, [handler, askReferral()]];
const agreed: readonly Step[] = [...asked, [head, { act: 'approve-referral' }]];
const make = (policeHold = false): Deed => ({ act: 'make-referral', policeHold, toldParent: false });

describe('the three locks of a referral (rule 15)', () => {
  it('the first: something that goes beyond what a school deals with, with a day and the facts', () => {
    expect(codesOf(ready, handler, askReferral({ grounds: [] }))).toEqual(['no-threshold']);
    expect(codesOf(ready, handler, askReferral({ dated: 0 }))).toEqual(['no-threshold']);
    expect(codesOf(ready, handler, askReferral({ words: { facts: 2, tried: 12 } }))).toEqual([
      'no-threshold',
    ]);
  });
  it('the second: what else was tried', () => {
    expect(codesOf(ready, handler, askReferral({ tried: [] }))).toEqual(['nothing-tried']);
    expect(codesOf(ready, handler, askReferral({ words: { facts: 12, tried: 2 } }))).toEqual([
      'nothing-tried',
    ]);
  });
  it('says both when both are missing', () => {
    expect(codesOf(ready, handler, askReferral({ dated: 0, tried: [] }))).toEqual([
      'no-threshold',
      'nothing-tried',
    ]);
  });
  it('the third: a second person, one of the two being the decider', () => {
    expect(codesOf(asked, handler, make())).toEqual(['not-approved']);
    expect(codesOf(asked, handler, { act: 'approve-referral' })).toEqual(['not-yours']);
    expect(codesOf(asked, other, { act: 'approve-referral' })).toEqual(['not-yours']);
    expect(codesOf(asked, head, { act: 'approve-referral' })).toEqual([]);
    const byHead: readonly Step[] = [...ready, [head, askReferral()]];
    for (const person of [other, chair, safe]) {
      expect(codesOf(byHead, person, { act: 'approve-referral' })).toEqual([]);
    }
    expect(codesOf(byHead, office, { act: 'approve-referral' })).toEqual(['not-yours']);
    expect(codesOf(agreed, handler, make())).toEqual([]);
  });
  it.each(['targets', 'interested', 'excluded'] as const)('is agreed to by none of the %s', (list) => {
    const steps: readonly Step[] = [
      [handler, opening({ [list]: [chair.member] })],
      [head, askReferral()],
    ];
    expect(mayApprove(chair, factsOf(steps))).toBe(false);
    expect(codesOf(steps, chair, { act: 'approve-referral' })).toEqual(['conflict']);
  });
  it('danger to life opens all three', () => {
    const danger = askReferral({
      danger: true,
      grounds: [],
      dated: 0,
      tried: [],
      words: { facts: 0, tried: 0 },
    });
    expect(codesOf(wayTo('open'), handler, danger)).toEqual([]);
    expect(codesOf([...wayTo('open'), [handler, danger]], handler, make())).toEqual([]);
  });
  it('one is on its way at a time, and can be given up', () => {
    expect(codesOf(asked, handler, askReferral())).toEqual(['referral-open']);
    const up: readonly Step[] = [...asked, [handler, { act: 'decline-referral', words: 9 }]];
    expect(codesOf(up, handler, askReferral())).toEqual([]);
    expect(codesOf(ready, handler, { act: 'decline-referral', words: 9 })).toEqual(['no-referral']);
    expect(codesOf(ready, handler, make())).toEqual(['no-referral']);
  });
  it('falls with the interest of whoever asked or agreed', () => {
    const left: Step = [head, { act: 'declare-interest', successor: chair.member }];
    expect(factsOf([...agreed, left]).referral).toBeUndefined();
  });
  it('shows the case to the Chair while it waits for a second person beside the Head', () => {
    const byHead: readonly Step[] = [...ready, [head, askReferral()]];
    expect(seesCase(chair, factsOf(byHead))).toBe(true);
    expect(seesCase(chair, factsOf(ready))).toBe(false);
  });
  it('is made before an outcome of that kind is issued', () => {
    const words = { reasons: 20, jump: 20, override: 0 };
    const decided: readonly Step[] = [
      ...ready,
      [head, decide({ outcome: 'step:crime', months: null, words })],
    ];
    expect(codesOf(decided, head, { act: 'issue' })).toEqual(['referral-not-made']);
    const made: readonly Step[] = [
      ...decided,
      [handler, askReferral()],
      [head, { act: 'approve-referral' }],
      [handler, make()],
    ];
    expect(codesOf(made, head, { act: 'issue' })).toEqual([]);
  });
});

describe('a police hold', () => {
  const held: readonly Step[] = [...agreed, [handler, make(true)]];
  const release: Deed = { act: 'release-police-hold', words: 9 };
  it('keeps everything from the parent until it ends', () => {
    const early: readonly Step[] = [
      ...wayTo('start-contact'),
      [handler, { act: 'hold-for-police', words: 9 }],
    ];
    expect(codesOf(early, handler, contact())).toEqual(['police-held']);
    const decided: readonly Step[] = [...held, [head, decide()]];
    expect(codesOf(decided, head, { act: 'issue' })).toEqual(['police-held']);
    expect(codesOf([...decided, [handler, release]], head, { act: 'issue' })).toEqual([]);
  });
  it('begins once and ends once', () => {
    expect(codesOf(held, handler, { act: 'hold-for-police', words: 9 })).toEqual(['police-held']);
    expect(codesOf(ready, handler, release)).toEqual(['no-police-hold']);
  });
  it('lives on when a case is opened again', () => {
    const again: readonly Step[] = [
      ...wayTo('close'),
      [handler, { act: 'reopen', words: 9, decider: head.member }],
      [handler, { act: 'hold-for-police', words: 9 }],
    ];
    expect(factsOf(again).policeHold).toBe(true);
  });
});

describe('legal advice', () => {
  it('needs a question, and comes before the answer', () => {
    expect(codesOf(ready, head, { act: 'ask-lawyer', of: 'own', words: 3 })).toEqual(['no-question']);
    expect(codesOf(ready, head, { act: 'ask-lawyer', of: 'own', words: 9 })).toEqual([]);
    expect(codesOf(ready, head, { act: 'record-advice' })).toEqual(['no-lawyer-asked']);
  });
  it('is asked for before an outcome of that kind is issued', () => {
    const words = { reasons: 20, jump: 20, override: 0 };
    const decided: readonly Step[] = [...ready, [head, decide({ outcome: 'step:law', months: null, words })]];
    expect(codesOf(decided, head, { act: 'issue' })).toEqual(['no-lawyer-asked']);
    const done: readonly Step[] = [...decided, [head, { act: 'ask-lawyer', of: 'own', words: 9 }]];
    expect(codesOf(done, head, { act: 'issue' })).toEqual([]);
  });
});

describe('the flags of a case', () => {
  const flags = (steps: readonly Step[], held = false) =>
    flagsOf(factsOf(steps), { today: contact().day, held, hasGroup: true, letters: [] });
  it('are none on an ordinary case', () => {
    expect(flags(ready)).toEqual([]);
  });
  it('are worked out from what is on record', () => {
    expect(flags(ready, true)).toEqual(['safeguarding-hold']);
    expect(flags([...agreed, [handler, make(true)]])).toEqual(['police-hold']);
    expect(flags([...ready, [head, { act: 'ask-lawyer', of: 'own', words: 9 }]])).toEqual([
      'legal-privilege',
    ]);
    expect(flags([...ready, [other, { act: 'declare-interest', successor: null }]])).toEqual([
      'conflict-reassigned',
    ]);
    expect(flags([...ready, [handler, { act: 'record-needs', of: 'subject', answer: 'some' }]])).toEqual([
      'adjustments',
    ]);
    const ban = (stage: 'begun' | 'ended'): Step => [
      handler,
      { act: 'track', instrument: 'site-ban', stage },
    ];
    expect(flags([...ready, ban('begun')])).toEqual(['ban-track']);
    expect(flags([...ready, ban('begun'), ban('ended')])).toEqual([]);
  });
});
