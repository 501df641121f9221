import { describe, expect, it } from 'vitest';
import {
  account,
  askReferral,
  askReview,
  codesOf,
  dayAfter,
  decide,
  decideNothing,
  decideReview,
  factsOf,
  opening,
  PEOPLE,
  type Step,
  TODAY,
  wayTo,
} from '../../test/case-facts.ts';
import type { Deed } from './deeds.ts';
import { mayReview, seesCase } from './visibility.ts';

const { handler, other, head, chair, governor, clerk, office } = PEOPLE;
const issued = wayTo('issue');
const asked: readonly Step[] = [...issued, [handler, askReview()]];

describe('asking for a review', () => {
  it('is possible in time, from an issued outcome, its follow-up and a closed case', () => {
    for (const act of ['issue', 'set-follow-up', 'close'] as const) {
      expect(codesOf(wayTo(act), handler, askReview())).toEqual([]);
    }
  });
  it('is possible late with a reason, and says until when it was possible', () => {
    const late = { askedOn: TODAY, latest: dayAfter(-1) };
    expect(codesOf(issued, handler, askReview(late))).toEqual(['review-late']);
    const why = askReview({ ...late, words: { grounds: 12, late: 9 } });
    expect(codesOf(issued, handler, why)).toEqual([]);
  });
  it('is not possible for a day that is still to come, or without anything said', () => {
    expect(codesOf(issued, handler, askReview({ askedOn: dayAfter(1) }))).toEqual(['review-not-yet']);
    expect(codesOf(issued, handler, askReview({ words: { grounds: 0, late: 0 } }))).toEqual(['no-grounds']);
  });
  it('is not needed where nothing was held against the parent', () => {
    const nothing: readonly Step[] = [
      ...wayTo('record-account'),
      [head, decideNothing],
      [head, { act: 'issue' }],
    ];
    expect(codesOf(nothing, handler, askReview())).toEqual(['nothing-to-review']);
  });
  it('is possible once', () => {
    const steps: readonly Step[] = [
      ...wayTo('set-follow-up'),
      [handler, askReview()],
      [chair, decideReview()],
      [handler, { act: 'close', words: 9, retention: 'outcome', keepUntil: TODAY }],
    ];
    expect(codesOf(steps, handler, askReview())).toEqual(['reviewed-already']);
  });
  it('is taken in by those who look into it, not by the office', () => {
    expect(codesOf(issued, office, askReview())).toEqual(['not-yours']);
    expect(codesOf(issued, clerk, askReview())).toEqual(['not-yours']);
  });
});

describe('who reviews', () => {
  it('is in an office that may and had no part before (rules 8, 11)', () => {
    const facts = factsOf(asked);
    expect(mayReview(chair, facts)).toBe(true);
    expect(mayReview(governor, facts)).toBe(true);
    for (const person of [handler, other, head, clerk, office]) expect(mayReview(person, facts)).toBe(false);
  });
  it.each(['targets', 'interested', 'excluded', 'appointed'] as const)('is none of the %s', (list) => {
    const facts = factsOf([[handler, opening({ [list]: [chair.member] })]]);
    expect(mayReview(chair, facts)).toBe(false);
  });
  it('is never the original decider, who signed beside them, or who agreed to a referral', () => {
    const words = { reasons: 20, jump: 0, override: 12 };
    const looked: readonly Step[] = [...wayTo('hand-over'), [head, account()], [head, decide({ words })]];
    const signed: readonly Step[] = [...looked, [chair, { act: 'countersign' }], [head, { act: 'issue' }]];
    expect(mayReview(chair, factsOf(signed))).toBe(false);
    const agreed: readonly Step[] = [
      [handler, opening({ decider: chair.member })],
      [handler, askReferral()],
      [chair, { act: 'approve-referral' }],
    ];
    expect(mayReview(chair, factsOf(agreed))).toBe(false);
  });
  it('sees the case from then on, and a governor who is not named does not', () => {
    expect(seesCase(chair, factsOf(asked))).toBe(true);
    expect(seesCase(governor, factsOf(asked))).toBe(false);
  });
  it('is named when the Chair cannot, and only somebody suitable', () => {
    const nobody: readonly Step[] = [...issued, [handler, askReview({ reviewer: null })]];
    const name = (suitable: boolean, member = governor.member): Deed => ({
      act: 'name-reviewer',
      member,
      suitable,
    });
    expect(codesOf(nobody, handler, name(true))).toEqual([]);
    expect(codesOf(nobody, handler, name(false))).toEqual(['unsuitable-person']);
    expect(codesOf(nobody, handler, name(true, head.member))).toEqual(['unsuitable-person']);
    expect(codesOf(asked, handler, name(true, chair.member))).toEqual(['reviewer-there']);
  });
  it('leaves it by declaring an interest', () => {
    const left: readonly Step[] = [...asked, [chair, { act: 'declare-interest', successor: null }]];
    expect(factsOf(left).review?.reviewer).toBeUndefined();
    expect(codesOf(left, chair, decideReview())).toEqual(['conflict']);
  });
});

