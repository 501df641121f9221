import { formatPartialDate } from '../dates.ts';
import type { AgreementSlip, Clause, PartialDate, PolicyDocument } from '../document.ts';
import { findMarker } from '../read/markers.ts';
import type { PrintFacts } from './facts.ts';

/** An item as it is set: a clause, or the sentence that leads the clauses below it. */
export type Item =
  | { readonly kind: 'clause'; readonly clause: Clause; readonly below: readonly Item[] }
  | {
      readonly kind: 'stem';
      readonly marker?: string;
      readonly text: string;
      readonly below: readonly Item[];
    };

/** What a section is set of, in order: sentences that lead a list, paragraphs, lists. */
export type Piece =
  | { readonly kind: 'stem'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly clause: Clause }
  | { readonly kind: 'list'; readonly items: readonly Item[] };

export interface OutlineSection {
  readonly id: string;
  readonly ref: string;
  readonly heading: string;
  readonly marker?: string;
  readonly pieces: readonly Piece[];
}

/** A line such as "Date of review: Spring 2027". */
export interface Particular {
  readonly label: string;
  readonly value: string;
}

/** A place to sign, with the name and date once it is signed. */
export interface SignatureLine {
  readonly role: string;
  readonly name?: string;
  readonly date?: string;
}

/** A policy ready to be set in any form: everything that is printed, in the order in which it is printed. */
export interface Outline {
  readonly title: string;
  readonly school?: string;
  readonly language: string;
  readonly particulars: readonly Particular[];
  readonly sections: readonly OutlineSection[];
  readonly signatures: readonly SignatureLine[];
  readonly slip?: AgreementSlip;
  /** Lines of particulars as the school wrote them: version, owner, the table of earlier versions. */
  readonly notes: readonly string[];
}

/** Whether a clause was an item of a list in its source. */
function listedClauses(document: PolicyDocument): ReadonlySet<string> {
  const marks = new Set(document.fields.flatMap(({ kind, span }) => (kind === 'marker' ? [span[1]] : [])));
  const listed = document.sections.flatMap(({ clauses }) =>
    clauses.filter(({ span, stem, marker, depth }) => {
      const gap = [1, 2, 3, 4].some((width) => marks.has(span[0] - width)) || marks.has(span[0]);
      return stem !== undefined || marker !== undefined || depth !== undefined || gap;
    }),
  );
  return new Set(listed.map(({ id }) => id));
}

/** An item at its depth, before it hangs below another. */
type Flat = { readonly depth: number } & (
  | { readonly kind: 'clause'; readonly clause: Clause }
  | { readonly kind: 'stem'; readonly marker?: string; readonly text: string }
);

function nest(flat: readonly Flat[], from: number, depth: number): { items: Item[]; next: number } {
  const items: Item[] = [];
  let at = from;
  while (at < flat.length) {
    const one = flat[at];
    if (!one || one.depth < depth) break;
    const { items: below, next } = nest(flat, at + 1, one.depth + 1);
    const { depth: _depth, ...item } = one;
    items.push({ ...item, below });
    at = next;
  }
  return { items, next: at };
}

function leadingItem(text: string, depth: number): Flat {
  const mark = findMarker(text);
  if (!mark) return { kind: 'stem', text, depth };
  return { kind: 'stem', marker: mark.text, text: text.slice(mark.length), depth };
}

function piecesOf(clauses: readonly Clause[], listed: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  let run: Flat[] = [];
  /** The stems already set, by the depth of the items that they lead. */
  let stems: (string | undefined)[] = [];
  const endList = () => {
    if (run.length > 0) pieces.push({ kind: 'list', items: nest(run, 0, 0).items });
    run = [];
    stems = [];
  };
  for (const clause of clauses) {
    const { stem, outer = [], depth = 0 } = clause;
    if (!listed.has(clause.id)) {
      endList();
      pieces.push({ kind: 'paragraph', clause });
      continue;
    }
    stems.length = Math.min(stems.length, depth + 1);
    if (stem === undefined && stems[0] !== undefined) endList();
    const path = stem === undefined ? [] : [...outer, stem];
    path.forEach((text, index) => {
      const led = Math.max(0, depth - (path.length - 1 - index));
      if (stems.includes(text)) return;
      if (led === 0) {
        endList();
        pieces.push({ kind: 'stem', text });
      } else run.push(leadingItem(text, led - 1));
      stems = [...stems.slice(0, led), ...Array<undefined>(Math.max(0, led - stems.length)), text];
    });
    run.push({ kind: 'clause', clause, depth });
  }
  endList();
  return pieces;
}

