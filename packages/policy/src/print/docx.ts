import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { PolicyDocument } from '../document.ts';
import type { PrintFacts } from './facts.ts';
import { type Item, type OutlineSection, outline, type Piece } from './outline.ts';

/** Twentieths of a point, Word's unit of length. */
const POINT = 20;
const INDENT = 18 * POINT;
const RIGHT_EDGE = 450 * POINT;
const BULLETS = 'policy-bullets';
const OWN_MARKS = 'policy-marks';
/** Characters that no XML document may hold. */
const UNPRINTABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function run(text: string, bold = false): TextRun {
  return new TextRun({ text: text.replace(UNPRINTABLE, ''), bold });
}

/** A kind of list, indented the same at each depth. Items with marks of their own have them in their words. */
function list(reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  const levels = [0, 1, 2].map((level) => ({
    level,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
  }));
  return { reference, levels };
}

function plain(text: string): Paragraph {
  return new Paragraph({ children: [run(text)], spacing: { after: 8 * POINT } });
}

function itemParagraphs(item: Item, depth: number): readonly Paragraph[] {
  const { marker, text } = item.kind === 'clause' ? item.clause : item;
  const own = new Paragraph({
    children: [run(marker === undefined ? text : `${marker} ${text}`)],
    numbering: { reference: marker === undefined ? BULLETS : OWN_MARKS, level: depth },
    spacing: { after: 4 * POINT },
  });
  return [own, ...item.below.flatMap((one) => itemParagraphs(one, Math.min(2, depth + 1)))];
}

function pieceParagraphs(piece: Piece): readonly Paragraph[] {
  if (piece.kind === 'list') return piece.items.flatMap((item) => itemParagraphs(item, 0));
  return [
    piece.kind === 'stem'
      ? new Paragraph({
          children: [run(piece.text)],
          keepNext: true,
          spacing: { before: 4 * POINT, after: 4 * POINT },
        })
      : plain(piece.clause.text),
  ];
}

function sectionParagraphs({ heading, marker, pieces }: OutlineSection): readonly Paragraph[] {
  const title = marker === undefined ? heading : `${marker} ${heading}`;
  const body = pieces.flatMap(pieceParagraphs);
  if (heading === '') return body;
  return [new Paragraph({ children: [run(title)], heading: HeadingLevel.HEADING_1 }), ...body];
}

/** A label with a dotted line to write on; what is already known stands on the line. */
function place(label: string, value?: string, after?: string): Paragraph {
  const tail = after === undefined ? [] : [run(` ${after}`)];
  if (value !== undefined)
    return new Paragraph({ children: [run(`${label}: ${value}`), ...tail], spacing: { before: 6 * POINT } });
  return new Paragraph({
    children: [run(`${label}: ${'.'.repeat(50)}`), ...tail],
    spacing: { before: 14 * POINT },
  });
}

function slipParagraphs(document: PolicyDocument, facts: PrintFacts): readonly Paragraph[] {
  const { slip } = document;
  if (!slip) return [];
  const notes = [facts.slipNote, facts.slipCode].flatMap((note) => (note === undefined ? [] : [plain(note)]));
  return [
    new Paragraph({
      children: [run('.'.repeat(100))],
      spacing: { before: 24 * POINT, after: 12 * POINT },
      keepNext: true,
    }),
    plain(slip.statement),
    ...notes,
    ...slip.fields.map((field) => place(field)),
  ];
}

function footer(title: string, version: string | undefined): Footer {
  const label = version === undefined ? title : `${title}, version ${version}`;
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: RIGHT_EDGE }],
        children: [run(label.slice(0, 90)), new TextRun({ children: ['\t', PageNumber.CURRENT] })],
      }),
    ],
  });
}

/**
 * Writes a policy as a Word document with real headings and lists, for an office to edit.
 * Without facts, reading it back gives the same document.
 */
export async function toDocx(document: PolicyDocument, facts: PrintFacts = {}): Promise<Uint8Array> {
  const printed = outline(document, facts);
  const size = facts.large ? 36 : 24;
  const children = [
    ...(printed.school === undefined ? [] : [plain(printed.school)]),
    new Paragraph({ children: [run(printed.title)], heading: HeadingLevel.TITLE }),
    ...printed.particulars.map(({ label, value }) => plain(`${label}: ${value}`)),
    ...printed.sections.flatMap(sectionParagraphs),
    ...printed.notes.map(plain),
    ...printed.signatures.flatMap(({ role, name, date }) => [
      place('Signed', name, `(${role})`),
      ...(date === undefined ? [] : [plain(`Signed on: ${date}`)]),
    ]),
    ...slipParagraphs(document, facts),
  ];
  const word = new Document({
    title: printed.title.replace(UNPRINTABLE, ''),
    creator: printed.school ?? 'Handbell',
    styles: {
      default: {
        document: {
          run: { size, font: 'Arial', language: { value: printed.language } },
          paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO } },
        },
        title: { run: { size: size + 12, bold: true }, paragraph: { spacing: { after: 12 * POINT } } },
        heading1: {
          run: { size: size + 4, bold: true },
          paragraph: { spacing: { before: 16 * POINT, after: 6 * POINT } },
        },
      },
    },
    numbering: {
      config: [list(BULLETS, LevelFormat.BULLET, '•'), list(OWN_MARKS, LevelFormat.NONE, '')],
    },
    sections: [{ footers: { default: footer(printed.title, facts.version) }, children: [...children] }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(word));
}
