import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDate,
  formatDateTime,
  formatPeriod,
  formatShortDate,
  formatTime,
  isDateOnly,
  machineDate,
} from './format.ts';

describe('dates', () => {
  it('reads as people write them', () => {
    expect(formatDate('2027-03-09')).toBe('Tuesday 9 March 2027');
    expect(formatShortDate(Temporal.PlainDate.from('2027-03-09'))).toBe('9 March 2027');
    expect(formatDateTime('2027-03-09T18:15')).toBe('Tuesday 9 March 2027 at 6.15pm');
  });

  it('gives moments on London clocks, in winter and in summer', () => {
    expect(formatDateTime('2027-01-31T23:30:00Z')).toBe('Sunday 31 January 2027 at 11.30pm');
    expect(formatDateTime('2027-06-30T23:30:00Z')).toBe('Thursday 1 July 2027 at 12.30am');
    expect(formatDateTime(new Date('2027-06-30T23:30:00Z'))).toBe('Thursday 1 July 2027 at 12.30am');
    expect(formatDateTime(Temporal.Instant.from('2027-06-30T23:30:00Z'))).toBe(
      'Thursday 1 July 2027 at 12.30am',
    );
    expect(formatDateTime('2027-07-01T09:00:00+05:00')).toBe('Thursday 1 July 2027 at 5am');
    const away = Temporal.ZonedDateTime.from('2027-07-01T09:00[Asia/Karachi]');
    expect(formatDateTime(away)).toBe('Thursday 1 July 2027 at 5am');
    expect(formatTime(Temporal.PlainDateTime.from('2027-07-01T09:05'))).toBe('9.05am');
  });

  it.each([
    ['00:00', 'midnight'],
    ['00:01', '12.01am'],
    ['09:00', '9am'],
    ['12:00', 'midday'],
    ['12:30', '12.30pm'],
    ['23:59', '11.59pm'],
  ])('gives %s as %s', (clock, words) => {
    expect(formatTime(`2027-03-09T${clock}`)).toBe(words);
  });

  it('shortens a period as far as it stays clear', () => {
    expect(formatPeriod('2027-03-09', '2027-03-13')).toBe('9 to 13 March 2027');
    expect(formatPeriod('2027-02-28', '2027-03-03')).toBe('28 February to 3 March 2027');
    expect(formatPeriod('2027-12-20', '2028-01-03')).toBe('20 December 2027 to 3 January 2028');
    expect(formatPeriod('2027-03-09', '2028-03-13')).toBe('9 March 2027 to 13 March 2028');
    expect(formatPeriod('2027-03-09', '2027-03-09')).toBe('9 March 2027');
  });

  it('tells a day from a moment, for people and for machines', () => {
    expect([isDateOnly('2027-03-09'), isDateOnly('2027-03-09T10:00')]).toEqual([true, false]);
    expect(machineDate('2027-03-09')).toBe('2027-03-09');
    expect(machineDate('2027-06-30T23:30:12Z')).toBe('2027-07-01T00:30+01:00');
  });

  it('refuses what is no date, and a time of a day that has none', () => {
    expect(() => formatDate('2027-02-30')).toThrow(RangeError);
    expect(() => formatDate('soon')).toThrow(RangeError);
    expect(() => formatTime('2027-03-09')).toThrow('2027-03-09 is a day without a time.');
  });

  it('agrees with the calendar on every day', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    const calendar = new Intl.DateTimeFormat('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'Europe/London',
    });
    fc.assert(fc.property(day, (date) => formatDate(date) === calendar.format(date).replaceAll(',', '')));
  });
});

describe('counts', () => {
  it('agrees in number', () => {
    expect([0, 1, 2, 1204].map((count) => formatCount(count, 'parent', 'parents'))).toEqual([
      '0 parents',
      '1 parent',
      '2 parents',
      '1,204 parents',
    ]);
  });
});
