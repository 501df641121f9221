import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readClosedDays, readYear, writeClosedDays, yearValues } from './terms.ts';

const filled = {
  'autumnFrom-day': '2',
  'autumnFrom-month': '9',
  'autumnFrom-year': '2026',
  'autumnTo-day': '18',
  'autumnTo-month': '12',
  'autumnTo-year': '2026',
  'springFrom-day': '5',
  'springFrom-month': '1',
  'springFrom-year': '2027',
  'springTo-day': '25',
  'springTo-month': '3',
  'springTo-year': '2027',
  'summerFrom-day': '12',
  'summerFrom-month': '4',
  'summerFrom-year': '2027',
  'summerTo-day': '21',
  'summerTo-month': '7',
  'summerTo-year': '2027',
  closed: '26/10/2026 to 30/10/2026\n3/5/2027\n',
};

describe('the form of a school year', () => {
  it('is read whole, and fills the form again as it was', () => {
    const read = readYear(filled);
    if ('errors' in read) throw new Error(JSON.stringify(read.errors));
    expect(read.year.name).toBe('2026 to 2027');
    expect(read.year.terms.map((term) => `${term.season} ${term.from} ${term.to}`)).toEqual([
      'autumn 2026-09-02 2026-12-18',
      'spring 2027-01-05 2027-03-25',
      'summer 2027-04-12 2027-07-21',
    ]);
    expect(readYear(yearValues(read.year))).toEqual(read);
  });

  it.each([
    [
      { 'autumnFrom-day': '31', 'autumnFrom-month': '9' },
      'autumnFrom',
      'Enter the first day of the autumn term',
    ],
    [{ 'springTo-year': '' }, 'springTo', 'Enter the last day of the spring term'],
    [{ 'autumnTo-year': '2025' }, 'autumnTo', 'must end after it begins'],
    [
      { 'springFrom-month': '12', 'springFrom-year': '2026', 'springFrom-day': '1' },
      'springFrom',
      'after the autumn term ends',
    ],
    [{ closed: '26/10/2026 to half-term' }, 'closed', '“26/10/2026 to half-term” is not a day'],
    [{ closed: '30/10/2026 to 26/10/2026' }, 'closed', 'is not a day'],
  ])('tells what is wrong: %o', (change, field, message) => {
    const read = readYear({ ...filled, ...change });
    expect('errors' in read && read.errors[field]).toContain(message);
  });
});

describe('days without school', () => {
  it('reads what it writes', () => {
    const day = fc
      .integer({ min: 0, max: 3000 })
      .map((n) => Temporal.PlainDate.from('2025-01-01').add({ days: n }));
    const range = fc
      .tuple(day, fc.integer({ min: 0, max: 20 }))
      .map(([from, n]) => ({ from, to: from.add({ days: n }) }));
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        expect(readClosedDays(writeClosedDays(ranges))).toEqual({ ranges });
      }),
    );
  });
});
