import { DATE_PATTERN } from '../dates.ts';
import type { Block } from './blocks.ts';

const COLUMN =
  /\b(?:version|issue|revision|date|author|owner|by|whom|who|approved|reviewed|review|change[ds]?|amendments?|summary|description|notes|details|reason|status|what|of|no|number)\b/giu;
const TITLE = /^(?:version|document|policy|revision|review|change) (?:history|control|log|record|details)$/iu;
const DATE = new RegExp(DATE_PATTERN, 'iu');

function isHead(text: string): boolean {
  const names = text.match(COLUMN)?.length ?? 0;
  return names >= 2 && text.length <= 120 && text.replace(COLUMN, '').replace(/[\s/().|:-]/gu, '') === '';
}

/**
 * Finds the table of a document's earlier versions: a row that holds nothing but columns' names, rows with dates under
 * it, and the title above it.
 * @param taken whether a block is already known to be something else
 * @returns the indexes of its blocks
 */
export function findHistory(blocks: readonly Block[], taken: (index: number) => boolean): readonly number[] {
  const head = blocks.findIndex(
    (block, index) => !taken(index) && block.kind !== 'rule' && isHead(block.text),
  );
  if (head < 0) return [];
  const found = [head];
  for (let at = head + 1; at < blocks.length; at++) {
    const text = blocks[at]?.text ?? '';
    if (taken(at) || text.length > 300 || !DATE.test(text)) break;
    found.push(at);
  }
  if (found.length === 1) return [];
  const above = blocks[head - 1];
  return above && !taken(head - 1) && TITLE.test(above.text) ? [head - 1, ...found] : found;
}
