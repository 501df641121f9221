import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONFLICTS,
  type Involved,
  MARKED_SITUATIONS,
  routeOf,
  routingOf,
  type Seat,
  SITUATIONS,
  situationsOf,
} from './conflicts.ts';
import { YES_NO_UNSURE } from './kinds.ts';
import { CONCERN_ABOUT, rolesOf } from './passing.ts';

const plain: Involved = { about: 'parent', childWriter: 'no', involved: [] };

describe('the table of conflicts', () => {
  // Situation, what brings it about, who looks into it, who decides, who hears a review, which way it goes.
  it.each<readonly [string, Partial<Involved>, Seat, Seat, Seat, string]>([
    ['an ordinary parent', {}, 'case-handler', 'head', 'chair', 'ordinary'],
    [
      'the Head is the target',
      { involved: ['head-target'] },
      'case-handler',
      'chair',
      'vice-chair',
      'ordinary',
    ],
    [
      'the Chair is the target',
      { involved: ['chair-target'] },
      'case-handler',
      'head',
      'vice-chair',
      'ordinary',
    ],
    ['the Head is the subject', { about: 'head' }, 'chair', 'chair', 'vice-chair', 'past-head'],
    [
      'Head and Chair are both targets',
      { involved: ['head-target', 'chair-target'] },
      'alternate',
      'alternate',
      'second-alternate',
      'past-both',
    ],
    [
      'Head and a governor are both subjects',
      { about: 'head-and-governors' },
      'alternate',
      'alternate',
      'second-alternate',
      'past-both',
    ],
    [
      'the Chair or a governor is the subject',
      { about: 'governors' },
      'alternate',
      'board',
      'independent',
      'past-governors',
    ],
    ['the subject is staff and parent', { involved: ['staff-subject'] }, 'head', 'head', 'chair', 'ordinary'],
    ['the reporter is staff', { involved: ['reporter-staff'] }, 'case-handler', 'head', 'chair', 'ordinary'],
    ['the safeguarding lead is the subject', { about: 'lead' }, 'head', 'head', 'chair', 'past-lead'],
    [
      'the subject moderates or is a PTA officer',
      { involved: ['volunteer-subject'] },
      'case-handler',
      'head',
      'chair',
      'ordinary',
    ],
    [
      'the handler’s own child is in the class',
      { involved: ['own-child-in-class'] },
      'another-handler',
      'head',
      'chair',
      'ordinary',
    ],
    ['the sender seems to be a child', { childWriter: 'yes' }, 'safeguarding', 'head', 'chair', 'ordinary'],
  ])('%s', (_name, facts, handler, decider, review, route) => {
    const found = routingOf({ ...plain, ...facts });
    expect([found.handler, found.decider, found.review]).toEqual([handler, decider, review]);
    expect(routeOf({ ...plain, ...facts })).toBe(route);
  });

  it('asks for what has to be looked at besides', () => {
    const checks = (facts: Partial<Involved>) => routingOf({ ...plain, ...facts }).checks;
    expect(checks({})).toEqual([]);
    expect(checks({ about: 'teacher' })).toEqual(['two-capacities', 'lado']);
    expect(checks({ about: 'head' })).toEqual(['lado']);
    expect(checks({ about: 'lead' })).toEqual(['lado']);
    expect(checks({ involved: ['reporter-staff'] })).toEqual(['whistleblowing']);
    expect(checks({ involved: ['volunteer-subject'] })).toEqual(['association']);
    expect(checks({ about: 'pupil' })).toEqual(['behaviour']);
  });

  it('stops the way for parents where staff or a pupil is meant (rule 42)', () => {
    const stopped = SITUATIONS.filter((each) => !CONFLICTS[each].parents);
    expect(stopped).toEqual(['staff-subject', 'child-sender']);
  });
});

const SAT: Readonly<Partial<Record<Seat, string>>> = {
  head: 'head',
  chair: 'chair',
  safeguarding: 'safeguarding',
};

describe('whatever holds at once', () => {
  const facts: fc.Arbitrary<Involved> = fc.record({
    about: fc.constantFrom(...CONCERN_ABOUT),
    childWriter: fc.constantFrom(...YES_NO_UNSURE),
    involved: fc.subarray([...MARKED_SITUATIONS]),
  });

  it('nobody it goes past, and nobody the words are aimed at, looks into it, decides or hears a review (rule 8)', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { handler, decider, review, passes, keptOut } = routingOf(given);
        const out: readonly string[] = [...keptOut, ...rolesOf(passes)];
        for (const seat of [handler, decider, review]) expect(out).not.toContain(SAT[seat]);
      }),
    );
  });

  it('whoever decides never hears the review (rule 11)', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { decider, review } = routingOf(given);
        expect(review).not.toBe(decider);
      }),
    );
  });

  it('knowing more never lets somebody in again', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...MARKED_SITUATIONS), (given, more) => {
        const known = routingOf(given);
        const then = routingOf({ ...given, involved: [...given.involved, more] });
        for (const party of known.passes) expect(then.passes).toContain(party);
        for (const role of known.keptOut) expect(then.keptOut).toContain(role);
        if (!known.parents) expect(then.parents).toBe(false);
        expect(situationsOf({ ...given, involved: [...given.involved, more] })).toContain(more);
      }),
    );
  });
});
