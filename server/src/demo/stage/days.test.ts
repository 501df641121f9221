import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isSchoolDay } from '../../schools/calendar.ts';
import { at, storyDays } from './days.ts';

const { compare } = Temporal.Instant;
const someInstant = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2040, 0, 1) })
  .map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds));

describe('the days of the demo’s story', () => {
  it('are school days, one before the other, and end before now', () => {
    fc.assert(
      fc.property(someInstant, (now) => {
        const days = storyDays(now);
        expect(compare(days.instant(at(0, '09:55')), now)).toBeLessThan(0);
        for (let back = 0; back < 55; back += 1) {
          expect(isSchoolDay(days.calendar, days.day(back))).toBe(true);
          expect(Temporal.PlainDate.compare(days.day(back + 1), days.day(back))).toBe(-1);
        }
      }),
      { numRuns: 6 },
    );
  });

  it('end today once the morning is over, and on the last school day before else', () => {
    const endOf = (now: string) => storyDays(Temporal.Instant.from(now)).day(0).toString();
    expect(endOf('2026-11-20T11:00:00Z')).toBe('2026-11-20');
    expect(endOf('2026-11-20T10:59:00Z')).toBe('2026-11-19');
    expect(endOf('2026-11-21T15:00:00Z')).toBe('2026-11-20');
    expect(endOf('2026-11-02T08:00:00Z')).toBe('2026-10-23');
    expect(endOf('2027-08-20T15:00:00Z')).toBe('2027-07-21');
  });

  it('say which term a day is in', () => {
    const days = storyDays(Temporal.Instant.from('2026-11-20T12:00:00Z'));
    expect(days.term(Temporal.PlainDate.from('2026-09-09'), 1)).toBe('Autumn 2027');
    expect(days.term(Temporal.PlainDate.from('2027-03-09'), 0)).toBe('Spring 2027');
  });
});
