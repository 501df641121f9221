import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEDS, type LogEntry } from '../browser/islands/log/entry.ts';
import { LogFileError, logFile, missingFrom, readLogFile } from '../browser/islands/log/file.ts';

const time = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 19));
const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', 'two\r\nlines', '"quoted" \\ \u2028'),
);
const entry: fc.Arbitrary<LogEntry> = fc.record({
  at: time,
  deed: fc.constantFrom(...DEEDS),
  note: words,
  messages: fc.array(fc.record({ at: time, sender: words, text: words }), { maxLength: 3 }),
});
const log = fc.array(entry, { maxLength: 5 });
const one: LogEntry = {
  at: '2027-03-09T18:15:00',
  deed: 'removed',
  note: 'Asked twice before.',
  messages: [],
};

describe('a saved log', () => {
  it('comes back as it was, whatever stands in it, and is text for people', () => {
    fc.assert(
      fc.property(log, (entries) => {
        expect(readLogFile(logFile(entries, '2027-03-10'))).toEqual(entries);
      }),
    );
    expect(logFile([one], '2027-03-10')).toContain('9 March 2027 at 6.15pm: Removed somebody from the group');
  });

  it('comes back from a file that a program saved with other line ends', () => {
    expect(readLogFile(logFile([one], '2027-03-10').replaceAll('\r\n', '\n'))).toEqual([one]);
  });

  it('is turned away whole when it was cut short, changed, or is something else', () => {
    const file = logFile([one], '2027-03-10');
    for (const wrong of [
      '',
      'Is PE tomorrow?',
      file.slice(0, -20),
      file.replace('"removed"', '"hanged"'),
      file.replace('"at":"2027-03-09T18:15:00"', '"at":"yesterday"'),
      file.replace('"messages":[]', '"messages":[null]'),
      file.replace(/\[\{.*/, '{"at":1}'),
    ]) {
      expect(() => readLogFile(wrong), wrong).toThrow(LogFileError);
    }
  });

  it('adds only what the log does not have, each once', () => {
    fc.assert(
      fc.property(log, log, (mine, file) => {
        const missing = missingFrom(mine, [...file, ...mine]);
        expect(missingFrom([...mine, ...missing], file)).toEqual([]);
        expect(missingFrom(missing, mine).length).toBe(missingFrom([], mine).length);
        expect(missingFrom(mine, mine)).toEqual([]);
      }),
    );
  });
});
