import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { CLASS_TEXT, DEFAULT_RULES, RETENTION_CLASSES } from './classes.ts';
import type { KeptRecord } from './kept-record.ts';
import { sortQueue } from './queue.ts';
import { earliest, isDue, lastDayKept } from './rules.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const days = fc.integer({ min: 0, max: 6000 }).map((count) => day('2027-03-09').add({ days: count }));

describe('the time a record is kept', () => {
  it('is the school’s months from the day it ended', () => {
    expect(lastDayKept({ since: day('2027-03-09') }, 12).toString()).toBe('2028-03-09');
    expect(lastDayKept({ since: day('2027-10-31') }, 4).toString()).toBe('2028-02-29');
  });

  it('is the day set when it was closed, whatever the schedule says since', () => {
    const record = { since: day('2027-03-09'), until: day('2033-03-09') };
    expect(lastDayKept(record, 1).toString()).toBe('2033-03-09');
  });

  it('includes its last day', () => {
    const record = { since: day('2027-03-09') };
    expect(isDue(record, 12, day('2028-03-09'))).toBe(false);
    expect(isDue(record, 12, day('2028-03-10'))).toBe(true);
  });

  it('never ends earlier when the months are more, and once over stays over', () => {
    fc.assert(
      fc.property(days, days, fc.nat(120), fc.nat(24), (since, today, months, more) => {
        if (isDue({ since }, months + more, today)) expect(isDue({ since }, months, today)).toBe(true);
        if (isDue({ since }, months, today))
          expect(isDue({ since }, months, today.add({ days: more }))).toBe(true);
      }),
    );
  });

  it('counts from the first of several days that end it', () => {
    expect(earliest(undefined, day('2028-01-01'), day('2027-05-01'))?.toString()).toBe('2027-05-01');
    expect(earliest(undefined, undefined)).toBeUndefined();
  });
});

describe('the queue', () => {
  const record = (object: string, since: string): KeptRecord => ({
    class: 'talk',
    object,
    label: object,
    since: day(since),
    erase: async () => undefined,
  });

  it('tells what is due, what is on hold, and what comes later', () => {
    const records = [record('a', '2026-01-01'), record('b', '2026-01-02'), record('c', '2027-03-01')];
    const lines = sortQueue(records, DEFAULT_RULES, new Set(['b']), day('2027-03-09'));
    const talk = lines.find((line) => line.class === 'talk');
    const objects = (list: readonly KeptRecord[] = []) => list.map(({ object }) => object);
    expect([objects(talk?.due), objects(talk?.held), objects(talk?.later)]).toEqual([['a'], ['b'], ['c']]);
  });

  it('has a line and words for every class, none of which goes unasked at first', () => {
    expect(sortQueue([], DEFAULT_RULES, new Set(), day('2027-03-09')).map((line) => line.class)).toEqual([
      ...RETENTION_CLASSES,
    ]);
    for (const name of RETENTION_CLASSES) {
      expect(CLASS_TEXT[name].name).not.toBe('');
      expect(DEFAULT_RULES[name].automatic).toBe(false);
    }
  });
});
