import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPartialDate, parsePartialDate } from './dates.ts';

const said = (text: string): string | undefined => {
  const reading = parsePartialDate(text);
  return reading && formatPartialDate(reading.date);
};

describe('parsePartialDate', () => {
  test.each([
    ['18.11.25', '18 November 2025'],
    ['18/11/2025', '18 November 2025'],
    ['3-4-26', '3 April 2026'],
    ['2025-11-18', '18 November 2025'],
    ['18th November 2025', '18 November 2025'],
    ['Tuesday 18 November 2025', '18 November 2025'],
    ['1st of Sept 2026', '1 September 2026'],
    ['November 18, 2025', '18 November 2025'],
    ['29 February 2028', '29 February 2028'],
    ['15 Mawrth 2026', '15 March 2026'],
    ['January 2025', 'January 2025'],
    ['*January 2025*', 'January 2025'],
    ['Sept. 2026', 'September 2026'],
    ['Medi 2026', 'September 2026'],
    ['03/2026', 'March 2026'],
    ['Spring 2027', 'Spring term 2027'],
    ['spring  term 2027', 'Spring term 2027'],
    ['Spring Term 2026-27', 'Spring term 2027'],
    ['Autumn 2026/2027', 'Autumn term 2026'],
    ['Summer Term, 2027', 'Summer term 2027'],
    ['Tymor yr Hydref 2026', 'Autumn term 2026'],
    ['Hydref 2026', 'October 2026'],
    ['2027', '2027'],
  ])('%s is %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test.each(['', 'soon', '31.02.25', '32 January 2025', '13/2026', 'Spring', 'page 2', '1234', '18.11'])(
    '%j is no date',
    (text) => {
      expect(parsePartialDate(text)).toBeUndefined();
    },
  );

  test('keeps the school’s own form', () => {
    expect(parsePartialDate(' *18.11.25* ')?.date.written).toBe('18.11.25');
  });

  test('a date with the month first is read, and asked about', () => {
    const reading = parsePartialDate('11/18/2025');
    expect(reading?.date).toMatchObject({ month: 11, day: 18 });
    expect(reading?.question).toBe(
      'We read "11/18/2025" as 18 November 2025, with the month first. Is that right?',
    );
  });

  test.each(['2026-27', 'Spring 2026-29'])('%s is asked about', (text) => {
    expect(parsePartialDate(text)?.question).toMatch(/\?$/);
  });

  test('whatever is printed in full is read back as the same date', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2079-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom('day', 'month', 'term', 'year'), (date, precision) => {
        const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
        const made = {
          day: { precision: 'day' as const, year, month, day: date.getUTCDate(), written: '' },
          month: { precision: 'month' as const, year, month, written: '' },
          term: { precision: 'term' as const, year, term: 'spring' as const, written: '' },
          year: { precision: 'year' as const, year, written: '' },
        }[precision];
        const text = formatPartialDate(made);
        expect(parsePartialDate(text)).toEqual({ date: { ...made, written: text } });
      }),
    );
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parsePartialDate(text);
      }),
    );
  });
});
