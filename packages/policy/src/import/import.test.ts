import { readFileSync } from 'node:fs';
import { strToU8, zipSync, zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  compound,
  join,
  latin,
  pdfFile,
  pdfText,
  utf16,
  wordFile,
  wordParagraph,
  wordXml,
  zeros,
} from '../../test/files.ts';
import type { PolicyDocument } from '../document.ts';
import { allClauses } from '../query.ts';
import { unplaced } from '../unplaced.ts';
import { IMPORT_ERROR_CODES, importPolicy, MOST_BYTES, PolicyImportError } from './index.ts';

const TEXT = 'Class WhatsApp group policy\n\nParents should:\n\n- be kind\n- not swear – ever\n';
const read = async (name: string, bytes: Uint8Array) => importPolicy({ name, bytes });
const failure = async (bytes: Uint8Array, name = 'policy.docx'): Promise<unknown> =>
  read(name, bytes).then(
    () => 'it was read',
    (error: unknown) => error,
  );
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)));

const openDocument = (what: string) =>
  zipSync({
    mimetype: strToU8(`application/vnd.oasis.opendocument.${what}`),
    'content.xml': strToU8('x'),
  });

describe('what cannot be read is refused by its content, whatever its name', () => {
  const body = wordXml(wordParagraph('Class WhatsApp policy'));
  test.each([
    ['empty', new Uint8Array()],
    ['empty', latin(' \r\n\t ')],
    ['empty', wordFile(wordXml(''))],
    ['too-large', new Uint8Array(MOST_BYTES + 1)],
    ['too-complex', latin('word '.repeat(250_000))],
    ['too-complex', latin('- a\n'.repeat(6000))],
    ['spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('x') })],
    ['spreadsheet', compound('Workbook')],
    ['slides', zipSync({ 'ppt/presentation.xml': strToU8('x') })],
    ['slides', compound('PowerPoint Document')],
    ['picture', join(Uint8Array.of(0x89), latin('PNG\r\n'), new Uint8Array(50))],
    ['picture', join(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), new Uint8Array(50))],
    ['picture', join(latin('RIFF'), new Uint8Array(4), latin('WEBPVP8 '))],
    ['picture', join(new Uint8Array(4), latin('ftypheic'), new Uint8Array(20))],
    ['old-word', compound('WordDocument')],
    ['open-document', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('x') })],
    ['open-document', openDocument('text')],
    ['spreadsheet', openDocument('spreadsheet')],
    ['slides', openDocument('presentation')],
    ['apple-pages', zipSync({ 'Index/Document.iwa': strToU8('x'), 'preview.jpg': strToU8('x') })],
    ['link', latin('{"doc_id":"1aB","email":"office@example.org","resource_key":""}')],
    ['link', latin('[InternetShortcut]\r\nURL=https://docs.example.org/document/1aB\r\n')],
    ['rich-text', latin('{\\rtf1 Class policy}')],
    ['archive', zipSync({ 'policy.txt': strToU8(TEXT) })],
    ['archive', join(latin('Rar!'), new Uint8Array(50))],
    ['program', join(latin('MZ'), new Uint8Array(300))],
    ['program', join(Uint8Array.of(0x7f), latin('ELF'), new Uint8Array(100))],
    ['unknown-type', Uint8Array.from({ length: 500 }, (_, index) => (index * 89) % 256)],
    ['unknown-type', compound('Something')],
    ['password', compound('EncryptedPackage')],
    ['password', fixture('locked.pdf')],
    ['corrupted', latin('%PDF-1.7\nnothing more')],
    ['corrupted', wordFile(body).subarray(0, 400)],
    ['corrupted', wordFile(body.slice(0, 150))],
    ['no-text', pdfFile('0 0 m 100 100 l S')],
  ] as const)('%s', async (code, bytes) => {
    const error = await failure(bytes);
    expect(error).toBeInstanceOf(PolicyImportError);
    expect(error).toMatchObject({ code });
  });

  test('every message says what happened, that nothing was changed, and what to do', () => {
    for (const code of IMPORT_ERROR_CODES) {
      const { message } = new PolicyImportError(code);
      expect(message.split('. ').length, code).toBeGreaterThanOrEqual(3);
      expect(message, code).toContain('Nothing was changed.');
    }
  });
});

