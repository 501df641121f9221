import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountRow, rangeOf, showOverlapping, showParts, showSome } from './suppress.ts';

const rows = (...counts: readonly number[]): readonly CountRow[] =>
  counts.map((count, index) => ({ label: `row ${index}`, count }));

/** All lists of so many counts from 0 to the most. */
function all(length: number, most: number): readonly (readonly number[])[] {
  if (length === 0) return [[]];
  return all(length - 1, most).flatMap((rest) =>
    Array.from({ length: most + 1 }, (_, count) => [...rest, count]),
  );
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** Whether every hidden number could be at least two things, among all that would be shown in the same way. */
function unknowable(worlds: readonly { readonly shown: string; readonly hidden: readonly number[] }[]) {
  const seen = new Map<string, Set<number>[]>();
  for (const { shown, hidden } of worlds) {
    const sets = seen.get(shown) ?? hidden.map(() => new Set<number>());
    hidden.forEach((value, index) => {
      sets[index]?.add(value);
    });
    seen.set(shown, sets);
  }
  return [...seen].filter(([, sets]) => sets.some((values) => values.size < 2)).map(([shown]) => shown);
}

const hiddenOf = (...lists: readonly (readonly number[])[]) =>
  lists.flat().filter((count) => count > 0 && count < 5);

describe('a small number', () => {
  it('is shown as fewer than five; nobody at all as 0, and five as five', () => {
    const { rows: shown } = showParts(rows(0, 1, 4, 5, 12));
    expect(shown.map(({ count }) => count)).toEqual([0, 'few', 'few', 5, 12]);
  });

  it('cannot be worked out from its table: any other small number would look the same', () => {
    const counts = fc.array(fc.nat(40), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, fc.nat(), fc.integer({ min: 1, max: 4 }), (list, at, other) => {
        const index = at % list.length;
        const before = list[index] ?? 0;
        fc.pre(before > 0 && before < 5);
        const changed = list.map((count, each) => (each === index ? other : count));
        expect(showParts(rows(...changed))).toEqual(showParts(rows(...list)));
      }),
      { numRuns: 300 },
    );
  });

  it('is within what its table says of the total', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 8 }), (list) => {
        const { least, most } = showParts(rows(...list)).total;
        expect(total(list)).toBeGreaterThanOrEqual(least);
        expect(total(list)).toBeLessThanOrEqual(most);
      }),
    );
    expect(rangeOf('few')).toEqual({ least: 1, most: 4 });
  });

  it('cannot be worked out from two tables about the same things, whatever they hold', () => {
    const worlds = all(2, 8).flatMap((outcomes) =>
      all(2, 8)
        // One thing counts in at least one row, and in none twice.
        .filter((cl) => Math.max(...cl) <= total(outcomes) && total(cl) >= total(outcomes))
        .map((clauses) => {
          const whole = showParts(rows(...outcomes));
          const second = showOverlapping(rows(...clauses), whole.total);
          const hidden = hiddenOf(outcomes, second ? clauses : []);
          return { shown: JSON.stringify([whole, second ?? 'not shown']), hidden };
        }),
    );
    expect(worlds.length).toBeGreaterThan(1000);
    expect(unknowable(worlds)).toEqual([]);
  });

  it('cannot be worked out from a table about some of the same things', () => {
    const worlds = all(2, 9).flatMap((outcomes) =>
      all(2, 9)
        .filter((part) => total(part) <= total(outcomes))
        .map((part) => {
          const whole = showParts(rows(...outcomes));
          const second = showSome(rows(...part), whole.total);
          return {
            shown: JSON.stringify([whole, second ?? 'not shown']),
            hidden: hiddenOf(outcomes, second ? part : []),
          };
        }),
    );
    expect(unknowable(worlds)).toEqual([]);
  });

  it('would be worked out if the tables were not held against each other', () => {
    const worlds = all(2, 8).flatMap((outcomes) =>
      all(2, 8)
        .filter((cl) => Math.max(...cl) <= total(outcomes) && total(cl) >= total(outcomes))
        .map((clauses) => ({
          shown: JSON.stringify([showParts(rows(...outcomes)), showParts(rows(...clauses))]),
          hidden: hiddenOf(outcomes, clauses),
        })),
    );
    expect(unknowable(worlds).length).toBeGreaterThan(0);
  });
});
