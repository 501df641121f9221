import type { SourceSpan } from '../document.ts';
import { textAt, trimSpan } from '../text/spans.ts';
import type { Block, Layout } from './blocks.ts';
import { findMarker, isRule } from './markers.ts';

/** Lines longer than this are whole paragraphs: such a text was not wrapped by hand. */
const UNWRAPPED = 110;

/** A label of a form, or of a list: it stands on a line of its own however long the line before it is. */
const BEGINS_ANEW = /[._…]{5,}|^\p{Lu}[\p{L}\p{N}'’ ]{1,30}:(?:\s|$)/u;

/** A heading in plain text: a line of equals signs or dashes right under it. */
const UNDERLINE = /^(?:-{3,}|={3,})$/u;
const MOST_UNDERLINED = 170;

/**
 * Whether a line is a heading by the line under it. Under a numbered one, which may be an item, that has to be as long
 * as the heading, up to 70 signs, as `toText` draws it.
 */
function isUnderlined(text: string, under: string, mark: ReturnType<typeof findMarker>): boolean {
  if (!UNDERLINE.test(under)) return false;
  if (mark === undefined) return text.length <= MOST_UNDERLINED;
  return mark.numbered && under.length === Math.max(3, Math.min(text.length, 70));
}

interface Line {
  readonly span: SourceSpan;
  readonly text: string;
  readonly indent: number;
}

function linesOf(source: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of source.split('\n')) {
    const span = trimSpan(source, [start, start + raw.length]);
    const lead = raw.slice(0, raw.length - raw.trimStart().length).replace(/\t/gu, '    ');
    lines.push({ span, text: source.slice(...span), indent: lead.length });
    start += raw.length + 1;
  }
  return lines;
}

/** How wide a hand-wrapped text is; undefined when its lines are whole paragraphs. */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const widths = lines.map((line) => line.text.length).filter((width) => width > 0);
  const longest = Math.max(0, ...widths.slice(0, 20_000));
  return longest > UNWRAPPED || longest < 45 ? undefined : longest;
}

/** A row of a table, as it is laid out with tabs or spaces. */
const ROW = /\S(?: {3,}|[^\S\n]*\t[^\S\n]*)\S/u;
/** So far in, a line is a cell of a column. */
const IN_COLUMN = 16;

function runsOn(before: Line, after: Line, width: number | undefined, inItem: boolean): boolean {
  if (ROW.test(after.text) || (ROW.test(before.text) && after.indent === 0)) return false;
  if (after.indent >= IN_COLUMN && (ROW.test(before.text) || before.indent >= IN_COLUMN)) return false;
  if (inItem && after.indent > before.indent && after.indent > 0) return true;
  if (width === undefined || BEGINS_ANEW.test(after.text)) return false;
  if (/[:;]$/u.test(before.text)) return false;
  const nextWord = /^\S+/u.exec(after.text)?.[0].length ?? 0;
  return before.text.length + 1 + nextWord > width - 12 || /^\p{Ll}/u.test(after.text);
}

/**
 * Reads plain text into blocks: paragraphs, items with their marks and depth, ruled lines. Headings are not known
 * yet; every line that is not blank is in exactly one block.
 * @param source the text with `\n` line ends
 */
export function readLines(source: string): Layout {
  const lines = linesOf(source);
  const width = wrapWidth(lines);
  const blocks: Block[] = [];
  let indents: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at];
    if (first === undefined || first.text === '') continue;
    if (isRule(first.text)) {
      blocks.push({ kind: 'rule', text: first.text, span: first.span, level: 0 });
      continue;
    }
    const mark = findMarker(first.text);
    let end = first.span[1];
    for (let before = first; at + 1 < lines.length; at++) {
      const next = lines[at + 1];
      if (next === undefined || next.text === '' || isRule(next.text) || findMarker(next.text)) break;
      if (!runsOn(before, next, width, mark !== undefined)) break;
      end = next.span[1];
      before = next;
    }
    const under = lines[at + 1];
    if (under && end === first.span[1] && isUnderlined(first.text, under.text, mark)) {
      indents = [];
      blocks.push(underlined(source, first.span, under));
      at++;
      continue;
    }
    if (mark === undefined) {
      indents = [];
      blocks.push(paragraph(source, [first.span[0], end]));
      continue;
    }
    indents = [...indents.filter((indent) => indent < first.indent), first.indent];
    const start = first.span[0] + mark.length;
    blocks.push({
      kind: 'item',
      text: textAt(source, [start, end]),
      span: [start, end],
      level: Math.min(2, indents.length - 1),
      marker: { text: mark.text, span: [first.span[0], first.span[0] + mark.text.length] },
    });
  }
  return { source, blocks };
}

function paragraph(source: string, span: SourceSpan): Block {
  const hashes = /^#{1,6}(?=\s)/u.exec(source.slice(...span))?.[0];
  if (hashes === undefined) return { kind: 'paragraph', text: textAt(source, span), span, level: 0 };
  const inner = trimSpan(source, [span[0] + hashes.length, span[1]]);
  return {
    kind: 'heading',
    text: textAt(source, inner),
    span: inner,
    level: hashes.length,
    marker: { text: hashes, span: [span[0], span[0] + hashes.length] },
  };
}

function underlined(source: string, span: SourceSpan, under: Line): Block {
  const level = under.text.startsWith('=') ? 1 : 2;
  return {
    kind: 'heading',
    text: textAt(source, span),
    span,
    level,
    marker: { text: under.text, span: under.span },
  };
}