describe('files that unpack into far too much', () => {
  const huge = new Uint8Array(70 * 1024 * 1024).fill(32);

  test('a Word document', async () => {
    expect(await failure(wordFile(huge))).toMatchObject({ code: 'too-complex' });
  });

  test('a Word document that lies about its size is cut at its claim and found broken', async () => {
    const file = wordFile(huge);
    const view = new DataView(file.buffer);
    const sizes = [...Array(file.length - 4).keys()].filter((at) => view.getUint32(at, true) === huge.length);
    for (const at of sizes) view.setUint32(at, 100, true);
    expect(sizes.length).toBeGreaterThan(0);
    expect(await failure(file)).toMatchObject({ code: 'corrupted' });
  });

  test('a Word document of ten thousand parts', async () => {
    const parts = Object.fromEntries([...Array(5000).keys()].map((number) => [`word/x${number}.xml`, '']));
    expect(await failure(wordFile(wordXml(''), parts))).toMatchObject({ code: 'too-complex' });
  });

  test('a PDF', async () => {
    const bomb = pdfFile('', { filter: '/FlateDecode', data: zeros(100) });
    expect(await failure(bomb)).toMatchObject({ code: 'too-complex' });
  });

  test('a PDF packed twice', async () => {
    const twice = pdfFile('', { filter: '[/FlateDecode /FlateDecode]', data: zlibSync(zeros(1)) });
    expect(await failure(twice)).toMatchObject({ code: 'too-complex' });
  });
});

describe('text in any encoding', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${TEXT}`)],
    ['UTF-16, little end first, with a mark', utf16(TEXT, false, true)],
    ['UTF-16, big end first, with a mark', utf16(TEXT, true, true)],
    ['UTF-16, little end first', utf16(TEXT, false, false)],
    ['UTF-16, big end first', utf16(TEXT, true, false)],
    ['Windows-1252', latin(TEXT.replace('–', '\u0096'))],
    ['Windows line ends', latin(TEXT.replace('–', '\u0096').replaceAll('\n', '\r\n'))],
    ['old Mac line ends', latin(TEXT.replace('–', '\u0096').replaceAll('\n', '\r'))],
  ])('%s', async (_name, bytes) => {
    const { document } = await read('policy.txt', bytes);
    expect(document.title).toBe('Class WhatsApp group policy');
    expect(allClauses(document).map(({ text }) => text)).toEqual(['be kind', 'not swear – ever']);
  });
});

describe('a kind of file is told by its content', () => {
  const clauses = async (name: string, bytes: Uint8Array) =>
    allClauses((await read(name, bytes)).document).map(({ text }) => text);
  const word = wordFile(
    wordXml(['Class WhatsApp policy', 'Parents must be kind.'].map(wordParagraph).join('')),
  );

  test('a Word file named as text, a PDF without a name, a web page named as text', async () => {
    expect(await clauses('policy.txt', word)).toEqual(['Parents must be kind.']);
    const pdf = pdfFile(
      pdfText(['Class WhatsApp policy', 'Parents must be kind to everybody in the group.']),
    );
    expect(await clauses('', pdf)).toEqual(['Parents must be kind to everybody in the group.']);
    const page = latin(
      '<!doctype html><title>x</title><h1>Class WhatsApp policy</h1><p>Parents must be kind.',
    );
    expect(await clauses('policy.txt', page)).toEqual(['Parents must be kind.']);
  });

  test('a text without a title is called by its file’s name', async () => {
    const { document, doubts } = await read(
      'C:\\Policies\\whats_app-rules.txt',
      latin('Parents must be kind.'),
    );
    expect(document.title).toBe('whats app rules');
    expect(doubts[0]?.message).toContain('We found no title');
  });
});

describe('Word documents', () => {
  test('heads and feet of pages are kept, once each', async () => {
    const part = (text: string) =>
      `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${wordParagraph(text)}</w:hdr>`;
    const { document } = await read(
      'a.docx',
      wordFile(wordXml(wordParagraph('Parents must be kind.')), {
        'word/header1.xml': part('Example School &amp; Nursery'),
        'word/footer1.xml': part('Review date: March 2027'),
        'word/footer2.xml': part('Review date: March 2027'),
      }),
    );
    expect(document.source).toBe(
      'Parents must be kind.\n\nExample School & Nursery\n\nReview date: March 2027',
    );
    expect(unplaced(document)).toEqual([]);
    expect(document.dates.review).toMatchObject({ year: 2027, month: 3 });
  });

  test('numbers that a style gives are kept, with what it takes from the style it rests on', async () => {
    const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const level = (at: number, format: string, pattern: string, style = '') =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${style}<w:lvlText w:val="${pattern}"/></w:lvl>`;
    const numbering = `<w:numbering ${space}><w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1.')}${level(
      1,
      'lowerLetter',
      '(%2)',
      '<w:pStyle w:val="Part"/>',
    )}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const styled = (id: string, inner: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`;
    const styles = `<w:styles ${space}>${styled('Rule', '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>')}${styled(
      'Part',
      '<w:basedOn w:val="Rule"/>',
    )}${styled('Circle', '<w:basedOn w:val="Circle"/>')}</w:styles>`;
    const set = (style: string, text: string, more = '') =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const { document } = await read(
      'a.docx',
      wordFile(
        wordXml(
          [
            set('Circle', 'Members of the group agree to these rules.'),
            set('Rule', 'Be kind to each other.'),
            set('Rule', 'Never share:'),
            set('Part', 'photographs of other children'),
            set('Part', 'telephone numbers'),
            set('Rule', 'This one is not numbered.', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
            set('Rule', 'Keep to school matters.'),
          ].join(''),
        ),
        { 'word/numbering.xml': numbering, 'word/styles.xml': styles },
      ),
    );
    const marked = allClauses(document).map(({ marker, text }) => [marker, text]);
    expect(marked).toContainEqual(['1.', 'Be kind to each other.']);
    expect(marked).toContainEqual(['(a)', 'photographs of other children']);
    expect(marked).toContainEqual(['(b)', 'telephone numbers']);
    expect(marked).toContainEqual(['3.', 'Keep to school matters.']);
    expect(document.source).toContain('\nThis one is not numbered.');
  });

  test('pictures, macros and settings are never unpacked', async () => {
    const { document } = await read(
      'a.docm',
      wordFile(wordXml(wordParagraph('Parents must be kind.')), {
        'word/media/image1.png': '\0'.repeat(9_000_000),
      }),
    );
    expect(document.source).toBe('Parents must be kind.');
  });
});

