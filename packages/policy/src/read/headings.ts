import type { Block } from './blocks.ts';
import { fieldLabels } from './labels.ts';

const MOST_WORDS = 12;
const MOST_CHARACTERS = 90;
const OPEN_ENDED =
  /\b(?:to|not|will|must|should|may|can|the|and|or|for|be|that|following|we|i|do|don['’]t|are|is|please)$/iu;

function couldBeHeading(source: string, block: Block | undefined): boolean {
  if (block === undefined || block.kind === 'rule' || block.kind === 'page') return false;
  if (block.kind === 'heading') return true;
  const { text } = block;
  const numbered =
    block.kind === 'item' &&
    /^(?:\d{1,2}[.)]?|\d{1,2}\.\d{1,2}\.?|[A-H][.)])$/u.test(block.marker?.text ?? '');
  if (block.kind === 'item' && !(numbered && block.level === 0 && !block.listed)) return false;
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

/**
 * Tells which blocks are headings: those that the file marks, and in a plain text short lines that stand alone above
 * other words. A numbered short line is one only when what follows is no further item of the same list.
 */
export function withHeadings(source: string, blocks: readonly Block[]): readonly Block[] {
  const marked = blocks.filter((block) => block.kind === 'heading').length;
  return blocks.map((block, index) => {
    if (block.kind === 'heading' || marked >= 2 || !couldBeHeading(source, block)) return block;
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    if (after === undefined || after.kind === 'rule') return block;
    const colon = block.text.endsWith(':');
    if (block.kind === 'item') {
      const listed = after.kind === 'item' && after.level === 0 && couldBeHeading(source, after);
      return listed || (colon && after.kind === 'item') ? block : { ...block, kind: 'heading', level: 1 };
    }
    if (colon && after.kind === 'item') return block;
    const inRun = couldBeHeading(source, after) && after.kind === 'paragraph';
    if (inRun && isTight(source, block, after) && isTight(source, before, block)) return block;
    if (before?.kind === 'paragraph' && isTight(source, before, block) && inRun) return block;
    return { ...block, kind: 'heading', level: 1 };
  });
}
