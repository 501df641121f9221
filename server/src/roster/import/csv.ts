import { CsvError, parse } from 'csv-parse/sync';
import { ImportFault } from './fault.ts';
import { LIMITS } from './sheet.ts';

const SEPARATORS = [',', ';', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];

/** So much of a text shows which separator it has. */
const SAMPLE = 8000;

/** What separates the cells: of the three that programs write, the one that is most often outside quotation marks. */
export function detectSeparator(text: string): Separator {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const char of text.slice(0, SAMPLE)) {
    if (char === '"') quoted = !quoted;
    else if (!quoted) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  const count = (separator: Separator | '\n') => counts.get(separator) ?? 0;
  // A tab is never part of a name or an address, so one a line decides.
  if (count('\t') > 0 && count('\t') >= Math.min(count('\n'), 1)) return '\t';
  return count(';') > count(',') ? ';' : ',';
}

/**
 * Reads separated text into rows of cells; an empty line is a row without cells' content, so that numbers stay right.
 * @throws ImportFault when it is not separated text
 */
export function readSeparated(text: string): readonly (readonly string[])[] {
  try {
    const rows: string[][] = parse(text, {
      delimiter: detectSeparator(text),
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: '\n',
      to: LIMITS.rows + 1,
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportFault(
      'This list cannot be read as rows: a quotation mark opens a cell and none closes it.',
      'Open the list in a spreadsheet program and save it again as CSV or Excel, or copy the cells and paste them.',
    );
  }
}
