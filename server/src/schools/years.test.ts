import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NATIONS } from './profile.ts';
import { inOrder, nextYear, readYears, YEAR_GROUPS, yearName, yearNames } from './years.ts';

const nation = fc.constantFrom(...NATIONS);

describe('year groups', () => {
  it.each([
    ['england', 'N', 'R'],
    ['england', 'R', '1'],
    ['wales', '6', '7'],
    ['scotland', 'P7', 'S1'],
    ['northern-ireland', 'N', '1'],
    ['england', '13', undefined],
    ['scotland', 'R', undefined],
  ] as const)('%s: after %s comes %s', (where, code, next) => {
    expect(nextYear(where, code)).toBe(next);
  });

  it.each([
    ['england', 'Year 3', ['3']],
    ['england', 'Y1/2', ['1', '2']],
    ['england', 'Oak, Y1/2', ['1', '2']],
    ['england', 'Oak (Years 1 and 2)', ['1', '2']],
    ['england', '3B', ['3']],
    ['england', 'YR', ['R']],
    ['england', 'Reception/Year 1', ['R', '1']],
    ['england', '0', ['R']],
    ['england', 'N2', ['N']],
    ['england', 'Nursery', ['N']],
    ['england', 'Year 11', ['11']],
    ['england', 'Robins', []],
    ['england', 'Elm', []],
    ['england', 'Class of 2031', []],
    ['scotland', 'P4', ['P4']],
    ['scotland', 'P6/7', ['P6', 'P7']],
    ['scotland', 'Primary 1', ['P1']],
    ['northern-ireland', 'P3', []],
    ['northern-ireland', 'Year 14', ['14']],
  ] as const)('%s: “%s” means %j', (where, text, codes) => {
    expect(readYears(where, text)).toEqual(codes);
  });

  it('are read back from their own names', () => {
    for (const where of NATIONS) {
      for (const { code, name } of YEAR_GROUPS[where]) expect(readYears(where, name)).toEqual([code]);
    }
  });

  it('reading gives codes of the nation only, in order, whatever the text', () => {
    fc.assert(
      fc.property(nation, fc.string({ unit: 'grapheme' }), (where, text) => {
        const codes = readYears(where, text);
        expect(codes).toEqual(inOrder(where, codes));
      }),
      { numRuns: 300 },
    );
  });

  it('have names in words', () => {
    expect(yearNames('england', ['2', 'R'])).toBe('Reception and Year 2');
    expect(yearName('england', 'P4')).toBe('P4');
  });
});