describe('deciding a review', () => {
  const refuse = (change: Parameters<typeof decideReview>[0]) => codesOf(asked, chair, decideReview(change));
  it('is for the reviewer alone', () => {
    for (const person of [handler, head, governor, clerk]) {
      expect(codesOf(asked, person, decideReview())).toEqual(['not-yours']);
    }
  });
  it('is not for a reviewer who has taken a part meanwhile', () => {
    const facts: readonly Step[] = [...issued, [chair, account()], [handler, askReview()]];
    expect(codesOf(facts, chair, decideReview())).toEqual(['reviewer-involved']);
  });
  it('needs reasons, the same papers for the parent, and where to go next', () => {
    expect(refuse({ words: 5 })).toEqual(['no-reasons']);
    expect(refuse({ papersShared: false })).toEqual(['papers-not-shared']);
    expect(refuse({ next: [] })).toEqual(['no-next-step']);
  });
  it('upholds what there is and changes nothing of it', () => {
    expect(refuse({})).toEqual([]);
    expect(refuse({ months: 6 })).toEqual(['not-what-it-says']);
    expect(refuse({ outcome: 'advice' })).toEqual(['not-what-it-says']);
  });
  it('varies it to a shorter time, never to a longer one', () => {
    expect(refuse({ result: 'varied', months: 6 })).toEqual([]);
    expect(refuse({ result: 'varied', months: 12 })).toEqual(['not-what-it-says']);
  });
  it('replaces it by something lighter the policy has, never by something harsher', () => {
    expect(refuse({ result: 'replaced', outcome: 'advice', months: null })).toEqual([]);
    expect(refuse({ result: 'replaced', outcome: 'no-further-action', months: null })).toEqual([]);
    for (const outcome of ['step:ban', 'step:law', 'communication-plan']) {
      expect(refuse({ result: 'replaced', outcome, months: null })).toEqual(['harsher']);
    }
    expect(refuse({ result: 'replaced', outcome: 'step:nowhere', months: null })).toContain('not-in-policy');
    expect(refuse({ result: 'replaced', outcome: 'step:warn' })).toEqual(['not-what-it-says']);
  });
  it('waits for no hold: it may only make things lighter', () => {
    expect(codesOf(asked, chair, decideReview(), { held: true })).toEqual([]);
  });
  it('leaves the outcome that stands from then on', () => {
    const replaced = decideReview({ result: 'replaced', outcome: 'advice', months: null });
    const facts = factsOf([...asked, [chair, replaced]]);
    expect(facts.decision?.outcome).toBe('advice');
    expect(facts.review?.decided?.result).toBe('replaced');
    expect(facts.deciders).toEqual([head.member, chair.member]);
  });
});

describe('after a review', () => {
  const reviewed: readonly Step[] = [
    ...wayTo('set-follow-up'),
    [handler, askReview()],
    [chair, decideReview()],
  ];
  const close: Deed = { act: 'close', words: 9, retention: 'outcome', keepUntil: TODAY };
  it('the case closes when the letter about it was given', () => {
    const review = { kind: 'review', state: 'given', replyBy: undefined } as const;
    expect(codesOf(reviewed, handler, close, { letters: [] })).toEqual(['letter-not-given']);
    expect(codesOf(reviewed, handler, close, { letters: [review] })).toEqual([]);
  });
});

describe('opening a case again', () => {
  const again = (words = 9): Deed => ({ act: 'reopen', words, decider: head.member });
  it('needs something new', () => {
    expect(codesOf(wayTo('close'), handler, again(3))).toEqual(['no-new-information']);
    expect(codesOf(wayTo('close'), handler, again())).toEqual([]);
  });
  it('is for those who look into it, and never during a review or before an outcome', () => {
    expect(codesOf(wayTo('close'), chair, again())).toEqual(['not-yours']);
    expect(codesOf(asked, handler, again())).toEqual(['wrong-state']);
    expect(codesOf(wayTo('hand-over'), handler, again())).toEqual(['wrong-state']);
  });
  it('lets nothing that was heard or found before count, and forgets no conflict', () => {
    const left: Step = [other, { act: 'declare-interest', successor: null }];
    const facts = factsOf([...wayTo('set-follow-up'), left, [handler, again()]]);
    expect(facts.state).toBe('gathering');
    expect(facts.contacts).toEqual([]);
    expect(facts.answers).toEqual({});
    expect(facts.decision).toBeUndefined();
    expect(facts.interested).toContain(other.member);
    expect(facts.investigators).toContain(handler.member);
    expect(facts.parentKnew).toBe(true);
  });
});
