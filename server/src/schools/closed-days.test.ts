import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { closedDays } from './closed-days.ts';

const range = (from: string, to = from) => ({
  from: Temporal.PlainDate.from(from),
  to: Temporal.PlainDate.from(to),
});

describe('the days without school', () => {
  it('are named as people call them, in the order of the year', () => {
    const closed = [
      range('2027-05-03'),
      range('2026-10-26', '2026-10-30'),
      range('2027-02-12'),
      range('2027-06-03', '2027-06-04'),
    ];
    const shown = closedDays([{ name: '2026 to 2027', terms: [], closed }], 'england');
    expect(shown.map(({ from, what }) => `${from}: ${what}`)).toEqual([
      '2026-10-26: Half-term',
      '2027-02-12: Closed for a day, such as an INSET day',
      '2027-05-03: Bank holiday: Early May bank holiday',
      '2027-06-03: Closed for some days',
    ]);
  });

  it('know the holidays of the nation the school is in', () => {
    const years = [{ name: '2026 to 2027', terms: [], closed: [range('2027-03-17')] }];
    expect(closedDays(years, 'northern-ireland')[0]?.what).toMatch(/^Bank holiday: .*Patrick/);
    expect(closedDays(years, 'england')[0]?.what).toContain('INSET');
  });
});
