import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYear } from './terms.ts';
import { readPastedTerms } from './terms-paste.ts';

function year(text: string) {
  const read = readYear(readPastedTerms(text).values);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return {
    terms: read.year.terms.map((term) => `${term.season} ${term.from} ${term.to}`),
    closed: read.year.closed.map(({ from, to }) => (from.equals(to) ? String(from) : `${from} ${to}`)),
  };
}

const EXPECTED = [
  'autumn 2026-09-02 2026-12-18',
  'spring 2027-01-05 2027-03-25',
  'summer 2027-04-12 2027-07-21',
];

describe('a pasted list of term dates', () => {
  it.each([
    [
      'a line a term',
      `Term dates 2026 to 2027
       Autumn term: Wednesday 2 September 2026 to Friday 18 December 2026
       Half-term: Monday 26 October 2026 to Friday 30 October 2026
       Spring term: 5 January 2027 - 25 March 2027
       Summer term: 12 April 2027 to 21 July 2027
       INSET day: 1st July 2027`,
      ['2026-10-26 2026-10-30', '2027-07-01'],
    ],
    [
      'headings, starts and ends, years left out',
      `School year 2026/27, from September 2026
       Autumn term
       Starts: Wednesday 2 September
       Half term holiday: 26 to 30 October
       Ends: Friday 18 December
       Spring term
       Term starts 5 January
       Term ends 25 March
       Summer term
       First day 12 April
       Last day 21 July`,
      ['2026-10-26 2026-10-30'],
    ],
    [
      'numbers',
      'Autumn 2/9/2026 to 18/12/2026\nSpring 05.01.27 to 25.03.27\nSummer 2027-04-12 to 2027-07-21',
      [],
    ],
  ])('with %s is read whole', (_how, text, closed) => {
    expect(year(text)).toEqual({ terms: EXPECTED, closed });
  });

  it('gives back the lines with a date that it cannot place', () => {
    const { left } = readPastedTerms(
      'Parents’ evening 3 March 2027\nno date here\nAutumn term 1 May 2027 to 2 April 2027',
    );
    expect(left).toEqual(['Parents’ evening 3 March 2027', 'Autumn term 1 May 2027 to 2 April 2027']);
  });

  it('takes any text, and loses no line with a whole date', () => {
    const piece = fc.constantFrom(
      'Autumn term',
      'half-term',
      '2 September 2026',
      '18/12/2026',
      'to',
      '-',
      'INSET',
      'ends',
      '30 February 2027',
      '7',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.array(piece, { maxLength: 5 }).map((words) => words.join(' ')),
          { maxLength: 8 },
        ),
        (lines) => {
          const { values, left } = readPastedTerms(lines.join('\n'));
          const placed = Object.keys(values).length;
          const dated = lines.some((line) => /2 September 2026|18\/12\/2026/.test(line));
          expect(dated && left.length === 0 && placed === 0).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readPastedTerms(text)),
      { numRuns: 200 },
    );
  });
});
