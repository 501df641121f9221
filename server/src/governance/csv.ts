import { csvFile } from '../agreements/csv.ts';
import type { ShownReport } from './report.ts';
import { countText, firstContactText, NOT_SHOWN, rangeText, sectionsOf } from './sections.ts';

/** A report as rows of a spreadsheet: part, row, number. Nothing is in it that the page does not show. */
export function reportCsv(shown: ShownReport): Uint8Array {
  const rows = sectionsOf(shown).flatMap(({ title, table, whole }) => {
    if (!table) return [[title, NOT_SHOWN, '']];
    return [
      ...table.rows.map(({ label, count }) => [title, label, countText(count)]),
      ...(whole ? [[title, 'All together', rangeText(table.total)]] : []),
    ];
  });
  return csvFile([
    ['Part', 'Row', 'Number'],
    ...rows,
    ['Time to the first contact', 'The middle case', firstContactText(shown.firstContact)],
  ]);
}