describe('tables and boxes in Word and PDF', () => {
  const cell = (...paragraphs: readonly string[]) => `<w:tc>${paragraphs.map(wordParagraph).join('')}</w:tc>`;
  const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  const polarities = ({ sections }: PolicyDocument) =>
    allClauses({ sections }).map(({ stem, text, polarity }) => [stem, text, polarity]);

  test('a Word table of dos and don’ts is read column by column', async () => {
    const table = `<w:tbl>${row(cell('Do'), cell("Don't"))}${row(cell('Share dates', 'Be kind'), cell('Gossip'))}${row(cell(''), cell('Share photos'))}</w:tbl>`;
    const { document } = await read(
      'a.docx',
      wordFile(wordXml(`${wordParagraph('Class WhatsApp policy')}${table}`)),
    );
    expect(polarities(document)).toEqual([
      ['Do', 'Share dates', 'do'],
      ['Do', 'Be kind', 'do'],
      ["Don't", 'Gossip', 'do-not'],
      ["Don't", 'Share photos', 'do-not'],
    ]);
    expect(unplaced(document)).toEqual([]);
  });

  test('words in a text box come in, once', async () => {
    const box = `<w:p><w:r><w:drawing><wps:txbx xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:txbxContent>${wordParagraph('Please keep quiet hours from 9pm to 7am.')}</w:txbxContent></wps:txbx></w:drawing></w:r></w:p>`;
    const { document } = await read(
      'a.docx',
      wordFile(wordXml(`${wordParagraph('Class WhatsApp policy')}${box}${box}`)),
    );
    expect(allClauses(document).map(({ text }) => text)).toEqual([
      'Please keep quiet hours from 9pm to 7am.',
    ]);
    expect(document.quietHours).toMatchObject({ from: '21:00', to: '07:00' });
  });

  test('numbers that Word makes by itself are the school’s own', async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerLetter', '(%3)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const item = (at: number, text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const body = [
      wordParagraph('Class WhatsApp policy'),
      item(0, 'Conduct'),
      item(1, 'Members must not:'),
      item(2, 'share photographs;'),
      item(2, 'advertise.'),
      item(1, 'Members must be kind.'),
    ].join('');
    const relationships =
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>';
    const file = wordFile(wordXml(body), {
      'word/numbering.xml': numbering,
      'word/_rels/document.xml.rels': relationships,
    });
    const { document } = await read('a.docx', file);
    expect(allClauses(document).map(({ ref, text, polarity }) => [ref, text, polarity])).toEqual([
      ['1.1(a)', 'share photographs;', 'do-not'],
      ['1.1(b)', 'advertise.', 'do-not'],
      ['1.2', 'Members must be kind.', 'do'],
    ]);
    expect(document.sections[0]).toMatchObject({ heading: 'Conduct', marker: '1.' });
  });

  test('two columns of a PDF are read under their titles, a broken line goes on', async () => {
    const put = (x: number, y: number, text: string) =>
      `BT /F1 12 Tf ${x} ${y} Td (${text.replace(/[\\()]/gu, '\\$&')}) Tj ET`;
    const page = [
      put(72, 760, 'Class WhatsApp policy'),
      put(72, 720, 'Please do'),
      put(320, 720, 'Please do not'),
      put(72, 700, 'Share dates'),
      put(320, 700, 'Post pictures of'),
      put(320, 684, 'other children'),
      put(72, 668, 'Be kind'),
      put(320, 668, 'Sell things'),
      put(72, 600, 'The headteacher decides what happens when somebody breaks these rules.'),
    ].join('\n');
    const { document } = await read('a.pdf', pdfFile(page));
    expect(polarities(document).slice(0, 4)).toEqual([
      ['Please do', 'Share dates', 'do'],
      ['Please do', 'Be kind', 'do'],
      ['Please do not', 'Post pictures of other children', 'do-not'],
      ['Please do not', 'Sell things', 'do-not'],
    ]);
    expect(document.decider).toBe('headteacher');
    expect(unplaced(document)).toEqual([]);
  });
});

