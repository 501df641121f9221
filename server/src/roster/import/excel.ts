import { ImportFault } from './fault.ts';

const damaged = () =>
  new ImportFault(
    'This Excel file cannot be opened: it is damaged, protected by a password, or not a list of cells.',
    'Open it in Excel, save it as a new .xlsx without a password, or copy the cells and paste them.',
  );

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  // A day comes as midnight in UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
}

/**
 * Reads the first sheet of an Excel file (.xlsx) that has anything in it, as rows of cells.
 * @param bytes a zip that was looked through for its size
 * @returns the rows, and how many other sheets were left out
 * @throws ImportFault when it cannot be opened
 */
export async function readExcel(
  bytes: Uint8Array,
): Promise<{ readonly rows: readonly (readonly string[])[]; readonly others: number }> {
  const { default: readXlsxFile } = await import('read-excel-file/node');
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    sheets = await readXlsxFile(Buffer.from(bytes));
  } catch {
    throw damaged();
  }
  const filled = sheets.filter(({ data }) => data.length > 0);
  const rows = (filled[0]?.data ?? []).map((row) => row.map(cellText));
  return { rows, others: Math.max(filled.length - 1, 0) };
}
