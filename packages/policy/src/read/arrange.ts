import type { SourceSpan } from '../document.ts';
import { sentenceSpans } from '../text/sentences.ts';
import { textAt, trimSpan } from '../text/spans.ts';
import type { Block, Layout } from './blocks.ts';
import { cellsOf } from './history.ts';
import { polarityOfMark } from './strength.ts';
import { isPolarTitle, withColumns } from './tables.ts';

const LONGEST_QUESTION = 90;
const MOST_QUESTION_WORDS = 14;
/** Fewer questions than this are talk, not headings. */
const FEWEST_QUESTIONS = 3;

function questionOf(source: string, block: Block): readonly [SourceSpan, SourceSpan] | undefined {
  if (block.kind !== 'paragraph' || block.text.length > 4000) return undefined;
  const [first, second] = sentenceSpans(source, block.span);
  if (first === undefined || second === undefined) return undefined;
  const text = textAt(source, first);
  const asks =
    text.endsWith('?') && text.length <= LONGEST_QUESTION && text.split(' ').length <= MOST_QUESTION_WORDS;
  return asks ? [first, [second[0], block.span[1]]] : undefined;
}

/** In a document of questions and answers, each question at the head of its answer becomes a heading. */
function withQuestions({ source, blocks }: Layout): Layout {
  const found = blocks.map((block) => questionOf(source, block));
  if (found.filter((one) => one !== undefined).length < FEWEST_QUESTIONS) return { source, blocks };
  const cut = blocks.flatMap((block, index): readonly Block[] => {
    const question = found[index];
    if (!question) return [block];
    const [asked, answer] = question;
    return [
      { kind: 'heading', text: textAt(source, asked), span: asked, level: 2 },
      { kind: 'paragraph', text: textAt(source, answer), span: answer, level: 0 },
    ];
  });
  return { source, blocks: cut };
}

const LONGEST_LOOSE = 240;

function isLooseItem(block: Block | undefined): boolean {
  return (
    block?.kind === 'paragraph' &&
    block.text.length <= LONGEST_LOOSE &&
    /^[\p{Ll}"“]|[;]$|; (?:and|or)$/u.test(block.text)
  );
}

/** Whether a block introduces a list: it ends with a colon, or stands open before lines that cannot stand alone. */
function opens(block: Block | undefined): boolean {
  return block !== undefined && block.kind !== 'rule' && /[:–—-]$/u.test(block.text);
}

/** Lists that lost their bullets when they were pasted: lines in small letters or with semicolons under a colon. */
function withLooseLists({ source, blocks }: Layout): Layout {
  let inList = false;
  const read = blocks.map((block, index): Block => {
    const before = blocks[index - 1];
    const starts =
      opens(before) && isLooseItem(block) && (isLooseItem(blocks[index + 1]) || block.text.endsWith(';'));
    const goesOn =
      inList &&
      (isLooseItem(block) || (/[;,]$|; (?:and|or)$/u.test(before?.text ?? '') && block.kind === 'paragraph'));
    inList = starts || goesOn;
    return inList ? { ...block, kind: 'item', level: 0, listed: true } : block;
  });
  return { source, blocks: read };
}

const COLUMN_TITLE =
  /\b(?:what|who|whom|how|when|where|stages?|steps?|levels?|behaviou?rs?|concerns?|questions?|worr(?:y|ies)|issues?|actions?|responses?|contacts?|examples?|consequences?|outcomes?|roles?|names?|phones?|telephone|e-?mails?|first|then|next|rules?|reasons?|breach(?:es)?|incidents?|topics?|about|type)\b/iu;
const LONGEST_TITLE = 40;

/** Whether a row of cells names the columns of the rows under it. */
export function isTitleRow(source: string, row: Block | undefined, below: Block | undefined): boolean {
  if (row?.kind !== 'paragraph' || below === undefined || below.kind === 'rule') return false;
  const [titles, cells] = [cellsOf(source.slice(...row.span)), cellsOf(source.slice(...below.span))];
  const named = titles.every(
    (one) => one.length <= LONGEST_TITLE && !/[.!:]$/u.test(one) && COLUMN_TITLE.test(one),
  );
  return titles.length > 1 && cells.length > 1 && cells.length <= titles.length && named;
}

/**
 * The rows of a table under its row of titles become items: the titles lead them as a sentence leads a list, and lead no
 * list that stands right under the table.
 */
function withRows({ source, blocks }: Layout): Layout {
  let inTable = false;
  const read = blocks.map((block, index): Block => {
    const cells =
      block.kind === 'paragraph' || block.kind === 'item' ? cellsOf(source.slice(...block.span)).length : 0;
    const under = inTable;
    inTable = isTitleRow(source, blocks[index - 1], block) || (inTable && cells > 1);
    if (under && !inTable && block.kind === 'item') return { ...block, begins: true };
    if (!inTable || block.kind === 'item') return block;
    return { ...block, kind: 'item', level: 0, listed: true };
  });
  return { source, blocks: read };
}

/** A title with a tick or a cross before it ("✅ Please do") over plain items leads them: its sign is part of its words. */
function withSignedTitles({ source, blocks }: Layout): Layout {
  const read = blocks.map((block, index): Block => {
    const { kind, marker, text, span } = block;
    const next = blocks[index + 1];
    const titled = kind === 'item' && marker && polarityOfMark(marker.text) && isPolarTitle(text);
    if (!titled || next?.kind !== 'item' || next.marker?.text === marker.text) return block;
    const whole: SourceSpan = [Math.min(marker.span[0], span[0]), span[1]];
    return { kind: 'paragraph', text: textAt(source, whole), span: whole, level: 0 };
  });
  return { source, blocks: read };
}

/** Narrows every block to its words. */
function trimmed({ source, blocks }: Layout): Layout {
  return { source, blocks: blocks.map((block) => ({ ...block, span: trimSpan(source, block.span) })) };
}

/** Puts a layout's blocks as a reader sees them: opposed columns, tables' rows, lists without bullets, questions. */
export function arranged(layout: Layout): Layout {
  return [withColumns, withSignedTitles, withLooseLists, withQuestions, trimmed].reduce(
    (done, step) => step(done),
    layout,
  );
}

/** Puts the rows of tables under their titles; after dates and versions, which stand in tables too, are taken out. */
export function withTables(source: string, blocks: readonly Block[]): readonly Block[] {
  return withRows({ source, blocks }).blocks;
}
