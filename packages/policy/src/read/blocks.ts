import type { SourceSpan } from '../document.ts';
import { tidy } from '../text/spans.ts';

/** A list mark or number as it stands before a block's words. */
export interface Marker {
  readonly text: string;
  readonly span: SourceSpan;
}

/**
 * One piece of a document as it is laid out: a heading, a paragraph, an item of a list, a ruled line, or what a page
 * repeats at its head or foot. `span` points into the source; `text` is the source there, tidied.
 */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'rule' | 'page';
  readonly text: string;
  readonly span: SourceSpan;
  /** 1 to 6 for a heading; 0 to 2 for an item, its depth in the list. */
  readonly level: number;
  readonly marker?: Marker;
  /** The file itself says that this is an item of a list: its number is no heading's. */
  readonly listed?: boolean;
  /** It begins a list of its own, though it stands right under the rows of a table: nothing above leads it. */
  readonly begins?: boolean;
}

/** A block before it has a place in a source: what the readers of Word, PDF, HTML and Markdown files give. */
export interface LooseBlock {
  readonly kind: Block['kind'];
  readonly text: string;
  readonly level?: number;
  readonly marker?: string;
  readonly listed?: boolean;
}

/** A whole text and its blocks. */
export interface Layout {
  readonly source: string;
  readonly blocks: readonly Block[];
}

/** The words with single spaces, but with the tabs that stand between the cells of a row. */
function withTabs(text: string): string {
  return text.split('\t').map(tidy).join('\t').trim();
}

/**
 * Writes loose blocks one after another as plain text, so that every block has a place in a source.
 * Blank blocks are left out. Items are indented by depth and bear their own mark, or a dash.
 */
export function layOut(loose: readonly LooseBlock[]): Layout {
  let source = '';
  const blocks: Block[] = [];
  for (const piece of loose) {
    const text = tidy(piece.text);
    if (text === '') continue;
    const kept = withTabs(piece.text);
    const level = piece.level ?? (piece.kind === 'heading' ? 1 : 0);
    if (source !== '') source += piece.kind === 'item' && blocks.at(-1)?.kind === 'item' ? '\n' : '\n\n';
    const mark = piece.marker ?? (piece.kind === 'item' ? '-' : undefined);
    if (piece.kind === 'item') source += '  '.repeat(level);
    const markAt = source.length;
    if (mark !== undefined) source += `${mark} `;
    const start = source.length;
    source += kept;
    blocks.push({
      kind: piece.kind,
      text,
      span: [start, source.length],
      level,
      ...(piece.listed ? { listed: true } : {}),
      ...(mark === undefined ? {} : { marker: { text: mark, span: [markAt, markAt + mark.length] } }),
    });
  }
  return { source, blocks };
}