describe('web pages', () => {
  test('scripts and styles are no words; everything shown is', async () => {
    const page = `<html><head><title>x</title><style>p{}</style></head><body><nav>Home</nav><h1>Class WhatsApp policy</h1>
      <p>Parents <b>must</b><br>be kind.</p><script>bad()</script><ol start="3"><li>No adverts<ul><li>or lotteries</li></ul></li><li>No news</li></ol>
      <table><tr><td>Reviewed</td><td>2026</td></tr></table><div>Loose <i>words</i></div>`;
    const { document } = await read('a.html', latin(page));
    expect(document.source.replace(/\s+/gu, ' ')).toBe(
      'Home Class WhatsApp policy Parents must be kind. 3. No adverts - or lotteries 4. No news Reviewed 2026 Loose words',
    );
    expect(allClauses(document).find(({ text }) => text === 'No adverts')?.marker).toBe('3.');
  });

  test('a page nested ten thousand deep is read', async () => {
    const deep = `<html><body>${'<div>'.repeat(10_000)}Class WhatsApp policy`;
    expect((await read('a.html', latin(deep))).document.source).toContain('Class WhatsApp policy');
  });
});

describe('Markdown', () => {
  test('headings in both styles, emphasis, links, tables', async () => {
    const { document } = await read(
      'a.md',
      latin(
        '# Class WhatsApp policy\n\nRaising a concern\n---\n\n**Please** contact the [office](mailto:office@example.org) or _read_ <https://example.org>.\n\n| Version | Date |\n|---|---|\n| 1 | March 2025 |\n',
      ),
    );
    expect(document.sections[0]?.heading).toBe('Raising a concern');
    expect(allClauses(document)[0]?.text).toBe(
      'Please contact the office (office@example.org) or read https://example.org.',
    );
    expect(document.source).toContain('1 | March 2025');
    expect(unplaced(document)).toEqual([]);
  });
});
