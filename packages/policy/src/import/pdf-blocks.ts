import type { LooseBlock } from '../read/blocks.ts';
import { findMarker, isDotted, isRule } from '../read/markers.ts';
import { withPdfColumns } from './pdf-columns.ts';
import type { PdfLine } from './pdf-lines.ts';

interface Print {
  /** The size of most of the words. */
  readonly size: number;
  /** The usual step from one line of a paragraph to the next. */
  readonly step: number;
  /** How far to the right full lines reach. */
  readonly right: number;
  /** Where most lines begin. */
  readonly left: number;
}

function mostCommon(values: readonly number[], fallback: number): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? fallback;
}

function printOf(pages: readonly (readonly PdfLine[])[]): Print {
  const lines = pages.flat();
  const size = mostCommon(
    lines.flatMap(({ text, size: set }) => Array<number>(text.length).fill(Math.round(set * 2) / 2)),
    11,
  );
  const steps = pages.flatMap((page) =>
    page.slice(1).flatMap((line, index) => {
      const before = page[index];
      const same = before && Math.abs(before.size - size) < 0.6 && Math.abs(line.size - size) < 0.6;
      return same ? [Math.round((line.y - before.y) * 2) / 2] : [];
    }),
  );
  const plausible = steps.filter((one) => one > size * 0.9 && one < size * 2.2).toSorted((a, b) => a - b);
  const frequent = plausible.filter(
    (one) => plausible.filter((other) => other === one).length > plausible.length * 0.15,
  );
  const step = frequent[0] ?? plausible[0] ?? size * 1.3;
  const rights = lines.map((line) => line.right).toSorted((a, b) => a - b);
  const left = mostCommon(
    lines.map(({ x }) => Math.round(x)),
    0,
  );
  return { size, step, left, right: rights[Math.floor(rights.length * 0.95)] ?? 500 };
}

function withoutNumbers(text: string): string {
  return text.replace(/\d+/gu, '#');
}

/** Print that is set larger than most of the words. */
function isLarge({ size }: PdfLine, print: Print): boolean {
  return size > print.size + 0.8;
}

const PAGE_OF = /\b(?:page|tudalen)\b|\d ?(?:of|o|\/) ?\d/iu;

/**
 * The lines that pages repeat at their head or foot, page numbers among them. Large lines that are alike but for a number
 * ("Chapter 1", "Chapter 2") are titles of what begins on their pages.
 */
