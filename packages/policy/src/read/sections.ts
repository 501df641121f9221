import type { SourceField, SourceSpan } from '../document.ts';
import { sentenceSpans } from '../text/sentences.ts';
import { textAt } from '../text/spans.ts';
import type { Block } from './blocks.ts';
import { findMarker, isDotted, ownMarker } from './markers.ts';

/** A clause before anybody has asked what it is for. */
export interface DraftClause {
  readonly text: string;
  readonly span: SourceSpan;
  readonly stem?: string;
  /** The stems of the lists around its own, outermost first. */
  readonly outer?: readonly string[];
  /** All that leads up to it, the stems of the lists around its own included: what tells whether it is wanted or not. */
  readonly lead?: string;
  readonly marker?: string;
  /** The school's own marks from the outermost item down to this one; gaps where an item bears none. */
  readonly path: readonly (string | undefined)[];
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

const LEADS_ON = /(?::|[-–—]|…|\.{3}|\?)$/u;
const POINTS_AHEAD = /\b(?:following|below|these|canlynol)\b/iu;

/** Whether a paragraph's last sentence introduces the list that follows it. */
function introduces(sentence: string): boolean {
  return LEADS_ON.test(sentence) || !/[.!?]$/u.test(sentence) || POINTS_AHEAD.test(sentence);
}

/** What leads a list: its own words as they are printed, and with the stems of the lists around it. */
interface Stem {
  readonly text: string;
  readonly lead: string;
  readonly outer: readonly string[];
}

/** A section while blocks are being added to it. */
interface Open {
  readonly heading: string;
  readonly marker?: string;
  readonly start: number;
  end: number;
  readonly clauses: DraftClause[];
  /** The stem in force at each depth of the list being read; none outside a list. */
  stems: (Stem | undefined)[];
  /** The own mark of the last item at each depth. */
  marks: (string | undefined)[];
  /** The level of the list's outermost items, which hang at depth 0 whatever stood around them. */
  base: number | undefined;
}

function fresh(start: number, heading = '', marker?: string): Open {
  return {
    heading,
    ...(marker === undefined ? {} : { marker }),
    start,
    end: start,
    clauses: [],
    stems: [],
    marks: [],
    base: undefined,
  };
}

/** The number that a heading's own words begin with, found in the source as it stands. */
function headingNumber(
  source: string,
  { span }: Block,
): { text: string; span: SourceSpan; length: number } | undefined {
  const found = findMarker(source.slice(...span));
  if (!found?.numbered) return undefined;
  return { text: found.text, span: [span[0], span[0] + found.text.length], length: found.length };
}

type Draft = DraftClause | { readonly stemSpan: SourceSpan };

function leaveList(open: Open): void {
  open.stems = [];
  open.marks = [];
  open.base = undefined;
}

function itemDraft(open: Open, block: Block, next: Block | undefined): Draft {
  if (block.begins) leaveList(open);
  open.base = Math.min(open.base ?? block.level, block.level);
  const depth = block.level - open.base;
  const marker = ownMarker(block.marker?.text);
  open.marks = [...open.marks.slice(0, depth), marker];
  open.stems = open.stems.slice(0, depth + 1);
  const stem = open.stems.findLast((one) => one !== undefined);
  if (next?.kind === 'item' && next.level > block.level && LEADS_ON.test(block.text)) {
    const text = marker === undefined ? block.text : `${marker} ${block.text}`;
    open.stems[depth + 1] =
      stem === undefined
        ? { text, lead: block.text, outer: [] }
        : { text, lead: `${stem.lead} ${block.text}`, outer: [...stem.outer, stem.text] };
    return { stemSpan: block.span };
  }
  return {
    text: block.text,
    span: block.span,
    path: open.marks,
    depth,
    listed: true,
    ...(stem === undefined ? {} : { stem: stem.text, lead: stem.lead }),
    ...(stem === undefined || stem.outer.length === 0 ? {} : { outer: stem.outer }),
    ...(marker === undefined ? {} : { marker }),
  };
}

/** Whether a numbered paragraph follows a list of bullets or letters: it is no more led by the list's stem. */
function endsList({ marks, base }: Open, { marker, level }: Block): boolean {
  return (
    base !== undefined && level <= base && marks.length > 0 && isDotted(marker?.text) && !isDotted(marks[0])
  );
}

function paragraphDrafts(
  source: string,
  open: Open,
  block: Block,
  next: Block | undefined,
): readonly Draft[] {
  leaveList(open);
  const marker = ownMarker(block.marker?.text);
  const own = marker === undefined ? { path: [] } : { marker, path: [marker] };
  const whole: DraftClause = { text: block.text, span: block.span, ...own, depth: 0, listed: false };
  if (next?.kind !== 'item') return [whole];
  const sentences = sentenceSpans(source, block.span);
  const last = sentences.at(-1);
  if (last === undefined || !introduces(textAt(source, last))) return [whole];
  const text = textAt(source, last);
  open.stems = [{ text, lead: text, outer: [] }];
  const rest: SourceSpan = [block.span[0], sentences.at(-2)?.[1] ?? block.span[0]];
  if (rest[0] === rest[1]) return [{ stemSpan: last }];
  return [{ text: textAt(source, rest), span: rest, ...own, depth: 0, listed: false }, { stemSpan: last }];
}

/**
 * Gathers blocks into sections and clauses: an item or a paragraph is one clause; the sentence before a list is the
 * stem of its items, and so is an item that ends with a colon for the items below it.
 */
export function draftSections(source: string, blocks: readonly Block[]): Drafts {
  const fields: SourceField[] = [];
  const done: Open[] = [];
  const begin = (open: Open): Open => {
    done.push(open);
    return open;
  };
  let open: Open | undefined;
  blocks.forEach((block, index) => {
    const start = Math.min(block.marker?.span[0] ?? block.span[0], block.span[0]);
    if (block.marker) fields.push({ kind: 'marker', span: block.marker.span });
    if (block.kind === 'heading') {
      const hashed = /^(?:#|---|===)/u.test(block.marker?.text ?? '');
      const outer = hashed ? undefined : ownMarker(block.marker?.text);
      const number = outer === undefined ? headingNumber(source, block) : undefined;
      if (number) fields.push({ kind: 'marker', span: number.span });
      const span: SourceSpan = [block.span[0] + (number?.length ?? 0), block.span[1]];
      open = begin(fresh(start, textAt(source, span), outer ?? number?.text));
      open.end = block.span[1];
      fields.push({ kind: 'heading', span });
      return;
    }
    open ??= begin(fresh(start));
    open.end = Math.max(open.end, block.span[1]);
    const next = blocks[index + 1];
    const drafts =
      block.kind === 'item' && !endsList(open, block)
        ? [itemDraft(open, block, next)]
        : paragraphDrafts(source, open, block, next);
    for (const draft of drafts) {
      if ('stemSpan' in draft) fields.push({ kind: 'stem', span: draft.stemSpan });
      else open.clauses.push(draft);
    }
  });
  const sections = done.map(({ heading, marker, start, end, clauses }) => ({
    heading,
    ...(marker === undefined ? {} : { marker }),
    span: [start, end] as const,
    clauses,
  }));
  return { sections, fields };
}
