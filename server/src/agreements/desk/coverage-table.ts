import type { Adult } from '../../roster/adult.ts';
import { formatShortDate } from '../../ui/index.ts';
import type { Standing } from '../asking/standing.ts';
import { csvFile } from '../csv.ts';
import { howGiven } from '../record-rows.ts';
import type { Part, Parts } from './coverage.ts';
import { standsAt } from './coverage-pages.tsx';

type Cells = readonly string[];

const PEOPLE: Cells = ['Name', 'Classes', 'Agreed', 'Signed', 'Version', 'How', 'Where it stands'];
const PARTS: Cells = ['What', 'Which', 'Adults', 'Agreed'];

/**
 * Adults on the roll as rows with a head.
 * @param adults who of them
 */
export function peopleRows(
  standing: Standing,
  adults: readonly Adult[],
  className: (adult: Adult) => string,
): readonly Cells[] {
  return [
    PEOPLE,
    ...adults.map((adult) => {
      const agreement = standing.agreements.get(adult.id);
      return [
        adult.name,
        className(adult),
        agreement ? 'Yes' : 'No',
        agreement ? formatShortDate(agreement.signedOn) : '',
        agreement ? String(agreement.version) : '',
        agreement ? howGiven(agreement) : '',
        standsAt(standing, adult),
      ];
    }),
  ];
}

/**
 * The parts of the school as rows with a head.
 * @param only the one part that was asked for; all when left out
 */
export function partRows({ whole, classes, years, groups }: Parts, only?: Part): readonly Cells[] {
  const rows = (what: string, parts: readonly Part[]) =>
    parts
      .filter((part) => only === undefined || part.key === only.key)
      .map(({ name, share }) => [what, name, String(share.adults), String(share.agreed)]);
  return [
    PARTS,
    ...rows('School', [whole]),
    ...rows('Class', classes),
    ...rows('Year', years),
    ...rows('Group', groups),
  ];
}

/** Rows as one CSV file. */
export const coverageCsv = csvFile;

/** A name that begins like a formula stays a name: every cell says that it is text. */
const sheetOf = (rows: readonly Cells[]) =>
  rows.map((cells, at) =>
    cells.map((value) => ({ type: String, value, ...(at === 0 && { fontWeight: 'bold' as const }) })),
  );

/** Both tables as an Excel file with a sheet each. */
export async function coverageExcel(people: readonly Cells[], parts: readonly Cells[]): Promise<Uint8Array> {
  const columns = (rows: readonly Cells[]) =>
    (rows[0] ?? []).map((_head, at) => ({
      width: Math.min(50, Math.max(8, ...rows.map((cells) => (cells[at] ?? '').length + 2))),
    }));
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const file = writeExcelFile([
    { data: sheetOf(people), sheet: 'People', columns: columns(people), stickyRowsCount: 1 },
    { data: sheetOf(parts), sheet: 'Classes, years, groups', columns: columns(parts), stickyRowsCount: 1 },
  ]);
  return new Uint8Array(await file.toBuffer());
}
