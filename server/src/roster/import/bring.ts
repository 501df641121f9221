import { z } from 'zod';
import { guessColumns, type Meaning, type Refused } from './columns.ts';
import { readSeparated } from './csv.ts';
import { decodeText, tidyText } from './decode.ts';
import { readExcel } from './excel.ts';
import { ImportFault } from './fault.ts';
import { findHeadings, meaningByCells, refusedByCells } from './headings.ts';
import { isOneRoster, readOneRoster } from './oneroster.ts';
import { LIMITS, type Sheet, type SheetRow } from './sheet.ts';
import { isZip, listZip } from './zip.ts';

/** What is kept of a list between bringing it and confirming it: only columns that may be taken. */
export interface Brought extends Sheet {
  readonly source: 'text' | 'excel' | 'oneroster';
  /** What each kept column means, as far as its heading says. */
  readonly meanings: readonly Meaning[];
  /** The headings of the columns that were let go, and why. */
  readonly notTaken: readonly { readonly heading: string; readonly why: Refused }[];
  /** What a person should know about how it was read. */
  readonly notes: readonly string[];
}

/** Whose list it is read for. */
export interface BringFor {
  /** Whether the school keeps phone numbers. */
  readonly phones: boolean;
  /** The school, to find it in a file about several. */
  readonly school: { readonly name: string; readonly urn: string | undefined };
  /** Today, as `2027-03-09`: which classes of a file are taught now. */
  readonly today: string;
}

const rowSchema = z.object({ number: z.number(), cells: z.array(z.string()) });
/** How a brought list is read back from where it was kept. */
export const broughtSchema = z.object({
  source: z.enum(['text', 'excel', 'oneroster']),
  headers: z.array(z.string()),
  rows: z.array(rowSchema),
  meanings: z.array(z.custom<Meaning>((value) => typeof value === 'string')),
  notTaken: z.array(
    z.object({ heading: z.string(), why: z.custom<Refused>((why) => typeof why === 'string') }),
  ),
  notes: z.array(z.string()),
});

/**
 * Reads a file that somebody brought: Excel, OneRoster or separated text in any usual encoding. What is never taken is
 * let go here.
 * @throws ImportFault when it is none of these, too large or empty
 */
export async function bringFile(bytes: Uint8Array, about: BringFor): Promise<Brought> {
  if (bytes.length > LIMITS.bytes) throw tooLong();
  if (isZip(bytes)) {
    const names = listZip(bytes);
    if (names.includes('xl/workbook.xml')) {
      const { rows, others } = await readExcel(bytes);
      const notes = others > 0 ? [`Only the first sheet was read; the file has ${others} more.`] : [];
      return { ...arrange(rows, about), source: 'excel', notes };
    }
    if (isOneRoster(names)) return readOneRoster(bytes, names, about);
    throw new ImportFault(
      'This zip holds neither an Excel list nor OneRoster files.',
      'Send the list itself: .csv, .xlsx, or a OneRoster zip with manifest.csv and users.csv in it.',
    );
  }
  const other = otherKind(bytes);
  if (other) throw other;
  const { text, encoding } = decodeText(bytes);
  const notes =
    encoding === 'windows-1252'
      ? ['The file is in an older encoding (Windows-1252). Check that accents in names are right.']
      : [];
  return { ...bringText(text, about), notes };
}

/**
 * Reads what somebody pasted: cells copied from a spreadsheet, or separated text.
 * @throws ImportFault when there is nothing in it or too much
 */
export function bringText(text: string, about: BringFor): Brought {
  return { ...arrange(readSeparated(tidyText(text)), about), source: 'text', notes: [] };
}

const tooLong = () =>
  new ImportFault(
    `This list is too long: at most ${LIMITS.bytes / (1024 * 1024)} MB, ${LIMITS.rows.toLocaleString('en-GB')} rows and ${LIMITS.columns} columns are taken.`,
    'Send one year or one class at a time.',
  );

/** Files that people send by mistake, told by their first bytes. */
function otherKind(bytes: Uint8Array): ImportFault | undefined {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (start.startsWith('\xd0\xcf\x11\xe0')) {
    return new ImportFault(
      'This is an Excel file of the older kind (.xls), or one with a password.',
      'Open it in Excel and save it as “Excel workbook (.xlsx)” without a password, then send that.',
    );
  }
  if (start.startsWith('%PDF') || start.startsWith('{\\rtf') || start.startsWith('\x89PNG')) {
    return new ImportFault(
      'This is a document or a picture, not a list of cells.',
      'Export the list as CSV or Excel from the program it comes from, or paste the cells.',
    );
  }
  return undefined;
}

function column(rows: readonly SheetRow[], index: number): readonly string[] {
  return rows.map((row) => row.cells[index] ?? '');
}

/** From rows of cells to a list under headings, without the columns that are never taken. */
function arrange(
  raw: readonly (readonly string[])[],
  { phones }: BringFor,
): Omit<Brought, 'source' | 'notes'> {
  const width = raw.reduce((most, row) => Math.max(most, row.length), 0);
  if (raw.length > LIMITS.rows || width > LIMITS.columns) throw tooLong();
  const trimmed = raw.map((row) => row.map((cell) => tidyText(cell).replaceAll(/\s+/g, ' ').trim()));
  const at = findHeadings(trimmed, phones);
  const headings = Array.from({ length: width }, (_, index) => trimmed[at]?.[index] ?? '');
  const rows = trimmed
    .map((cells, index) => ({ number: index + 1, cells }))
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) {
    throw new ImportFault(
      'There are no rows of people in this list.',
      'It should have a row of headings, such as “Name, Email, Class”, and below it a row for each parent or child.',
    );
  }
  const guesses = at < 0 ? byCells(headings, rows) : guessColumns(headings, phones);
  const kept: number[] = [];
  const meanings: Meaning[] = [];
  const notTaken: { heading: string; why: Refused }[] = [];
  for (const [index, guess] of guesses.entries()) {
    const heading = headings[index] || `Column ${index + 1}`;
    const cells = column(rows, index);
    const why = guess === undefined ? refusedByCells(cells) : 'refused' in guess ? guess.refused : undefined;
    if (why !== undefined) notTaken.push({ heading: heading.slice(0, 100), why });
    else if (cells.some((cell) => cell !== '')) {
      kept.push(index);
      meanings.push(guess && 'meaning' in guess ? guess.meaning : 'none');
    }
  }
  return {
    headers: kept.map((index) => (headings[index] || `Column ${index + 1}`).slice(0, 100)),
    rows: rows.map(({ number, cells }) => ({ number, cells: kept.map((index) => cells[index] ?? '') })),
    meanings,
    notTaken,
  };
}

/** What the columns of a list without headings may mean, each meaning once. */
function byCells(headings: readonly string[], rows: readonly SheetRow[]) {
  const seen = new Set<Meaning>();
  return headings.map((_, index) => {
    const cells = column(rows, index);
    const meaning = refusedByCells(cells) === undefined ? meaningByCells(cells) : undefined;
    if (meaning === undefined || seen.has(meaning)) return undefined;
    seen.add(meaning);
    return { meaning };
  });
}
