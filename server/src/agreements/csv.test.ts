import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvFile } from './csv.ts';

/** Reads a cell as a spreadsheet does: the quotes away, doubled quotes single. */
const read = (cell: string) => cell.slice(1, -1).replaceAll('""', '"');

describe('a table for a spreadsheet', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@A1',
    '\t=1',
    '\r=1',
    '  =1',
    '\n=1',
    '＝1',
    '=HYPERLINK("http://example.org")',
  ])('does not let %j be worked out', (value) => {
    expect(read(csvCell(value))).toBe(`'${value}`);
  });

  it.each(['Ann', 'O"Neil', 'a,b', 'two\nlines', 'محمد', '', '1=1'])('keeps %j as it is', (value) => {
    expect(read(csvCell(value))).toBe(value);
  });

  it('never has a cell that begins a formula, whatever somebody is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const cell = csvCell(value);
        expect(cell).toMatch(/^"(?:[^"]|"")*"$/u);
        expect(read(cell)).not.toMatch(/^\s*[=+\-@]/u);
      }),
    );
  });

  it('is UTF-8 with a mark, and has a line end after every row', () => {
    const bytes = csvFile([['a', 'é'], ['b']]);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('"a","é"\r\n"b"\r\n');
  });
});
