import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { bankHolidays, bankHolidaysOf } from './bank-holidays.ts';
import type { SchoolCalendar } from './calendar.ts';
import { addCalendarMonths, addWorkingDays, holidaysInTerm, isWorkingDay, reopening } from './clocks.ts';
import { NATIONS } from './profile.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const range = (from: string, to: string) => ({ from: day(from), to: day(to) });
const england = bankHolidaysOf('england');

const calendar: SchoolCalendar = {
  terms: [
    { season: 'autumn', ...range('2026-09-02', '2026-12-18') },
    { season: 'spring', ...range('2027-01-05', '2027-03-25') },
    { season: 'summer', ...range('2027-04-12', '2027-07-21') },
  ],
  closed: [range('2026-10-26', '2026-10-30')],
};
const someDay = fc.integer({ min: 0, max: 4000 }).map((n) => day('2024-01-01').add({ days: n }));
const nation = fc.constantFrom(...NATIONS);

describe('bank holidays', () => {
  it.each([
    ['england', '2027-03-29', true, 'Easter Monday'],
    ['scotland', '2027-03-29', false, 'Easter Monday is none there'],
    ['scotland', '2027-11-30', true, 'St Andrew’s Day'],
    ['scotland', '2027-08-02', true, 'the first Monday of August'],
    ['wales', '2027-08-30', true, 'the last Monday of August'],
    ['northern-ireland', '2027-07-12', true, 'the twelfth of July'],
    ['northern-ireland', '2027-03-17', true, 'St Patrick’s Day'],
    ['england', '2027-12-28', true, 'in lieu of Boxing Day, a Sunday'],
    ['england', '2027-05-04', false, 'an ordinary Tuesday'],
  ] as const)('%s, %s: %s (%s)', (where, text, expected, _why) => {
    expect(bankHolidaysOf(where)(day(text))).toBe(expected);
  });

  it('are eight to fourteen a year in each nation', () => {
    for (const where of NATIONS) {
      for (let year = 2025; year < 2035; year += 1) {
        expect(bankHolidays(where, year).length, `${where} ${year}`).toBeGreaterThanOrEqual(8);
        expect(bankHolidays(where, year).length, `${where} ${year}`).toBeLessThanOrEqual(14);
      }
    }
  });
});

describe('the clock of working days', () => {
  it.each([
    ['2027-03-25', 1, '2027-03-30', 'over Easter'],
    ['2027-03-09', 20, '2027-04-08', 'in a school holiday too'],
    ['2027-03-27', 0, '2027-03-30', 'what arrives on a Saturday before Easter Monday'],
    ['2027-03-27', 1, '2027-03-31', 'counts from the next working day'],
  ])('%s and %i is %s (%s)', (from, count, expected) => {
    expect(addWorkingDays(england, day(from), count).toString()).toBe(expected);
  });

  it('ends on a working day, counts every working day once, and adds up', () => {
    fc.assert(
      fc.property(nation, someDay, fc.nat(30), fc.nat(30), (where, from, one, more) => {
        const isHoliday = bankHolidaysOf(where);
        const end = addWorkingDays(isHoliday, from, one);
        expect(isWorkingDay(isHoliday, end)).toBe(true);
        expect(addWorkingDays(isHoliday, end, more).equals(addWorkingDays(isHoliday, from, one + more))).toBe(
          true,
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('the clock of calendar months', () => {
  it.each([
    ['2027-01-31', 1, '2027-03-01', 'February has no 31st; its last day is a Sunday'],
    ['2027-03-09', 1, '2027-04-09', 'the same date'],
    ['2027-02-26', 1, '2027-03-30', 'past Good Friday and Easter Monday'],
    ['2027-03-09', 3, '2027-06-09', 'extended'],
  ])('from %s, %i: %s (%s)', (from, months, expected) => {
    expect(addCalendarMonths(england, day(from), months).toString()).toBe(expected);
  });

  it('never ends before the month is over, nor more than a week after', () => {
    fc.assert(
      fc.property(nation, someDay, fc.integer({ min: 1, max: 3 }), (where, from, months) => {
        const end = addCalendarMonths(bankHolidaysOf(where), from, months);
        const over = from.add({ months }).until(end).days;
        expect(over).toBeGreaterThanOrEqual(0);
        expect(over).toBeLessThanOrEqual(7);
        expect(isWorkingDay(bankHolidaysOf(where), end)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a report in the holidays', () => {
  it.each([
    ['2027-03-26', '2027-04-12', 'the day after term'],
    ['2027-04-11', '2027-04-12', 'the last day of the holidays'],
    ['2026-10-24', '2026-11-02', 'the Saturday before half-term'],
    ['2027-03-13', undefined, 'an ordinary Saturday'],
    ['2027-03-09', undefined, 'a school day'],
  ])('%s: school reopens on %s (%s)', (text, expected, _why) => {
    expect(reopening(calendar, day(text))?.toString()).toBe(expected);
  });
});

describe('bank holidays in term', () => {
  it('are those on a weekday between the first and last day that are not closed already', () => {
    const days = bankHolidays('england', 2027).map((each) => each.day);
    expect(holidaysInTerm(calendar, days).map((each) => each.from.toString())).toEqual([
      '2027-05-03',
      '2027-05-31',
    ]);
    const closed = [range('2027-05-31', '2027-06-04')];
    expect(holidaysInTerm({ ...calendar, closed }, days)).toHaveLength(1);
  });
});
