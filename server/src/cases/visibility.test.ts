import { describe, expect, it } from 'vitest';
import {
  account,
  askReview,
  decide,
  decideNothing,
  EVERYBODY,
  factsOf,
  opening,
  PEOPLE,
  type Step,
  TODAY,
  wayTo,
} from '../../test/case-facts.ts';
import type { ConcernRoute } from '../concerns/rules.ts';
import { chooseDecider } from './deciders.ts';
import type { CaseFacts } from './facts.ts';
import { readSight, writeSight } from './sight.ts';
import { conflictOf, mayKeep, maySignSecond, mayWork, PARENT, seesCase } from './visibility.ts';

const { handler, other, head, chair, safe, governor, clerk } = PEOPLE;
type Name = keyof typeof PEOPLE;

/** Who of the invented people passes a check. */
function who(check: (person: (typeof PEOPLE)[Name], facts: CaseFacts) => boolean, facts: CaseFacts) {
  const names: Name[] = ['handler', 'other', 'head', 'chair', 'safe', 'governor', 'clerk', 'office'];
  return names.filter((name) => check(PEOPLE[name], facts));
}
const opened = (change: Parameters<typeof opening>[0] = {}) => factsOf([[handler, opening(change)]]);

describe('who sees a case', () => {
  it('is, for an ordinary one, those who look into it and the Head who decides', () => {
    expect(who(seesCase, opened())).toEqual(['handler', 'other', 'head']);
    expect(who(mayWork, opened())).toEqual(['handler', 'other', 'head']);
  });
  it('includes the safeguarding lead where the screen said so', () => {
    expect(who(seesCase, opened({ safeguarding: true }))).toContain('safe');
  });
  it('includes the Chair as the one who decides', () => {
    expect(who(seesCase, opened({ decider: chair.member }))).toEqual(['handler', 'other', 'head', 'chair']);
  });
  it('past the Head is the Chair, and never the Head', () => {
    const facts = opened({ route: 'past-head', decider: chair.member });
    expect(who(seesCase, facts)).toEqual(['chair']);
    expect(conflictOf(head, facts)).toBe('kept-from');
  });
  it('past the Head is not opened to the Head by asking them to it or by another role', () => {
    const facts = opened({ route: 'past-head', appointed: [head.member], decider: head.member });
    expect(seesCase(head, facts)).toBe(false);
    expect(seesCase({ ...head, roles: ['head', 'handler', 'safeguarding', 'chair'] }, facts)).toBe(false);
  });
  it('past the governors is the clerk, and a governor who was named', () => {
    expect(who(seesCase, opened({ route: 'past-governors', decider: null }))).toEqual(['clerk']);
    expect(who(seesCase, opened({ route: 'past-both', decider: governor.member }))).toEqual([
      'governor',
      'clerk',
    ]);
  });
  it.each(['targets', 'interested', 'excluded'] as const)('never includes one of the %s', (list) => {
    for (const person of EVERYBODY) {
      const facts = opened({ [list]: [person.member], decider: person.member, appointed: [person.member] });
      expect(seesCase(person, facts)).toBe(false);
      expect(mayWork(person, facts)).toBe(false);
      expect(maySignSecond(person, facts)).toBe(false);
    }
  });
  it('includes somebody who was asked to look into it', () => {
    expect(who(seesCase, opened({ appointed: [governor.member] }))).toContain('governor');
    expect(who(mayWork, opened({ appointed: [clerk.member] }))).toContain('clerk');
  });
  it('includes the Chair while a second signature is wanted, and as the one who gave it', () => {
    const words = { reasons: 9, jump: 0, override: 9 };
    const waiting: readonly Step[] = [...wayTo('hand-over'), [head, account()], [head, decide({ words })]];
    expect(who(seesCase, factsOf(waiting))).toContain('chair');
    expect(who(maySignSecond, factsOf(waiting))).toEqual(['other', 'chair', 'governor']);
    const signed: readonly Step[] = [...waiting, [chair, { act: 'countersign' }]];
    expect(who(seesCase, factsOf(signed))).toContain('chair');
    const another: readonly Step[] = [...waiting, [other, { act: 'countersign' }]];
    expect(who(seesCase, factsOf(another))).not.toContain('chair');
  });
});

