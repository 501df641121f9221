import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { classesWithout, GROUP_KINDS, hasEnded, kindsAllowed, whyNotClasses } from './rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('the kinds of group a school may register', () => {
  it('are class and year groups while no policy is in force', () => {
    expect(kindsAllowed(undefined)).toEqual(['class', 'year']);
  });

  it('are exactly those the policy in force covers', () => {
    fc.assert(
      fc.property(fc.subarray([...GROUP_KINDS]), (scope) => {
        expect(kindsAllowed(scope).toSorted()).toEqual(scope.toSorted());
      }),
    );
  });
});

describe('a moderator', () => {
  it.each([
    [undefined, '2027-03-09', false],
    ['2027-03-10', '2027-03-09', false],
    ['2027-03-09', '2027-03-09', false],
    ['2027-03-08', '2027-03-09', true],
  ])('whose last day is %s has, on %s, ended: %s', (until, today, ended) => {
    expect(hasEnded({ until: until === undefined ? undefined : day(until) }, day(today))).toBe(ended);
  });
});

describe('classes', () => {
  const classes = ['Oak', 'Elm', 'Ash'].map((name) => ({ id: newId<'class'>(), name }));
  const ids = classes.map((each) => each.id);

  it('without a group are those no group names', () => {
    const groups = [{ classes: ids.slice(0, 1) }, { classes: ids.slice(0, 2) }];
    expect(classesWithout(classes, groups).map((each) => each.name)).toEqual(['Ash']);
    expect(classesWithout(classes, [])).toEqual(classes);
  });

  it('must be ticked for class and year groups, not for a PTA group', () => {
    expect(whyNotClasses('class', 0)).toContain('Tick the classes');
    expect(whyNotClasses('year', 0)).toContain('Tick the classes');
    expect(whyNotClasses('class', 1)).toBeUndefined();
    expect(whyNotClasses('pta', 0)).toBeUndefined();
  });
});
