import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { CountedCase } from '../cases/numbers.ts';
import { makeReport } from './report.ts';
import { isOver, median, momentsOf, reportTerms, schoolDaysUntil, termName } from './term.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const CALENDAR = {
  terms: [
    { season: 'autumn', from: day('2026-09-02'), to: day('2026-12-18') },
    { season: 'spring', from: day('2027-01-04'), to: day('2027-03-25') },
  ],
  closed: [{ from: day('2026-10-26'), to: day('2026-10-30') }],
} as const;

const counted = (label: string | undefined, refs: readonly string[], contact?: string): CountedCase => ({
  openedOn: day('2026-09-07'),
  firstContactOn: contact === undefined ? undefined : day(contact),
  state: 'closed',
  clauses: refs.map((ref) => ({ id: ref, ref, text: 'x', force: 'rule' })),
  outcome: label === undefined ? undefined : { kind: 'warning-letter', label },
});
const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value);
const NO_BANS = { active: 0, reviewed: 0, heeded: 0, unchanged: 0 };
const EMPTY = { concerns: [], cases: [], equality: [], reviews: [], bans: NO_BANS } as const;

describe('a term for a report', () => {
  it('reaches to the day before the next one, and is over after that', () => {
    const [spring, autumn] = reportTerms(CALENDAR, day('2027-03-09'));
    expect([spring && termName(spring), autumn && termName(autumn)]).toEqual([
      'Spring term 2027',
      'Autumn term 2026',
    ]);
    expect(autumn?.to.toString()).toBe('2027-01-03');
    expect(autumn && isOver(autumn, day('2027-01-03'))).toBe(false);
    expect(autumn && isOver(autumn, day('2027-01-04'))).toBe(true);
    expect(autumn && momentsOf(autumn).to.toString()).toBe('2027-01-04T00:00:00Z');
  });

  it('counts only days the school is open', () => {
    expect(schoolDaysUntil(CALENDAR, day('2026-10-23'), day('2026-11-03'))).toBe(2);
    expect(schoolDaysUntil(CALENDAR, day('2026-11-03'), day('2026-11-03'))).toBe(0);
  });

  it('has the middle of its numbers', () => {
    expect([median([]), median([3]), median([9, 1, 2]), median([4, 1])]).toEqual([undefined, 3, 2, 2.5]);
  });
});

describe('a report', () => {
  it('counts by place, outcome, clause, equality and review', () => {
    const cases = [
      ...times(6, counted('Advice', ['3.1'], '2026-09-08')),
      ...times(7, counted(undefined, ['3.1', '3.2', '3.2'], '2026-09-10')),
    ];
    const report = makeReport(
      {
        concerns: [
          ...times(9, { place: 'group', ending: 'case' } as const),
          { place: 'email', ending: 'complaint' },
        ],
        cases,
        equality: times(13, 'nothing-raised' as const),
        reviews: times(5, 'upheld' as const),
        bans: { active: 2, reviewed: 0, heeded: 7, unchanged: 3 },
      },
      CALENDAR,
    );
    expect(report.outcomes).toEqual({
      rows: [
        { label: 'Advice', count: 6 },
        { label: 'Not decided yet', count: 7 },
      ],
      total: { least: 13, most: 13 },
    });
    expect(report.clauses?.rows).toEqual([
      { label: 'Clause 3.1', count: 13 },
      { label: 'Clause 3.2', count: 7 },
    ]);
    expect(report.concerns.rows[0]).toEqual({ label: 'In a registered group', count: 9 });
    expect(report.concerns.rows[3]).toEqual({ label: 'By email', count: 'few' });
    expect(report.concerns.total).toEqual({ least: 10, most: 13 });
    expect(report.equality?.rows.map(({ count }) => count)).toEqual([13, 0, 0]);
    expect(report.reviews.rows[0]?.count).toBe(5);
    expect(report.bans.rows.map(({ count }) => count)).toEqual(['few', 0, 7, 'few']);
    expect(report.firstContact).toBe(3);
  });

  it('counts how concerns ended, unless that would tell what another table hides', () => {
    const ended = [
      ...times(6, { place: 'group', ending: 'case' } as const),
      ...times(5, { place: 'group', ending: 'complaint' } as const),
    ];
    const shown = makeReport({ ...EMPTY, concerns: ended }, CALENDAR).endings?.rows;
    expect(shown?.filter(({ count }) => count !== 0)).toEqual([
      { label: 'A case was opened', count: 6 },
      { label: 'A complaint about the school', count: 5 },
    ]);
    const few = [...ended, { place: 'email', ending: 'open' } as const];
    expect(makeReport({ ...EMPTY, concerns: few }, CALENDAR).endings).toBeNull();
  });

  it('shows no middle time for few cases, and none where it would tell how many there were', () => {
    expect(
      makeReport({ ...EMPTY, cases: times(4, counted('Advice', ['1'], '2026-09-08')) }, CALENDAR)
        .firstContact,
    ).toBeNull();
  });

  it('leaves out a table that would tell what another hides', () => {
    const cases = [...times(6, counted('Advice', ['1'])), ...times(4, counted('Warning', ['1']))];
    const report = makeReport({ ...EMPTY, cases }, CALENDAR);
    expect(report.outcomes.rows.map(({ count }) => count)).toEqual([6, 'few']);
    expect(report.clauses).toBeNull();
  });
});
