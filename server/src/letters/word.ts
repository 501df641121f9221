import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { tidy } from '../platform/pdf/printable.ts';
import type { Block } from './blocks.ts';
import type { LetterContent } from './content.ts';

const BULLETS = 'letter-list';
const FONT = 'Calibri';

/** Half-points, as Word counts type. */
const size = (large: boolean) => (large ? 36 : 23);

const run = (text: string) => new TextRun({ text: tidy(text) });

/** Each line on its own, with little space between: an address, a signature. */
function lineParagraphs(lines: readonly string[], alignment?: 'right'): Paragraph[] {
  return lines.map(
    (line) =>
      new Paragraph({
        children: [run(line)],
        spacing: { after: 0 },
        ...(alignment ? { alignment: AlignmentType.RIGHT } : {}),
      }),
  );
}

const RULE = { style: BorderStyle.SINGLE, size: 4, space: 4, color: 'B8C2C6' };

function blockParagraphs({ kind, text }: Block): readonly Paragraph[] {
  if (kind === 'room') {
    return Array.from(
      { length: 5 },
      () => new Paragraph({ spacing: { after: 240 }, border: { bottom: RULE } }),
    );
  }
  return [
    new Paragraph({
      children: [run(text)],
      ...(kind === 'item' ? { numbering: { reference: BULLETS, level: 0 } } : {}),
    }),
  ];
}

function body(content: LetterContent): Paragraph[] {
  const { sections } = content;
  return sections.flatMap(({ heading, blocks }) => [
    ...(heading === ''
      ? []
      : [new Paragraph({ children: [run(heading)], heading: HeadingLevel.HEADING_2, keepNext: true })]),
    ...blocks.flatMap(blockParagraphs),
  ]);
}

function strip({ strip: lines, large }: LetterContent): Paragraph[] {
  const edge = { style: BorderStyle.SINGLE, size: 4, space: 4, color: '7B8A90' };
  return lines.map(
    ({ text, lang, rtl }, index) =>
      new Paragraph({
        bidirectional: rtl,
        spacing: { before: index === 0 ? 300 : 0, after: 40 },
        keepLines: true,
        keepNext: index < lines.length - 1,
        border: { left: edge },
        children: [
          new TextRun({
            text,
            rightToLeft: rtl,
            size: large ? 32 : 18,
            language: rtl ? { bidirectional: lang } : { value: lang },
          }),
        ],
      }),
  );
}

/**
 * Writes a letter as a Word file that an office can still change: the same words in the same order as the PDF, with
 * real headings and lists.
 */
export async function letterWord(content: LetterContent): Promise<Uint8Array> {
  const {
    large,
    school,
    recipient,
    date,
    reference,
    greeting,
    title,
    closing,
    signer,
    signature,
    marking,
    ink,
  } = content;
  const base = size(large);
  const document = new Document({
    title,
    creator: tidy(school.name),
    styles: {
      default: {
        document: {
          run: { font: FONT, size: base, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 160, line: 276 } },
        },
        heading1: { run: { font: FONT, size: base + 8, bold: true, color: '17252A' } },
        heading2: {
          run: { font: FONT, size: base + 2, bold: true, color: '17252A' },
          paragraph: { spacing: { before: 240, after: 80 } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 500, hanging: 300 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { left: 1360, right: 1360 } } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  run(`${reference} · Page `),
                  new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: [
          ...(marking === ''
            ? []
            : [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  children: [new TextRun({ text: marking, bold: true })],
                }),
              ]),
          new Paragraph({ children: [new TextRun({ text: tidy(school.name), bold: true, size: base + 4 })] }),
          ...lineParagraphs(school.lines, 'right'),
          new Paragraph({}),
          ...lineParagraphs(recipient),
          new Paragraph({}),
          ...lineParagraphs([date, `Our reference: ${reference}`]),
          new Paragraph({}),
          ...(greeting === '' ? [] : [new Paragraph({ children: [run(greeting)] })]),
          new Paragraph({ children: [run(title)], heading: HeadingLevel.HEADING_1 }),
          ...body(content),
          new Paragraph({
            children: [run(closing)],
            spacing: { before: 240, after: ink ? 900 : 120 },
            keepNext: true,
          }),
          ...lineParagraphs(signer),
          ...(signature === ''
            ? []
            : [new Paragraph({ children: [run(signature)], spacing: { before: 120 } })]),
          ...strip(content),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
