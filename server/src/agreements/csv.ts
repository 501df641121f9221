import { formatShortDate } from '../ui/index.ts';
import type { Agreement } from './rules.ts';

/** What a spreadsheet would take for a formula when a cell begins with it (OWASP, "CSV injection"). */
const FORMULA = /^[\s]*[=+\-@\t\r＝＋－＠]/u;

/** One cell: quoted, and with an apostrophe before anything that a spreadsheet would work out. */
export function csvCell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Rows as a CSV file (RFC 4180) with the mark by which Excel knows UTF-8. */
export function csvFile(rows: readonly (readonly string[])[]): Uint8Array {
  const text = rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
  return new TextEncoder().encode(`\uFEFF${text}`);
}

/** The agreements to one version as rows with a head. */
export function agreementRows(
  version: number,
  agreements: readonly Agreement[],
): readonly (readonly string[])[] {
  const head = ['Name', 'Class', 'Relationship', 'Policy version', 'Signed', 'How', 'State', 'Withdrawn'];
  return [
    head,
    ...agreements.map((each) => [
      each.name,
      each.childClass ?? '',
      each.relationship ?? '',
      String(version),
      formatShortDate(each.signedOn),
      each.method === 'screen' ? 'On screen' : 'On paper',
      each.state === 'signed' ? 'Agreed' : 'Withdrawn',
      each.withdrawnAt ? formatShortDate(each.withdrawnAt) : '',
    ]),
  ];
}
