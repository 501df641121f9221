import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames } from '../browser/islands/agreement-compare/compare.ts';

const known = [
  { name: 'Zoë O’Brien', agreed: true },
  { name: 'Ann Example', agreed: false },
  { name: 'Two Same', agreed: true },
  { name: 'Two Same', agreed: false },
  { name: 'محمد بن سلمى', agreed: true },
];
const find = (shown: string) => compareNames([shown], known)[0];

describe('a group’s export held against those who have agreed', () => {
  it.each([
    ["zoe o'brien", 'agreed', 'Zoë O’Brien'],
    ['Ann Example', 'not-yet', 'Ann Example'],
    ['محمد بن سلمى', 'agreed', 'محمد بن سلمى'],
    ['Ann Example (Tom’s mum)', 'maybe', 'Ann Example'],
    ['Zoë', 'maybe', 'Zoë O’Brien'],
    ['Two Same', 'unknown', ''],
    ['+44 7700 900123', 'unknown', ''],
    ['Somebody Else', 'unknown', ''],
    ['', 'unknown', ''],
  ])('tells of %s that it is %s', (shown, finding, name) => {
    expect(find(shown)).toEqual({ shown, finding, name });
  });

  it('says something of everybody, once and in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (names) => {
        expect(compareNames(names, known).map(({ shown }) => shown)).toEqual(names);
      }),
      { numRuns: 100 },
    );
  });
});
