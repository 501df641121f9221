import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addSchoolDays, findTerm, isSchoolDay, nextSchoolDay, type SchoolCalendar } from './calendar.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const range = (from: string, to: string) => ({ from: day(from), to: day(to) });

const calendar: SchoolCalendar = {
  terms: [
    { season: 'autumn', ...range('2026-09-02', '2026-12-18') },
    { season: 'spring', ...range('2027-01-05', '2027-03-25') },
    { season: 'summer', ...range('2027-04-12', '2027-07-21') },
  ],
  closed: [range('2026-10-26', '2026-10-30'), range('2027-05-03', '2027-05-03')],
};
const empty: SchoolCalendar = { terms: [], closed: [] };

describe('school days', () => {
  it.each([
    ['2027-03-09', true, 'a Tuesday in term'],
    ['2027-03-13', false, 'a Saturday'],
    ['2027-03-26', false, 'the day after the spring term ended'],
    ['2026-10-28', false, 'half-term'],
    ['2027-05-03', false, 'a bank holiday'],
    ['2028-02-01', true, 'a weekday in a year nobody wrote down'],
  ])('%s: %s (%s)', (text, expected) => {
    expect(isSchoolDay(calendar, day(text))).toBe(expected);
  });

  it('finds when school reopens', () => {
    expect(nextSchoolDay(calendar, day('2027-03-26')).toString()).toBe('2027-04-12');
    expect(nextSchoolDay(calendar, day('2027-04-12')).toString()).toBe('2027-04-12');
  });

  it.each([
    ['2027-03-09', 3, '2027-03-12'],
    ['2027-03-12', 1, '2027-03-15'],
    ['2027-03-24', 3, '2027-04-13'],
    ['2027-03-27', 3, '2027-04-14'],
    ['2027-03-27', 0, '2027-04-12'],
  ])('%s and %i school days is %s', (from, count, expected) => {
    expect(addSchoolDays(calendar, day(from), count).toString()).toBe(expected);
  });

  it('always ends on a school day, later the more days are added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 30 }), (offset, count) => {
        const from = day('2026-08-20').add({ days: offset });
        const end = addSchoolDays(calendar, from, count);
        const later = addSchoolDays(calendar, from, count + 1);
        expect(isSchoolDay(calendar, end)).toBe(true);
        expect(Temporal.PlainDate.compare(end, from)).toBeGreaterThanOrEqual(0);
        expect(Temporal.PlainDate.compare(later, end)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('counts Monday to Friday for a school without a calendar', () => {
    expect(addSchoolDays(empty, day('2027-03-12'), 2).toString()).toBe('2027-03-16');
  });
});

describe('terms', () => {
  it('knows which days "Spring 2027" means', () => {
    expect(findTerm(calendar, 'spring', 2027)?.to.toString()).toBe('2027-03-25');
    expect(findTerm(calendar, 'spring', 2028)).toBeUndefined();
  });
});