/** A date in full, or as the school wrote it when the document itself says it (S4). */
function own(date: PartialDate): string {
  return date.written === '' ? formatPartialDate(date) : date.written;
}

/** Whether a clause or a line of particulars says these words itself, so that they are printed there. */
function said(words: string, { sections, particulars = [] }: PolicyDocument): boolean {
  const texts = sections.flatMap(({ clauses }) =>
    clauses.flatMap(({ kind, text }) => (kind === 'sign-off' ? [text] : [])),
  );
  return [...texts, ...particulars].some((text) => text.includes(words));
}

function particularsOf(document: PolicyDocument, facts: PrintFacts): readonly Particular[] {
  const { dates } = document;
  const list: Particular[] = [];
  if (facts.adoption) {
    const { body, date, minute } = facts.adoption;
    list.push({ label: `Adopted by ${body}`, value: formatPartialDate(date) });
    if (minute !== undefined) list.push({ label: 'Minute', value: minute });
  } else if (dates.adopted) {
    list.push({
      label: dates.adoptedBy ? `Adopted by ${dates.adoptedBy}` : 'Adopted',
      value: own(dates.adopted),
    });
  } else if (dates.adoptedBy) list.push({ label: 'Adopted by', value: dates.adoptedBy });
  if (dates.approved) list.push({ label: 'Approved', value: own(dates.approved) });
  if (dates.issued) list.push({ label: 'Date', value: own(dates.issued) });
  if (dates.effective) list.push({ label: 'Effective from', value: own(dates.effective) });
  if (dates.reviewed) list.push({ label: 'Last reviewed', value: own(dates.reviewed) });
  if (dates.review) list.push({ label: 'Date of review', value: own(dates.review) });
  if (dates.reviewEvery !== undefined && !said(dates.reviewEvery, document))
    list.push({ label: 'Review cycle', value: dates.reviewEvery });
  if (facts.version !== undefined) list.push({ label: 'Version', value: facts.version });
  if (facts.address !== undefined) list.push({ label: 'Published at', value: facts.address });
  return list;
}

/** Puts a policy and the facts of its version in the order in which every printed form says them. */
export function outline(document: PolicyDocument, facts: PrintFacts): Outline {
  const listed = listedClauses(document);
  const school = facts.schoolName ?? document.schoolNames[0];
  return {
    title: document.title,
    ...(school === undefined ? {} : { school }),
    language: facts.language ?? 'en-GB',
    particulars: particularsOf(document, facts),
    sections: document.sections.map(({ id, ref, heading, marker, clauses }) => ({
      id,
      ref,
      heading,
      ...(marker === undefined ? {} : { marker }),
      pieces: piecesOf(clauses, listed),
    })),
    signatures: document.signatures.map(({ id, role }) => {
      const given = facts.signatures?.find(({ slotId }) => slotId === id);
      return given ? { role, name: given.name, date: formatPartialDate(given.date) } : { role };
    }),
    ...(document.slip ? { slip: document.slip } : {}),
    notes: document.particulars ?? [],
  };
}

/** The mark to set before a clause's words where its number is shown too: none when the number already ends in it. */
export function markBesideRef({ marker, ref }: Pick<Clause, 'marker' | 'ref'>): string | undefined {
  const bare = marker?.replace(/[().]/gu, '') ?? '';
  return bare !== '' && (ref === bare || ref.endsWith(`.${bare}`) || ref.endsWith(`(${bare})`))
    ? undefined
    : marker;
}
