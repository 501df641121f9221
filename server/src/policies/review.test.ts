import type { PartialDate } from '@handbell/policy';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { SchoolCalendar } from '../schools/calendar.ts';
import { reviewTime } from './review.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const none: SchoolCalendar = { terms: [], closed: [] };
const own: SchoolCalendar = {
  terms: [
    { season: 'autumn', from: day('2026-09-02'), to: day('2026-12-18') },
    { season: 'spring', from: day('2027-01-05'), to: day('2027-03-25') },
  ],
  closed: [],
};
const said = (date: PartialDate, calendar: SchoolCalendar) => {
  const { from, due } = reviewTime(date, calendar);
  return `${from} ${due}`;
};

describe('when a review is due', () => {
  it('is in time until the last day of its term, and comes up on the first', () => {
    const spring: PartialDate = { precision: 'term', year: 2027, term: 'spring', written: 'Spring 2027' };
    expect(said(spring, own)).toBe('2027-01-05 2027-03-25');
    expect(said(spring, none)).toBe('2027-01-04 2027-03-31');
    const summer: PartialDate = { precision: 'term', year: 2028, term: 'summer', written: '' };
    expect(said(summer, own)).toBe('2028-04-15 2028-07-21');
  });

  it('is in time until its day, its month or its year ends', () => {
    expect(said({ precision: 'day', year: 2027, month: 2, day: 3, written: '' }, own)).toBe(
      '2027-01-05 2027-02-03',
    );
    expect(said({ precision: 'month', year: 2027, month: 2, written: '' }, own)).toBe(
      '2027-01-05 2027-02-28',
    );
    expect(said({ precision: 'month', year: 2028, month: 2, written: '' }, none)).toBe(
      '2028-01-18 2028-02-29',
    );
    expect(said({ precision: 'year', year: 2027, written: '' }, none)).toBe('2027-11-19 2027-12-31');
  });
});
