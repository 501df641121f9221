import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { describe, expect, test } from 'vitest';
import { wordFile, wordParagraph, wordXml } from '../../test/files.ts';
import { importPolicy } from './index.ts';

const compiler = NodeCompiler.create();

function pdfOf(source: string): Uint8Array {
  const compiled = compiler.compile({ mainFileContent: source });
  if (!compiled.result) throw new Error(String(compiled.takeError()?.shortDiagnostics));
  return new Uint8Array(compiler.pdf(compiled.result));
}

const RULES = '= Class WhatsApp policy\n\nParents must not share photographs of other children.\n';
/** One grey dot, as the scan of a page would be drawn. */
const SCAN =
  '#image(bytes((128, 128, 128)), format: (encoding: "rgb8", width: 1, height: 1), width: 100%, height: 90%)\n';

describe('a PDF of words and of scanned pages', () => {
  test('is read, and says which of its pages nobody has read', async () => {
    const { document, doubts } = await importPolicy({
      name: 'policy.pdf',
      bytes: pdfOf(`${RULES}#pagebreak()\n${SCAN}#pagebreak()\n${SCAN}`),
    });
    expect(document.source).toContain('photographs');
    expect(doubts[0]).toMatchObject({
      code: 'other',
      message: expect.stringContaining('Pages 2, 3 of the PDF are only a picture'),
    });
  });

  test('a page that was left blank raises no question', async () => {
    const bytes = pdfOf(`${RULES}#pagebreak()\n#pagebreak()\nBe kind.`);
    const { doubts } = await importPolicy({ name: 'policy.pdf', bytes });
    expect(doubts.map(({ message }) => message).join()).not.toContain('picture');
  });
});

describe('a Word document with tracked changes and comments', () => {
  const change = 'w:author="A" w:date="2026-01-01T00:00:00Z"';
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const gone = (text: string) =>
    `<w:del w:id="1" ${change}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  const added = (text: string) => `<w:ins w:id="2" ${change}>${run(text)}</w:ins>`;
  const body = [
    wordParagraph('Class WhatsApp policy'),
    `<w:p>${run('Parents must not share ')}${gone('jokes')}${added('photographs')}${run(' in a group.')}</w:p>`,
    `<w:p><w:moveFrom w:id="3" ${change}>${run('No adverts at all.')}</w:moveFrom></w:p>`,
    `<w:p><w:moveTo w:id="4" ${change}>${run('No adverts at all.')}</w:moveTo></w:p>`,
  ].join('');

  test('is read as it stands with its changes, and without what was said about it', async () => {
    const comments =
      '<?xml version="1.0"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"><w:p><w:r><w:t>Ask Mr Example first</w:t></w:r></w:p></w:comment></w:comments>';
    const bytes = wordFile(wordXml(body), { 'word/comments.xml': comments });
    const { source } = (await importPolicy({ name: 'policy.docx', bytes })).document;
    expect(source).toContain('Parents must not share photographs in a group.');
    expect(source.match(/No adverts at all\./gu)).toHaveLength(1);
    expect(source).not.toMatch(/jokes|Mr Example/u);
  });
});

describe('a handbook that has the policy inside', () => {
  const chapter = (at: number) =>
    `= Chapter ${at} of our days\n${'Children come in by the gate on the lane. '.repeat(60)}\n#pagebreak()\n`;
  const chapters = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => chapter(from + at)).join('');

  test('is read whole, and first of all asks whether it is more than the policy', async () => {
    const bytes = pdfOf(`${chapters(1, 40)}${RULES}#pagebreak()\n${chapters(40, 61)}`);
    const { document, doubts } = await importPolicy({ name: 'handbook.pdf', bytes });
    expect(document.source).toContain('Parents must not share photographs of other children.');
    expect(document.source.match(/gate on the lane/gu)).toHaveLength(60 * 60);
    expect(doubts[0]?.message).toMatch(/^This file holds about \d\d,000 words/u);
  });
});

describe('a PDF whose chapters begin on pages of their own', () => {
  const chapter = (title: string, rule: string) => `#text(size: 16pt)[${title}]\n\n${rule}`;
  const RULES_OF = [
    'Parents must be polite to each other in every group.',
    'Parents must not share pictures of other people’s children.',
    'Please keep quiet after nine in the evening.',
  ];
  const policy = (titles: readonly string[], set = '') =>
    importPolicy({
      name: 'policy.pdf',
      bytes: pdfOf(
        `#set page(margin: (top: 1.2cm))\n${set}\n${RULES_OF.map((rule, at) => chapter(titles[at] ?? '', rule)).join('\n#pagebreak()\n')}`,
      ),
    });

  test('keeps their titles as headings, though they are alike but for a number', async () => {
    const { document } = await policy(['Chapter 1', 'Chapter 2', 'Chapter 3']);
    const read = document.sections.map(({ heading, clauses }) => [heading, clauses[0]?.text]);
    expect(read).toEqual([
      ['Chapter 1', RULES_OF[0]],
      ['Chapter 2', RULES_OF[1]],
      ['Chapter 3', RULES_OF[2]],
    ]);
  });

  test.each([
    ['the same words on each page', ['Group rules', 'Group rules', 'Group rules']],
    ['the number of the page', ['Group rules, page 1', 'Group rules, page 2', 'Group rules, page 3']],
    ['how many pages there are', ['Rules 1/3', 'Rules 2/3', 'Rules 3/3']],
  ])('still takes out %s', async (_what, titles) => {
    const { document } = await policy(titles);
    expect(document.fields.filter(({ kind }) => kind === 'page' || kind === 'title').length).toBeGreaterThan(
      0,
    );
    expect(document.sections.map(({ heading }) => heading)).toEqual(['']);
  });
});
