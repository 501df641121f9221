import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import type { Adult } from '../adult.ts';
import { cohorts, planSeptember, type Target, usualTarget } from './plan.ts';

const klass = (name: string, years: readonly string[], successor?: ReturnType<typeof newId<'class'>>) => ({
  id: newId<'class'>(),
  name,
  years,
  successor,
});
const day = Temporal.PlainDate.from('2026-09-02');

function parent(
  ...places: readonly (readonly [{ readonly id: ReturnType<typeof newId<'class'>> }, string])[]
): Adult {
  return {
    id: newId<'adult'>(),
    household: newId<'household'>(),
    name: 'Example Parent',
    email: '',
    phone: '',
    places: places.map(([{ id }, year]) => ({ id: newId<'adult-class'>(), classId: id, year, from: day })),
    joined: day,
    left: undefined,
    version: 1,
  };
}

describe('where children usually go', () => {
  const [acorns, one, mixed, three, ash] = [
    klass('Acorns', ['R']),
    klass('Class 1', ['1']),
    klass('Maple', ['1', '2']),
    klass('3', ['3']),
    klass('Ash', ['3']),
  ];
  const classes = [acorns, one, mixed, three, ash];
  const usual = (at: ReturnType<typeof klass>, year: string) =>
    usualTarget({ classId: at.id, year, places: 0 }, classes, 'england');

  it.each([
    ['two classes of the next year: a person says it', acorns, 'R', undefined],
    ['the only class of the next year', one, '1', mixed.id],
    ['on within a mixed class', mixed, '1', mixed.id],
    ['two candidates again', mixed, '2', undefined],
    ['the highest year leaves', ash, '3', 'leave'],
    ['no year is known', mixed, '', undefined],
  ] as const)('%s', (_why, at, year, expected) => {
    expect(usual(at, year)).toBe(expected);
  });

  it('where they went last time, and by the number in the name', () => {
    const known = klass('Acorns', ['R'], one.id);
    expect(usualTarget({ classId: known.id, year: 'R', places: 0 }, [known, one, mixed], 'england')).toBe(
      one.id,
    );
    const [a, b, c] = [klass('1A', ['1']), klass('2A', ['2']), klass('2B', ['2'])];
    expect(usualTarget({ classId: a.id, year: '1', places: 0 }, [a, b, c], 'england')).toBe(b.id);
  });

  it('in Scotland from Primary 7 to Secondary 1', () => {
    const [last, first] = [klass('P7', ['P7']), klass('S1', ['S1'])];
    expect(usualTarget({ classId: last.id, year: 'P7', places: 0 }, [last, first], 'scotland')).toBe(
      first.id,
    );
  });
});

describe('the plan', () => {
  it('gives a class that keeps its children their new year', () => {
    const robins = klass('Robins', ['1']);
    const adult = parent([robins, '']);
    const steps = cohorts([robins], [adult]).map((each) => ({ ...each, to: robins.id }));
    const plan = planSeptember({ steps, classes: [robins], adults: [adult], groups: [], nation: 'england' });
    expect(plan.years.get(robins.id)).toEqual(['2']);
    expect(plan.moves[0]?.moves).toMatchObject([{ to: robins.id, year: '2' }]);
    expect(plan.leavers).toEqual([]);
  });

  it('ends every place once, moves each on by one year, and lets go only who has nobody left', () => {
    const classes = [klass('Acorns', ['R']), klass('Maple', ['1', '2']), klass('Unknown', [])];
    const where = fc.tuple(fc.constantFrom(...classes), fc.constantFrom('', 'R', '1', '2'));
    const target = fc.constantFrom<Target>('leave', ...classes.map((each) => each.id), { add: 'New' });
    fc.assert(
      fc.property(
        fc.array(fc.array(where, { maxLength: 3 }), { maxLength: 8 }),
        fc.array(target, { minLength: 12, maxLength: 12 }),
        (people, targets) => {
          const adults = people.map((places) => parent(...places));
          const steps = cohorts(classes, adults).map((each, index) => ({
            ...each,
            to: targets[index % 12] ?? 'leave',
          }));
          const plan = planSeptember({ steps, classes, adults, groups: [], nation: 'england' });
          const ended = plan.moves.flatMap(({ moves }) => moves.map((move) => move.placeId));
          const all = adults.flatMap((adult) => adult.places.map((place) => place.id));
          expect(ended.toSorted()).toEqual(all.toSorted());
          for (const { adult, moves } of plan.moves) {
            expect(plan.leavers.includes(adult)).toBe(moves.every((move) => move.to === undefined));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
