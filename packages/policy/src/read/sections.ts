import type { SourceField, SourceSpan } from '../document.ts';
import { sentenceSpans } from '../text/sentences.ts';
import { textAt } from '../text/spans.ts';
import type { Block } from './blocks.ts';
import { findMarker, ownMarker } from './markers.ts';

/** A clause before anybody has asked what it is for. */
export interface DraftClause {
  readonly text: string;
  readonly span: SourceSpan;
  readonly stem?: string;
  readonly marker?: string;
  readonly depth: number;
  /** Whether it is an item of a list rather than a paragraph. */
  readonly listed: boolean;
}

/** A section before its clauses are understood. */
export interface DraftSection {
  readonly heading: string;
  readonly marker?: string;
  readonly span: SourceSpan;
  readonly clauses: readonly DraftClause[];
}

/** The sections of a document, and the pieces between its clauses: headings, stems, list marks. */
export interface Drafts {
  readonly sections: readonly DraftSection[];
  readonly fields: readonly SourceField[];
}

const LEADS_ON = /(?::|[-–—]|…|\.{3})$/u;
const POINTS_AHEAD = /\b(?:following|below|these|canlynol)\b/iu;

/** Whether a paragraph's last sentence introduces the list that follows it. */
function introduces(sentence: string): boolean {
  return LEADS_ON.test(sentence) || !/[.!?]$/u.test(sentence) || POINTS_AHEAD.test(sentence);
}

interface Open {
  heading: string;
  marker?: string;
  start: number;
  end: number;
  clauses: DraftClause[];
  /** The stem in force at each depth of the list being read. */
  stems: (string | undefined)[];
}

/**
 * Gathers blocks into sections and clauses: an item or a paragraph is one clause; the sentence before a list is the
 * stem of its items, and so is an item that ends with a colon for the items below it.
 */
export function draftSections(source: string, blocks: readonly Block[]): Drafts {
  const fields: SourceField[] = [];
  const done: Open[] = [];
  let open: Open | undefined;
  const begin = (start: number): Open => {
    const fresh: Open = { heading: '', start, end: start, clauses: [], stems: [] };
    done.push(fresh);
    return fresh;
  };
  blocks.forEach((block, index) => {
    if (block.marker) fields.push({ kind: 'marker', span: block.marker.span });
    const start = block.marker?.span[0] ?? block.span[0];
    const marker = ownMarker(block.marker?.text);
    if (block.kind === 'heading') {
      open = begin(start);
      open.end = block.span[1];
      const number = marker === undefined || marker.startsWith('#') ? headingNumber(block) : undefined;
      if (number) fields.push({ kind: 'marker', span: number.span });
      const from = block.span[0] + (number?.length ?? 0);
      open.heading = textAt(source, [from, block.span[1]]);
      const own = number?.text ?? (marker?.startsWith('#') ? undefined : marker);
      if (own !== undefined) open.marker = own;
      fields.push({ kind: 'heading', span: [from, block.span[1]] });
      return;
    }
    open ??= begin(start);
    open.end = block.span[1];
    const next = blocks[index + 1];
    const drafts =
      block.kind === 'item'
        ? itemDrafts(open, block, next, marker)
        : paragraphDrafts(source, open, block, next);
    for (const draft of drafts) {
      if ('stemSpan' in draft) fields.push({ kind: 'stem', span: draft.stemSpan });
      else open.clauses.push(draft);
    }
  });
  return { sections: done.map(closed), fields };
}

/** The number that a heading's own words begin with. */
function headingNumber({
  text,
  span,
}: Block): { text: string; span: SourceSpan; length: number } | undefined {
  const found = findMarker(text);
  if (!found?.numbered) return undefined;
  return { text: found.text, span: [span[0], span[0] + found.text.length], length: found.length };
}

function closed({ heading, marker, start, end, clauses }: Open): DraftSection {
  return { heading, ...(marker === undefined ? {} : { marker }), span: [start, end], clauses };
}

type Draft = DraftClause | { readonly stemSpan: SourceSpan };

function itemDrafts(
  open: Open,
  block: Block,
  next: Block | undefined,
  marker: string | undefined,
): readonly Draft[] {
  const depth = block.level;
  open.stems = open.stems.slice(0, depth + 1);
  const deeper = next?.kind === 'item' && next.level > depth;
  if (deeper && LEADS_ON.test(block.text)) {
    open.stems[depth + 1] = block.text;
    return [{ stemSpan: block.span }];
  }
  const stem = open.stems.findLast((one) => one !== undefined);
  return [
    {
      text: block.text,
      span: block.span,
      depth,
      listed: true,
      ...(stem === undefined ? {} : { stem }),
      ...(marker === undefined ? {} : { marker }),
    },
  ];
}

function paragraphDrafts(
  source: string,
  open: Open,
  block: Block,
  next: Block | undefined,
): readonly Draft[] {
  open.stems = [];
  const whole: DraftClause = { text: block.text, span: block.span, depth: 0, listed: false };
  if (next?.kind !== 'item') return [whole];
  const sentences = sentenceSpans(source, block.span);
  const last = sentences.at(-1);
  if (last === undefined || !introduces(textAt(source, last))) return [whole];
  open.stems = [textAt(source, last)];
  const rest: SourceSpan = [block.span[0], sentences.at(-2)?.[1] ?? block.span[0]];
  if (rest[0] === rest[1]) return [{ stemSpan: last }];
  return [{ text: textAt(source, rest), span: rest, depth: 0, listed: false }, { stemSpan: last }];
}
