import { findMarker } from '../read/markers.ts';
import { areOpposed } from '../read/tables.ts';
import type { PdfCell, PdfLine } from './pdf-lines.ts';

/** A gap of more than this many times the size of the letters ends a table. */
const WIDEST_STEP = 3.2;

interface Column {
  readonly title: PdfCell;
  readonly items: { text: string; line: PdfLine }[];
}

function columnAt(columns: readonly Column[], { x }: PdfCell): Column | undefined {
  return columns.reduce<Column | undefined>((best, column) => {
    const far = (one: Column) => Math.abs(one.title.x - x);
    return best === undefined || far(column) < far(best) ? column : best;
  }, undefined);
}

function add(column: Column | undefined, { text }: PdfCell, line: PdfLine): void {
  const last = column?.items.at(-1);
  const goesOn =
    last && /^[\p{Ll}(]/u.test(text) && !/[.;!?]$/u.test(last.text) && findMarker(text) === undefined;
  if (goesOn) last.text += ` ${text}`;
  else column?.items.push({ text, line });
}

/** A column as lines one under another: its title, then an item a cell. */
function linesOf({ title, items }: Column, head: PdfLine): readonly PdfLine[] {
  const lines = items.map(({ text, line }) => {
    const marked = findMarker(text) ? text : `• ${text}`;
    return { ...line, text: marked, x: head.x, bold: false, cells: [{ text: marked, x: head.x }] };
  });
  return [{ ...head, text: title.text, x: head.x, bold: false, cells: [title] }, ...lines];
}

/** Sets a table of two opposed columns ("Do", "Don't") column by column; every other line of a page stays as it is. */
export function withPdfColumns(page: readonly PdfLine[]): readonly PdfLine[] {
  const at = page.findIndex(({ cells }) => areOpposed(cells.map(({ text }) => text)));
  const head = page[at];
  if (head === undefined) return page;
  const columns = head.cells.map((title): Column => ({ title, items: [] }));
  let end = at + 1;
  for (let before = head; end < page.length; end++) {
    const line = page[end];
    if (
      line === undefined ||
      line.y - before.y > line.size * WIDEST_STEP ||
      line.cells.length > columns.length
    )
      break;
    // A full line right across the page is no cell.
    const second = columns[1]?.title.x ?? 0;
    if (line.cells.length === 1 && line.x < second - 4 && line.right > second + 40) break;
    for (const cell of line.cells) add(columnAt(columns, cell), cell, line);
    before = line;
  }
  return [...page.slice(0, at), ...columns.flatMap((column) => linesOf(column, head)), ...page.slice(end)];
}
