import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addKindSignals, KIND_SIGNALS, kindsOf } from './kinds.ts';
import { SPECIAL, SPECIAL_WORDS } from './special.ts';

const bitsOf = (...words: string[]): number => {
  const rows = kindsOf([...SPECIAL_WORDS, ...words]).subarray(SPECIAL_WORDS.length);
  return rows.reduce((all, bits) => all | bits, 0);
};

describe('kinds of words', () => {
  test('a star stands for any ending, a word without one for itself alone', () => {
    expect(bitsOf('teachers')).toBe(bitsOf('teacher'));
    expect(bitsOf('teacher')).not.toBe(0);
    expect(bitsOf('myself')).toBe(0);
  });

  test('somebody with a title counts as staff', () => {
    const rows = kindsOf([...SPECIAL_WORDS, 'teacher']);
    expect(rows[SPECIAL.surname]).toBe(rows.at(-1));
    expect(rows[SPECIAL.unknown]).toBe(0);
  });

  test('every kind and every two kinds have a signal of their own', () => {
    const seen = new Map<number, string>();
    for (let a = 0; a < 31; a++) {
      for (let b = a; b < 31; b++) {
        const on: number[] = [];
        addKindSignals(on, (1 << a) | (1 << b), 5);
        const pair = on.at(-1) ?? -1;
        expect(seen.get(pair)).toBeUndefined();
        seen.set(pair, `${a} ${b}`);
      }
    }
    expect(Math.min(...seen.keys())).toBe(5);
    expect(Math.max(...seen.keys())).toBe(5 + KIND_SIGNALS - 1);
    expect(seen.size).toBe(KIND_SIGNALS);
  });

  test('the signals there already stay, and n kinds add n and their pairs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (bits) => {
        const on = [1, 2];
        addKindSignals(on, bits, 16);
        const count = [...bits.toString(2)].filter((bit) => bit === '1').length;
        expect(on.slice(0, 2)).toEqual([1, 2]);
        expect(on).toHaveLength(2 + count + (count * (count - 1)) / 2);
        expect(new Set(on).size).toBe(on.length);
      }),
    );
  });
});
