import type { PartialDate } from '@handbell/policy';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { SchoolCalendar } from '../schools/calendar.ts';
import { reviewStage, reviewTime } from './review.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const none: SchoolCalendar = { terms: [], closed: [] };
const own: SchoolCalendar = {
  terms: [
    { season: 'autumn', from: day('2026-09-02'), to: day('2026-12-18') },
    { season: 'spring', from: day('2027-01-05'), to: day('2027-03-25') },
  ],
  closed: [{ from: day('2027-03-24'), to: day('2027-03-25') }],
};
const said = (date: PartialDate, calendar: SchoolCalendar) => {
  const { from, due } = reviewTime(date, calendar);
  return `${from} ${due}`;
};
const spring: PartialDate = { precision: 'term', year: 2027, term: 'spring', written: 'Spring 2027' };

describe('when a review is due', () => {
  it('is in time until the last school day of its term, and comes up a term ahead', () => {
    expect(said(spring, own)).toBe('2026-09-02 2027-03-23');
    expect(said(spring, none)).toBe('2026-09-01 2027-03-31');
    const summer: PartialDate = { precision: 'term', year: 2028, term: 'summer', written: '' };
    expect(said(summer, own)).toBe('2028-01-04 2028-07-21');
    const autumn: PartialDate = { precision: 'term', year: 2026, term: 'autumn', written: '' };
    expect(said(autumn, own)).toBe('2026-04-15 2026-12-18');
  });

  it('is in time until its day, its month or its year ends', () => {
    expect(said({ precision: 'day', year: 2027, month: 2, day: 3, written: '' }, own)).toBe(
      '2026-09-02 2027-02-03',
    );
    expect(said({ precision: 'month', year: 2027, month: 2, written: '' }, own)).toBe(
      '2026-09-02 2027-02-28',
    );
    expect(said({ precision: 'month', year: 2028, month: 2, written: '' }, none)).toBe(
      '2027-11-30 2028-02-29',
    );
    expect(said({ precision: 'year', year: 2027, written: '' }, none)).toBe('2027-10-01 2027-12-31');
  });

  it('is said ahead from the first day of the reminder, and overdue from the day after', () => {
    const time = reviewTime(spring, own);
    expect(reviewStage(time, day('2026-09-01'))).toBeUndefined();
    expect(reviewStage(time, day('2026-09-02'))).toBe('ahead');
    expect(reviewStage(time, day('2027-03-23'))).toBe('ahead');
    expect(reviewStage(time, day('2027-03-24'))).toBe('overdue');
  });
});
