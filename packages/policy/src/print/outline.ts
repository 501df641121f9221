import { formatPartialDate } from '../dates.ts';
import type { AgreementSlip, Clause, PartialDate, PolicyDocument } from '../document.ts';
import type { PrintFacts } from './facts.ts';

/** A clause as it is set: a paragraph, or an item with those below it. */
export interface Item {
  readonly clause: Clause;
  readonly below: readonly Item[];
}

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

interface OpenItem {
  readonly clause: Clause;
  readonly below: OpenItem[];
}

function nest(clauses: readonly Clause[]): readonly Item[] {
  const roots: OpenItem[] = [];
  const path: OpenItem[] = [];
  for (const clause of clauses) {
    const item: OpenItem = { clause, below: [] };
    path.length = Math.min(path.length, clause.depth ?? 0);
    (path.at(-1)?.below ?? roots).push(item);
    path.push(item);
  }
  return roots;
}

function piecesOf(clauses: readonly Clause[], listed: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  let run: Clause[] = [];
  let stem: string | undefined;
  const endList = () => {
    if (run.length > 0) pieces.push({ kind: 'list', items: nest(run) });
    run = [];
  };
  for (const clause of clauses) {
    if (clause.stem !== stem || !listed.has(clause.id)) endList();
    if (clause.stem !== undefined && clause.stem !== stem) pieces.push({ kind: 'stem', text: clause.stem });
    stem = clause.stem;
    if (listed.has(clause.id)) run.push(clause);
    else pieces.push({ kind: 'paragraph', clause });
  }
  endList();
  return pieces;
}

/** A date in full, or as the school wrote it when the document itself says it (S4). */
function own(date: PartialDate): string {
  return date.written === '' ? formatPartialDate(date) : date.written;
}

function particularsOf({ dates }: PolicyDocument, facts: PrintFacts): readonly Particular[] {
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
  if (dates.issued) list.push({ label: 'Date', value: own(dates.issued) });
  if (dates.review) list.push({ label: 'Date of review', value: own(dates.review) });
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
  };
}
