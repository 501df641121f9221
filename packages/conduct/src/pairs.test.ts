import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairTable } from './pairs.ts';

test('finds the row of every key it was given, and of no other', () => {
  const key = fc.integer({ min: 0, max: 0xffffffff });
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 1200 }), fc.array(key), (keys, others) => {
      const table = new PairTable(Uint32Array.from(keys));
      keys.forEach((known, row) => {
        expect(table.row(known)).toBe(row);
      });
      for (const other of others) if (!keys.includes(other)) expect(table.row(other)).toBe(-1);
    }),
    { numRuns: 50 },
  );
});
