import type { Block } from './blocks.ts';
import { fieldLabels } from './labels.ts';

/** Marks that a heading can bear: a number, a capital letter, a bullet. */
const CAN_LEAD = /^(?:\d{1,2}[.)]?|\d{1,2}\.\d{1,2}\.?|[A-H][.)]|[-*•·▪])$/u;
const MOST_WORDS = 12;
const MOST_CHARACTERS = 90;
const OPEN_ENDED =
  /\b(?:to|not|will|must|should|may|can|the|and|or|for|be|that|following|we|i|do|don['’]t|are|is|please)$/iu;

function couldBeHeading(source: string, block: Block | undefined): boolean {
  if (block === undefined || block.kind === 'rule' || block.kind === 'page') return false;
  if (block.kind === 'heading') return true;
  const { text } = block;
  const mark = block.marker?.text ?? '';
  if (block.kind === 'item' && (block.level > 0 || block.listed || !CAN_LEAD.test(mark))) return false;
  const bare = text.replace(/:$/u, '');
  return (
    text.length <= MOST_CHARACTERS &&
    text.split(' ').length <= MOST_WORDS &&
    !/[.;,!…]$/u.test(text) &&
    !/@|https?:|[._]{3,}/u.test(text) &&
    /^[\p{Lu}\p{N}"'“‘¿\p{Extended_Pictographic}]/u.test(text) &&
    !OPEN_ENDED.test(bare) &&
    fieldLabels(source.slice(...block.span)) === undefined
  );
}

function isTight(source: string, before: Block | undefined, after: Block | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return (source.slice(before.span[1], after.span[0]).match(/\n/gu)?.length ?? 0) < 2;
}

/** The family of a mark: "3." and "4." are of one, "3.1" and "(a)" of others. */
function markFamily(block: Block | undefined): string {
  if (block?.kind !== 'item') return '';
  return (block.marker?.text ?? '')
    .replace(/\d+/gu, '1')
    .replace(/^(\(?)[a-z]+(?=[.)])/u, '$1a')
    .replace(/^[A-H](?=[.)])/u, 'A');
}

/** Whether a short item is a heading: its number stands alone among other words, or other items hang below it. */
function isItemHeading(before: Block | undefined, block: Block, after: Block): boolean {
  const family = markFamily(block);
  if (block.text.endsWith(':') && after.kind === 'item') return false;
  if (after.kind === 'item' && after.level > block.level) return true;
  return markFamily(before) !== family && markFamily(after) !== family;
}

/**
 * Tells which blocks are headings: those that the file marks, and otherwise short lines that stand alone above other
 * words, and short items that number or lead what follows.
 */
export function withHeadings(source: string, blocks: readonly Block[]): readonly Block[] {
  const marked = blocks.filter((block) => block.kind === 'heading').length;
  return blocks.map((block, index) => {
    if (block.kind === 'heading' || !couldBeHeading(source, block)) return block;
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    if (after === undefined || after.kind === 'rule') return block;
    const heading: Block = { ...block, kind: 'heading', level: 1 };
    if (block.kind === 'item') return isItemHeading(before, block, after) ? heading : block;
    if (marked >= 2 || (block.text.endsWith(':') && after.kind === 'item')) return block;
    const inRun = couldBeHeading(source, after) && after.kind === 'paragraph';
    if (inRun && isTight(source, block, after) && isTight(source, before, block)) return block;
    if (before?.kind === 'paragraph' && isTight(source, before, block) && inRun) return block;
    return heading;
  });
}
