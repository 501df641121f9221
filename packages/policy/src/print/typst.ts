import type { Clause, PolicyDocument } from '../document.ts';
import { enclose } from './enclosed.ts';
import type { PrintFacts } from './facts.ts';
import { type Item, markBesideRef, outline, type Piece } from './outline.ts';
import { POLICY_TEMPLATE } from './typst-template.ts';

/** What a Typst compiler needs: one fixed source, and the inputs that it reads its words from. */
export interface TypstJob {
  readonly template: string;
  readonly data: Readonly<Record<string, string>>;
}

interface PrintedItem {
  readonly ref: string;
  readonly text: string;
  readonly inset: number;
}

function words(marker: string | undefined, text: string): string {
  return marker === undefined ? text : `${marker} ${text}`;
}

function flatItems(item: Item, inset: number): readonly PrintedItem[] {
  const below = item.below.flatMap((one) => flatItems(one, inset + 1));
  if (item.kind === 'stem') return [{ ref: '', text: words(item.marker, item.text), inset }, ...below];
  const { clause } = item;
  return [{ ref: clause.ref, text: words(markBesideRef(clause), clause.text), inset }, ...below];
}

function paragraphItem(clause: Clause): PrintedItem {
  return { ref: clause.ref, text: words(markBesideRef(clause), clause.text), inset: 0 };
}

type PrintedPiece =
  | { readonly kind: 'stem'; readonly text: string }
  | { readonly kind: 'paragraphs' | 'list'; readonly items: PrintedItem[] };

/** Paragraphs and lists are both set as numbered clauses, lists further in; paragraphs in a row make one list. */
function printedPieces(pieces: readonly Piece[]): readonly PrintedPiece[] {
  const printed: PrintedPiece[] = [];
  for (const piece of pieces) {
    const last = printed.at(-1);
    if (piece.kind === 'stem') printed.push(piece);
    else if (piece.kind === 'list')
      printed.push({ kind: 'list', items: piece.items.flatMap((item) => flatItems(item, 0)) });
    else if (last?.kind === 'paragraphs') last.items.push(paragraphItem(piece.clause));
    else printed.push({ kind: 'paragraphs', items: [paragraphItem(piece.clause)] });
  }
  return printed;
}

const LABELS = {
  signed: 'Signed:',
  date: 'Date:',
  read: 'Read this policy, agree to it or raise a concern at:',
};

/** All that a printed policy says and how it is set, as its template takes it. */
function printedPolicy(document: PolicyDocument, facts: PrintFacts) {
  const printed = outline(document, facts);
  const [lang = 'en', region] = printed.language.split('-');
  return {
    title: printed.title,
    school: printed.school ?? '',
    lang,
    region: region ?? null,
    large: facts.large ?? false,
    footer: facts.version === undefined ? printed.title : `${printed.title} · Version ${facts.version}`,
    particulars: printed.particulars,
    sections: printed.sections.map(({ heading, marker, pieces }) => ({
      heading: heading === '' ? '' : words(marker, heading),
      pieces: printedPieces(pieces),
    })),
    signatures: printed.signatures.map(({ role, name, date }) => ({
      role,
      name: name ?? '',
      date: date ?? '',
    })),
    notes: printed.notes,
    address: facts.address ?? '',
    qr: facts.qrSvg ?? '',
    slip: printed.slip ? { ...printed.slip, note: facts.slipNote ?? '', code: facts.slipCode ?? '' } : null,
    labels: { ...LABELS, qr: `QR code for ${facts.address ?? ''}` },
  };
}

/** Every word that the pages of a printed policy say, in their order, but for the foot of each page. */
export function printedWords(document: PolicyDocument, facts: PrintFacts): readonly string[] {
  const { school, title, particulars, sections, notes, signatures, address, slip, labels } = printedPolicy(
    document,
    facts,
  );
  return [
    school,
    title,
    ...particulars.flatMap(({ label, value }) => [label, value]),
    ...sections.flatMap(({ heading, pieces }) => [
      heading,
      ...pieces.flatMap((piece) =>
        piece.kind === 'stem' ? [piece.text] : piece.items.flatMap(({ ref, text }) => [ref, text]),
      ),
    ]),
    ...notes,
    ...signatures.flatMap(({ name, role, date }) => [labels.signed, name, role, labels.date, date]),
    ...(address === '' ? [] : [labels.read, address]),
    ...(slip ? [slip.code, slip.statement, slip.note, ...slip.fields] : []),
  ];
}

/**
 * Prepares a policy for the Typst compiler, to become a tagged PDF (PDF/UA-1) with title, language, headings, lists,
 * signatures, slip and QR code, and with the policy itself inside it to be read back. Fonts named: Noto Serif, Noto Sans.
 */
export function toTypst(document: PolicyDocument, facts: PrintFacts = {}): TypstJob {
  const policy = { ...printedPolicy(document, facts), enclosed: enclose(document, facts) };
  return { template: POLICY_TEMPLATE, data: { policy: JSON.stringify(policy) } };
}
