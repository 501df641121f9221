import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementCarriesOver, type MaterialVersion, versionsStandingFor } from './material.ts';

const VERSIONS: readonly MaterialVersion[] = [
  { number: 1, material: true },
  { number: 2, material: false },
  { number: 4, material: true },
  { number: 5, material: false },
];

describe('an agreement after a new version', () => {
  it('stands while no change since was material, and is asked for again once one was', () => {
    expect(agreementCarriesOver(VERSIONS, 1, 2)).toBe(true);
    expect(agreementCarriesOver(VERSIONS, 1, 4)).toBe(false);
    expect(agreementCarriesOver(VERSIONS, 2, 5)).toBe(false);
    expect(agreementCarriesOver(VERSIONS, 4, 5)).toBe(true);
    expect(versionsStandingFor(VERSIONS, 5).map(({ number }) => number)).toEqual([5, 4]);
    expect(versionsStandingFor(VERSIONS, 2).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('never stands for an earlier version, and always for its own', () => {
    const some = fc
      .uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1 })
      .chain((numbers) =>
        fc.tuple(...numbers.map((number) => fc.boolean().map((material) => ({ number, material })))),
      );
    fc.assert(
      fc.property(some, fc.nat(), fc.nat(), (versions, one, other) => {
        const a = versions[one % versions.length]?.number ?? 0;
        const b = versions[other % versions.length]?.number ?? 0;
        expect(agreementCarriesOver(versions, a, a)).toBe(true);
        if (a > b) expect(agreementCarriesOver(versions, a, b)).toBe(false);
        for (const { number } of versionsStandingFor(versions, a)) expect(number).toBeLessThanOrEqual(a);
      }),
      { numRuns: 200 },
    );
  });
});
