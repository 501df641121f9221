import { DATE_PATTERN, parsePartialDate } from '../dates.ts';
import type { VersionRow } from '../document.ts';
import type { Block } from './blocks.ts';

const COLUMN =
  /\b(?:version|issue|revision|date|author|owner|editor|by|whom|who|name|made|approved|reviewed|review|change[ds]?|amendments?|amended|summary|description|notes|comments?|details|reason|status|what|of|no|number|fersiwn|dyddiad|awdur|newid(?:iadau)?)\b/giu;
const TITLE =
  /^(?:version|document|policy|revision|review|change) (?:history|control|log|record|details|table)$|^amendments?$|^hanes y ddogfen$/iu;
const DATE = new RegExp(DATE_PATTERN, 'iu');

/** What a column of the table holds, by its name; the first that fits. */
const COLUMNS: readonly (readonly ['version' | 'date' | 'author' | 'change', RegExp])[] = [
  ['author', /author|owner|editor|\bby\b|who|name|awdur/iu],
  ['change', /change|amend|summary|description|notes|comments?|details|reason|what|newid/iu],
  ['version', /version|issue|revision|number|\bno\b|fersiwn/iu],
  ['date', /date|dyddiad/iu],
];

/** The table of a document's earlier versions: the indexes of its blocks, and its rows. */
export interface FoundHistory {
  readonly indexes: readonly number[];
  readonly rows: readonly VersionRow[];
  /** The table as lines, its title and its columns' names included; cells are apart by bars. */
  readonly lines: readonly string[];
}

function isHead(text: string): boolean {
  const names = text.match(COLUMN)?.length ?? 0;
  return names >= 2 && text.length <= 120 && text.replace(COLUMN, '').replace(/[\s/().|:-]/gu, '') === '';
}

/** The cells of a row as it is laid out: apart by tabs, bars or three spaces. */
export function cellsOf(raw: string): readonly string[] {
  return raw
    .split(/\t|\s*\|\s*| {3,}/u)
    .map((cell) => cell.replace(/\s+/gu, ' ').trim())
    .filter((cell) => cell !== '');
}

function rowOf(raw: string, columns: readonly string[]): VersionRow {
  const cells = cellsOf(raw);
  const text = cells.join(' | ');
  const row: { version?: string; date?: VersionRow['date']; author?: string; change?: string } = {};
  if (cells.length === columns.length && cells.length > 1) {
    columns.forEach((name, at) => {
      const cell = cells[at] ?? '';
      const what = COLUMNS.find(([, sign]) => sign.test(name))?.[0];
      if (what === 'date') row.date = parsePartialDate(cell)?.date;
      else if (what !== undefined) row[what] ??= cell;
    });
  }
  const date = row.date ?? parsePartialDate(DATE.exec(text)?.[0] ?? '')?.date;
  const version = row.version ?? /^(?:v(?:ersion)? ?)?(\d{1,2}(?:\.\d{1,2})?)(?=\s|$)/iu.exec(text)?.[1];
  return {
    ...(version === undefined ? {} : { version }),
    ...(date === undefined ? {} : { date }),
    ...(row.author === undefined ? {} : { author: row.author }),
    ...(row.change === undefined ? {} : { change: row.change }),
    text,
  };
}

/** A row as it stands in the source, its first cell included where that was read as an item's number. */
function rawRow(source: string, { marker, span }: Block): string {
  return marker ? `${marker.text}\t${source.slice(...span)}` : source.slice(...span);
}

/**
 * Finds the table of a document's earlier versions: a row that holds nothing but columns' names, rows with dates under
 * it, and the title above it.
 * @param taken whether a block is already known to be something else
 */
export function findHistory(
  source: string,
  blocks: readonly Block[],
  taken: (index: number) => boolean,
): FoundHistory {
  const head = blocks.findIndex(
    (block, index) => !taken(index) && block.kind !== 'rule' && isHead(block.text),
  );
  if (head < 0) return { indexes: [], rows: [], lines: [] };
  const indexes = [head];
  for (let at = head + 1; at < blocks.length; at++) {
    const text = blocks[at]?.text ?? '';
    if (taken(at) || text.length > 300 || !DATE.test(text)) break;
    indexes.push(at);
  }
  if (indexes.length === 1) return { indexes: [], rows: [], lines: [] };
  const columns = cellsOf(textOf(source, blocks[head]));
  const rows = indexes.slice(1).flatMap((at) => {
    const block = blocks[at];
    return block ? [rowOf(rawRow(source, block), columns)] : [];
  });
  const above = blocks[head - 1];
  const titled = above && !taken(head - 1) && TITLE.test(above.text);
  const lines = [...(titled ? [above.text] : []), columns.join(' | '), ...rows.map(({ text }) => text)];
  return { indexes: titled ? [head - 1, ...indexes] : indexes, rows, lines };
}

function textOf(source: string, block: Block | undefined): string {
  return block ? source.slice(...block.span) : '';
}
