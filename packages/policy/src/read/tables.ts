import type { SourceSpan } from '../document.ts';
import { textAt } from '../text/spans.ts';
import type { Block, Layout } from './blocks.ts';
import { polarityOfMark, saysNot } from './strength.ts';

const NO_TITLE = /^(?:no|nos|not ok(?:ay)?|bad|wrong|red|unhelpful|stop)$/iu;
const YES_TITLE =
  /^(?:dos?|please(?: do)?|yes|ok(?:ay)?|good|right|green|helpful|go|allowed|acceptable|appropriate|use .*|(?:the )?(?:groups?|chats?) (?:is|are) for|(?:i|we|you|members|parents) (?:will|can|should|may)|what (?:is|it is|the group is) for|gwnewch)\W*$/iu;
const LONGEST_TITLE = 60;

function says(title: string): 'do' | 'do-not' | undefined {
  const plain = title.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}’']+$/gu, '');
  const marked = polarityOfMark(title.trim()) ?? polarityOfMark(title.trim().split(' ')[0]);
  if (NO_TITLE.test(plain) || saysNot(plain)) return 'do-not';
  return YES_TITLE.test(plain) ? 'do' : marked;
}

/** Whether words are the title of a list of what is wanted, or of what is not: "Please do", "Don't". */
export function isPolarTitle(title: string): boolean {
  return title.length <= LONGEST_TITLE && title.split(' ').length <= 4 && says(title) !== undefined;
}

/** Whether a table's titles set what is wanted against what is not: "Do" and "Don't", a tick and a cross. */
export function areOpposed(titles: readonly string[]): boolean {
  if (titles.length < 2 || titles.length > 3 || titles.some((one) => one.length > LONGEST_TITLE))
    return false;
  const said = titles.map(says);
  return said.includes('do') && said.includes('do-not') && !said.includes(undefined);
}

interface Cell {
  readonly span: SourceSpan;
  /** Where on its line it stands: the tabs before it, or the characters. */
  readonly tabs: number;
  readonly column: number;
}

function cellsAt(source: string, { span, marker }: Block): readonly Cell[] {
  const [start, end] = marker ? [Math.min(marker.span[0], span[0]), span[1]] : span;
  const lineStart = source.lastIndexOf('\n', start) + 1;
  const cells: Cell[] = [];
  for (const match of source.slice(start, end).matchAll(/(?:[^\t\n ]|[ ]{1,2}(?=[^\s]))+/gu)) {
    const at = start + match.index;
    const before = source.slice(lineStart, at);
    cells.push({
      span: [at, at + match[0].length],
      tabs: before.split('\t').length - 1,
      column: before.length,
    });
  }
  return cells;
}

function columnOf(cell: Cell, head: readonly Cell[]): number {
  const tabbed = head.some(({ tabs }) => tabs > 0);
  const far = (one: Cell) => (tabbed ? Math.abs(one.tabs - cell.tabs) : Math.abs(one.column - cell.column));
  return head.reduce((best, one, at) => (far(one) < far(head[best] ?? one) ? at : best), 0);
}

/** The line under a title row, where a heading of plain text is underlined: no cell, but not to be lost. */
function underline({ marker, span }: Block): readonly Block[] {
  if (marker === undefined || marker.span[0] < span[1]) return [];
  return [{ kind: 'rule', text: marker.text, span: marker.span, level: 0 }];
}

function asItem(source: string, span: SourceSpan): Block {
  return { kind: 'item', text: textAt(source, span), span, level: 0, listed: true };
}

/** Reads a table of two opposed columns column by column, each under its title; the rest of a layout stays as it is. */
export function withColumns({ source, blocks }: Layout): Layout {
  const done: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block === undefined) continue;
    const head = block.kind === 'rule' || block.text.length > 150 ? [] : cellsAt(source, block);
    if (!areOpposed(head.map(({ span }) => textAt(source, span)))) {
      done.push(block);
      continue;
    }
    const columns: Block[][] = head.map(({ span }) => [
      { kind: 'paragraph', text: textAt(source, span), span, level: 0 },
    ]);
    let next = at + 1;
    for (; next < blocks.length; next++) {
      const row = blocks[next];
      const cells = row === undefined || row.kind === 'heading' ? [] : cellsAt(source, row);
      const starts = cells[0] && (cells[0].column > 0 || cells.length > 1);
      if (row?.kind === 'rule') continue;
      if (cells.length === 0 || cells.length > head.length || !starts) break;
      for (const cell of cells) columns[columnOf(cell, head)]?.push(asItem(source, cell.span));
    }
    const rules = blocks.slice(at + 1, next).filter(({ kind }) => kind === 'rule');
    if (columns.every((column) => column.length === 1)) done.push(block);
    else {
      done.push(...underline(block), ...rules, ...columns.flat());
      at = next - 1;
    }
  }
  return { source, blocks: done };
}
