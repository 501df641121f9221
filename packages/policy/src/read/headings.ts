import { isTitleRow } from './arrange.ts';
import type { Block } from './blocks.ts';
import { fieldLabels } from './labels.ts';

/** Marks that a heading can bear: a number, a capital letter, a bullet. */
const CAN_LEAD = /^(?:\d{1,2}[.)]?|\d{1,2}\.\d{1,2}\.?|[A-H][.)]|[-*•·▪])$/u;
const MOST_WORDS = 12;
const MOST_CHARACTERS = 90;
const OPEN_ENDED =
  /\b(?:to|not|will|must|should|may|can|the|and|or|for|be|that|following|we|i|do|don['’]t|are|is|please)$/iu;

/** What schools call the parts of such a policy: known as a heading even when it stands as one bullet among others. */
const KNOWN =
  /^(?:why\b.{0,30}|(?:the |our )?(?:golden |main |basic )?(?:rules|guidelines|principles|expectations)|(?:useful |key )?contacts?|who (?:to|can|runs).{0,40}|what .{2,40}|how .{2,40}|if (?:you|someone|somebody|things|a parent|the).{2,40}|when .{2,40}|dos?|don['’]?ts?|dos? (?:and|&) don['’]?ts?|purpose|aims?|introduction|background|scope|reporting.{0,30}|raising .{2,30}|concerns|being kind|safeguarding|(?:breach(?:es)?|consequences|sanctions)(?: .{2,30})?|responsibilit(?:y|ies)|roles? .{2,30}|joining.{0,20}|leaving.{0,20}|membership|quiet (?:hours|times?)|review|remember|moderators?|admins?|photos?|privacy|monitoring.{0,20}|complaints?)\??$/iu;

function isKnownHeading(block: Block): boolean {
  const { text } = block;
  return text.split(' ').length <= 8 && !/[.;,:!]$/u.test(text) && KNOWN.test(text) && /^\p{Lu}/u.test(text);
}

function couldBeHeading(source: string, block: Block | undefined): boolean {
  if (block === undefined || block.kind === 'rule' || block.kind === 'page') return false;
  if (block.kind === 'heading') return true;
  const { text } = block;
  const mark = block.marker?.text ?? '';
  if (block.kind === 'item' && block.level === 0 && isKnownHeading(block)) return true;
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

/** Whether a short item bears the number that the numbers of the items below it begin with: "1." over "1.1". */
function numbersOver(block: Block, after: Block | undefined): boolean {
  const number = /^(\d{1,2})\.?$/u.exec(block.marker?.text ?? '')?.[1];
  const words = block.text.split(' ').length;
  return (
    block.kind === 'item' &&
    number !== undefined &&
    words <= MOST_WORDS &&
    !/[.:;,]$/u.test(block.text) &&
    after?.kind === 'item' &&
    after.level > block.level &&
    (after.marker?.text ?? '').startsWith(`${number}.`)
  );
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
  if (isKnownHeading(block) && after.kind === 'item' && after.level === block.level)
    return !isKnownHeading(after);
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
    const [before, after] = [blocks[index - 1], blocks[index + 1]];
    if (numbersOver(block, after)) return { ...block, kind: 'heading', level: 1 };
    if (block.kind === 'heading' || !couldBeHeading(source, block)) return block;
    if (after === undefined || after.kind === 'rule' || isTitleRow(source, block, after)) return block;
    const heading: Block = { ...block, kind: 'heading', level: 1 };
    if (block.kind === 'item') return isItemHeading(before, block, after) ? heading : block;
    if (/:$/u.test(block.text) && /[;,]$|; (?:and|or)$/u.test(after.text)) return block;
    if (marked >= 2 || (block.text.endsWith(':') && after.kind === 'item')) return block;
    const inRun = couldBeHeading(source, after) && after.kind === 'paragraph';
    if (inRun && isTight(source, block, after) && isTight(source, before, block)) return block;
    if (before?.kind === 'paragraph' && isTight(source, before, block) && inRun) return block;
    return heading;
  });
}