describe('a case that ended quietly', () => {
  const closing = (retention: 'no-further-action' | 'outcome'): Step => [
    handler,
    { act: 'close', words: 0, retention, keepUntil: TODAY.add({ years: 1 }) },
  ];
  const decided = (change: Parameters<typeof opening>[0] = {}): readonly Step[] => [
    [handler, opening({ safeguarding: true, ...change })],
    [head, decideNothing],
    [head, { act: 'issue' }],
  ];
  const shut: readonly Step[] = [...decided(), closing('no-further-action')];

  it('is open, once it is closed, only to who looked into it and the Head who decided', () => {
    expect(who(seesCase, factsOf(decided()))).toEqual(['handler', 'other', 'head', 'safe']);
    expect(who(seesCase, factsOf(shut))).toEqual(['handler', 'head']);
    expect(who(mayWork, factsOf(shut))).toEqual(['handler', 'head']);
    expect(mayKeep(PEOPLE.data, factsOf(shut))).toBe(true);
  });
  it('leaves it to the Chair or the clerk where it goes past the Head', () => {
    const past = (route: ConcernRoute) =>
      who(seesCase, factsOf([...decided({ route, decider: governor.member }), closing('no-further-action')]));
    expect(past('past-head')).toEqual(['chair', 'governor']);
    expect(past('past-both')).toEqual(['governor', 'clerk']);
  });
  it('is open to nobody in a conflict for having looked into it', () => {
    const facts = factsOf([...decided({ interested: [handler.member] }), closing('no-further-action')]);
    expect(who(seesCase, facts)).toEqual(['head']);
  });
  it('leaves out who was asked to it before another', () => {
    const asked: readonly Step[] = [
      [handler, opening({ appointed: [governor.member] })],
      [head, { act: 'appoint', member: other.member, suitable: true }],
      [head, decideNothing],
    ];
    expect(who(seesCase, factsOf(asked))).toContain('governor');
    expect(who(seesCase, factsOf([...asked, closing('no-further-action')]))).toEqual(['other', 'head']);
  });
  it('is seen as before when it is opened again, or the parent asks for a review', () => {
    const again: Step = [handler, { act: 'reopen', words: 9, decider: head.member }];
    expect(who(seesCase, factsOf([...shut, again]))).toEqual(['handler', 'other', 'head', 'safe']);
    expect(who(seesCase, factsOf([...shut, [PARENT, askReview()]]))).toContain('other');
  });
  it('is told from one with an outcome, which those who work on cases still see', () => {
    expect(who(seesCase, factsOf([...decided(), closing('outcome')]))).toContain('other');
  });
  it('is told by what is stored beside the case as by its chronology', () => {
    for (const facts of [factsOf(decided()), factsOf(shut), factsOf([...decided(), closing('outcome')])]) {
      const stored = readSight(JSON.parse(JSON.stringify(writeSight(facts))));
      for (const person of EVERYBODY) expect(seesCase(person, stored)).toBe(seesCase(person, facts));
    }
  });
});

describe('who decides', () => {
  const people = [handler, other, safe, chair, head, governor];
  it('is the Head', () => {
    expect(chooseDecider(people, opened())).toBe(head.member);
  });
  it('is the Chair when the Head is the target, has an interest, or it goes past them', () => {
    const { member } = head;
    expect(chooseDecider(people, opened({ targets: [member] }))).toBe(chair.member);
    expect(chooseDecider(people, opened({ interested: [member] }))).toBe(chair.member);
    expect(chooseDecider(people, opened({ route: 'past-head' }))).toBe(chair.member);
    expect(chooseDecider(people, opened(), member)).toBe(chair.member);
  });
  it('is the Chair when the Head looked into it', () => {
    expect(chooseDecider(people, factsOf([...wayTo('open'), [head, account()]]))).toBe(chair.member);
  });
  it('is nobody when both are in conflict: an alternate must be named', () => {
    expect(chooseDecider(people, opened({ targets: [head.member, chair.member] }))).toBeUndefined();
    expect(chooseDecider(people, opened({ route: 'past-both' }))).toBeUndefined();
    expect(chooseDecider([handler], opened())).toBeUndefined();
  });
});