function furnitureOf(pages: readonly (readonly PdfLine[])[], print: Print): ReadonlySet<PdfLine> {
  const edges = pages.map((page) =>
    page
      .filter((_line, index) => index < 2 || index >= page.length - 2)
      .filter(({ y, pageHeight }) => y < pageHeight * 0.1 || y > pageHeight * 0.9),
  );
  const seen = new Map<string, number>();
  for (const edge of edges) {
    for (const key of new Set(edge.map(({ text }) => withoutNumbers(text))))
      seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const texts = Map.groupBy(edges.flat(), ({ text }) => withoutNumbers(text));
  const isChapter = (line: PdfLine) => {
    const alike = texts.get(withoutNumbers(line.text)) ?? [];
    const own = new Set(alike.map(({ text }) => text)).size === alike.length;
    return own && isLarge(line, print) && !PAGE_OF.test(line.text);
  };
  const repeated = edges.flat().filter((line) => {
    const { text, y, pageHeight } = line;
    const number = /^(?:page )?\d{1,3}(?: ?(?:of|\/) ?\d{1,3})?$/iu.test(text) && y > pageHeight * 0.85;
    // On a single page nothing repeats: its foot is told by the number of pages at its end ("Group rules   1 / 1").
    const foot = /(?:[|\t·–—-] ?|\bpage )\d{1,3} ?(?:of|o|\/) ?\d{1,3}$/iu.test(text) && y > pageHeight * 0.9;
    const again = pages.length > 1 && (seen.get(withoutNumbers(text)) ?? 0) > pages.length / 2;
    return number || foot || (again && !isChapter(line));
  });
  return new Set(repeated);
}

/** Whether a line goes on with the block that the line before it ended in. */
function runsOn(open: Draft, after: PdfLine, print: Print, newPage: boolean): boolean {
  const { first, last: before } = open;
  const item = open.kind === 'item';
  if (findMarker(after.text) && !(item && /^\p{L}[.)]/u.test(after.text) && after.x > first.x + 2))
    return false;
  if (isRule(after.text)) return false;
  if (Math.abs(before.size - after.size) > 0.6 || before.bold !== after.bold)
    return /^\p{Ll}/u.test(after.text) && before.size === after.size;
  const ended = /[.:;!?]["'”’)]?$/u.test(before.text);
  if (newPage) return !ended && /^[\p{Ll}(]/u.test(after.text);
  const step = open.kind === 'heading' ? Math.max(print.step, after.size * 1.4) : print.step;
  if (after.y - before.y > step * 1.25 + 0.6) return false;
  if (item && after.x < first.x - 2) return false;
  if (item && open.marker !== undefined && after.x > first.x + 4) return true;
  const word = /^\S+/u.exec(after.text)?.[0].length ?? 0;
  // In a list whose bullets are drawn, only the full stop tells one full item from the next.
  if (item && open.marker === undefined && ended) return false;
  const room = print.right - before.right;
  const wordWidth = word * after.size * 0.6;
  return room < wordWidth + after.size || (!ended && /^\p{Ll}/u.test(after.text));
}

/** A block while lines are being added to it. */
interface Draft {
  kind: LooseBlock['kind'];
  text: string;
  first: PdfLine;
  last: PdfLine;
  marker?: string;
}

function begin(line: PdfLine, print: Print): Draft {
  const base = { first: line, last: line };
  if (isRule(line.text)) return { ...base, kind: 'rule', text: line.text };
  const mark = findMarker(line.text);
  const stands = line.text.length <= 100 && !/[.;,]$/u.test(line.text);
  const large = isLarge(line, print);
  if (stands && (large || (line.bold && !line.text.endsWith(':'))))
    return { ...base, kind: 'heading', text: line.text };
  // Some programs draw their bullets as shapes: then only standing further in shows that a line is an item.
  const stepsIn = line.x > print.left + print.size * 1.2 && line.x < print.left + print.size * 9;
  if (mark === undefined) return { ...base, kind: stepsIn ? 'item' : 'paragraph', text: line.text };
  const words = line.text.slice(mark.length);
  // A printed policy numbers each clause, and sets the school's own tick or cross behind the number.
  const beside = isDotted(mark.text) ? findMarker(words) : undefined;
  if (beside === undefined || isDotted(beside.text))
    return { ...base, kind: 'item', text: words, marker: mark.text };
  return { ...base, kind: 'item', text: words.slice(beside.length), marker: `${mark.text} ${beside.text}` };
}

function append(draft: Draft, line: PdfLine): void {
  const broken = /\p{L}[-/]$/u.test(draft.text) && /^\p{Ll}/u.test(line.text);
  draft.text += broken ? line.text : ` ${line.text}`;
  draft.last = line;
}

/** The depth of each item, from how far in its mark stands among the items around it. */
function withDepths(drafts: readonly Draft[]): readonly LooseBlock[] {
  let indents: number[] = [];
  let base: number | undefined;
  return drafts.map(({ kind, text, marker, first }) => {
    if (kind !== 'item') {
      indents = [];
      base = undefined;
      return { kind, text, ...(kind === 'heading' ? { level: 1 } : {}) };
    }
    if (base !== undefined && first.x < base - 4 && isDotted(marker)) {
      // A numbered paragraph that stands further out than the list before it does not belong to the list.
      indents = [];
      base = undefined;
      return { kind: 'paragraph' as const, text, ...(marker === undefined ? {} : { marker }) };
    }
    base ??= first.x;
    indents = [...indents.filter((indent) => indent < first.x - 4), first.x];
    return {
      kind,
      text,
      level: Math.min(2, indents.length - 1),
      ...(marker === undefined ? {} : { marker }),
    };
  });
}

/**
 * Puts a PDF's lines together into headings, paragraphs and items. What pages repeat at their edges comes last, as
 * `page` blocks; no line is left out.
 */
export function blocksOfPages(pages: readonly (readonly PdfLine[])[]): readonly LooseBlock[] {
  const print = printOf(pages);
  const furniture = furnitureOf(pages, print);
  const drafts: Draft[] = [];
  for (const page of pages.map(withPdfColumns)) {
    let newPage = true;
    for (const line of page) {
      if (furniture.has(line)) continue;
      const open = drafts.at(-1);
      if (open && open.kind !== 'rule' && runsOn(open, line, print, newPage)) append(open, line);
      else drafts.push(begin(line, print));
      newPage = false;
    }
  }
  const repeated = [...new Set([...furniture].map(({ text }) => text))];
  return [...withDepths(drafts), ...repeated.map((text) => ({ kind: 'page' as const, text }))];
}
