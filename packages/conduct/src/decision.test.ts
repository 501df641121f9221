import { describe, expect, test } from 'vitest';
import { ALONE_GATE, decideClauses, gate } from './decision.ts';
import { OUTPUT, OUTPUTS } from './model.ts';

const thresholds = new Float64Array(OUTPUTS + 1).fill(0.5);
const scores = (by: Readonly<Record<number, number>>): Float64Array =>
  Float64Array.from({ length: OUTPUTS }, (_, o) => by[o] ?? 0);

describe('deciding which clauses count', () => {
  test('the gate weighs "any", the likeliest clause and a clear breach alike, and nothing else', () => {
    const some = { [OUTPUT.any]: 0.4, 2: 0.6, 3: 0.1, [OUTPUT.high]: 1 };
    expect(gate(scores(some))).toBeCloseTo(1 / 3);
    expect(gate(scores({ ...some, [OUTPUT.medium]: 0.8 }))).toBeCloseTo(1.8 / 3);
  });

  test('nothing counts when the message as a whole does not pass', () => {
    expect(decideClauses(scores({ 2: 0.9 }), thresholds, false)).toEqual([]);
  });

  test('a message alone has a gate of its own', () => {
    const surer = thresholds.with(ALONE_GATE, 0.8);
    expect(decideClauses(scores({ [OUTPUT.any]: 0.8, 2: 0.8 }), surer, false)).toEqual([2]);
    expect(decideClauses(scores({ [OUTPUT.any]: 0.8, 2: 0.8 }), surer, true)).toEqual([]);
  });

  test('every clause likely enough counts, in the order of the clauses', () => {
    expect(decideClauses(scores({ [OUTPUT.any]: 0.9, 4: 0.6, 1: 0.5, 7: 0.49 }), thresholds, false)).toEqual([
      1, 4,
    ]);
  });

  test('when none is likely enough by itself, the nearest to its threshold counts', () => {
    const uneven = thresholds.map((value, o) => (o === 3 ? 0.25 : value));
    expect(
      decideClauses(scores({ [OUTPUT.any]: 0.9, [OUTPUT.medium]: 0.5, 2: 0.3, 3: 0.2 }), uneven, false),
    ).toEqual([3]);
  });
});
