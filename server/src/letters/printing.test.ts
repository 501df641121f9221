import { importPolicy } from '@handbell/policy/import';
import { Temporal } from 'temporal-polyfill';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { testMatter } from '../../test/letter-matter.ts';
import { readBlocks } from './blocks.ts';
import { letterContent } from './content.ts';
import { INTERPRETER_STRIP } from './interpreter.ts';
import type { Matter } from './matter.ts';
import { letterPdf } from './pdf.ts';
import { DOCUMENT_KINDS, type DocumentKind, LETTER_TEXT, type LetterKind } from './rules.ts';
import { SAMPLE, sampleValues } from './sample.ts';
import { composeSections } from './sections.ts';
import type { FieldValues } from './template.ts';
import { valuesOf } from './values.ts';
import { letterWord } from './word.ts';

const NOW = Temporal.Instant.from('2027-03-15T10:00:00Z');
const DAY = Temporal.PlainDate.from('2027-03-15');

function contentOf(kind: LetterKind, change: Partial<Matter> = {}, large = false) {
  const matter = testMatter(change);
  return letterContent(kind, matter, composeSections(kind, valuesOf(matter)), DAY, { large });
}

const LONG = `${'A long sentence that goes on about the messages in the group. '.repeat(4)}\n\n${'x'.repeat(200)}`;
const HOSTILE = '*bold* #panic("no") $x$ <b>&amp; \\ محمد ਗੁਰਪ੍ਰੀਤ தமிழ் \u202EdesreveR';

/** Each document with what is invented, with names and texts that somebody could mean ill by, and in large print. */
function documentOf(kind: DocumentKind, dress: 'normal' | 'hostile' | 'large') {
  const hostile = dress === 'hostile';
  const values: FieldValues = hostile
    ? Object.fromEntries(Object.keys(sampleValues()).map((name) => [name, `${HOSTILE}\n\n${LONG}`]))
    : sampleValues();
  const name = { name: `${HOSTILE} ${'y'.repeat(200)}`, address: HOSTILE };
  const head = hostile ? { ...SAMPLE, recipient: name, signer: { name: HOSTILE, role: HOSTILE } } : SAMPLE;
  return letterContent(kind, head, composeSections(kind, values), DAY, {
    large: dress === 'large',
    signed: dress === 'large' ? 'ink' : 'typed',
  });
}

async function opened(pdf: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: true });
  const plain = text.normalize('NFC').replaceAll('\u200B', '').replaceAll(/\s+/g, ' ');
  return { document, text: plain.replaceAll(/M-2027-7KQM ?Page ?\d+ ?of ?\d+ ?/g, '') };
}

/** The text of a Word file, as a reader of Word files sees it. */
async function wordText(bytes: Uint8Array): Promise<string> {
  const { document } = await importPolicy({ name: 'letter.docx', bytes });
  return document.source.normalize('NFC').replaceAll(/\s+/g, ' ');
}

/** Whether anything of a page lies outside it. */
async function overflows(pdf: Uint8Array): Promise<boolean> {
  const { document } = await opened(pdf);
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    for (const item of items) {
      if (!('transform' in item) || item.str.trim() === '') continue;
      const [x, y] = [Number(item.transform[4]), Number(item.transform[5])];
      if (x < 0 || y < 0 || x + item.width > width || y > height) return true;
    }
  }
  return false;
}

describe('a printed letter', () => {
  const DRESSES = ['normal', 'hostile', 'large'] as const;
  it.each(DOCUMENT_KINDS.flatMap((kind) => DRESSES.map((dress) => ({ kind, dress }))))(
    '$kind ($dress) is PDF/UA-1 with a title, a language, headings and lists, within its pages',
    async ({ kind, dress }) => {
      const content = documentOf(kind, dress);
      const pdf = await letterPdf(content, NOW);
      const { document, text } = await opened(pdf);
      const { info, metadata } = await document.getMetadata();
      expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
      expect(metadata?.get('pdfuaid:part')).toBe('1');
      expect(info).toMatchObject({ Title: LETTER_TEXT[kind].title, Language: 'en-GB' });
      const trees: unknown[] = [];
      for (let number = 1; number <= document.numPages; number += 1) {
        trees.push(await (await document.getPage(number)).getStructTree());
      }
      expect(JSON.stringify(trees)).toMatch(
        content.sections.some(({ heading }) => heading !== '')
          ? /"role":"H1"[\s\S]*"role":"H2"[\s\S]*"role":"P"/
          : /"role":"H1"[\s\S]*"role":"P"/,
      );
      expect(text).toContain('Monday 15 March 2027');
      if (dress === 'hostile') expect(text).toContain('#panic("no")');
      expect(await overflows(pdf)).toBe(false);
      expect(await wordText(await letterWord(content))).toContain(content.title);
    },
  );

  it('keeps the interpreter strip with its end', async () => {
    for (const kind of DOCUMENT_KINDS) {
      const content = documentOf(kind, 'normal');
      const document = await getDocumentProxy(new Uint8Array(await letterPdf(content, NOW)));
      const { text } = await extractText(document);
      const last = text.at(-1)?.replaceAll(/\s+/g, ' ') ?? '';
      expect(last, kind).toContain(content.closing);
      if (content.strip.length > 0) expect(last, kind).toContain('Tłumacz');
    }
  });

  it('says the same on paper and in Word', async () => {
    for (const kind of DOCUMENT_KINDS) {
      const content = documentOf(kind, 'normal');
      const { text: paper } = await opened(await letterPdf(content, NOW));
      const word = await wordText(await letterWord(content));
      for (const { heading, blocks } of content.sections) {
        for (const each of [heading, ...blocks.map(({ text }) => text)]) {
          const plain = each.normalize('NFC').replaceAll(/\s+/g, ' ');
          expect(word).toContain(plain);
          expect(paper.replaceAll(' ', '')).toContain(plain.replaceAll(' ', ''));
        }
      }
    }
  });

  it.each([
    'Łukasz Ğülşen Nguyễn',
    'محمد علی',
    'ਗੁਰਪ੍ਰੀਤ ਕੌਰ',
    'অনন্যা সেন',
    'Оксана Ελένη',
    'தமிழ் செல்வன்',
    '*bold* _name_ #panic("no") $x$',
    '<script>alert(1)</script> & "quotes" \\ [ ] { }',
    '\u202EdesreveR',
  ])('prints the name %s', async (name) => {
    const content = contentOf('warning', { recipient: { name, address: `${name}\n1 Mill Row` } });
    const pdf = await letterPdf(content, NOW);
    const { text } = await opened(pdf);
    expect(text).not.toContain('\u{FFFD}');
    expect(text).toContain('1 Mill Row');
    expect(await overflows(pdf)).toBe(false);
    const word = await wordText(await letterWord(content));
    expect(word).toContain(name.replaceAll('\u202E', '').normalize('NFC'));
  });

  it('carries very long texts over pages, and words without an end over lines', async () => {
    const facts = `${'A long sentence that goes on about the messages in the group. '.repeat(120)}\n\n${'x'.repeat(900)}`;
    const content = contentOf('warning', { facts });
    const pdf = await letterPdf(content, NOW);
    const { document, text } = await opened(pdf);
    expect(document.numPages).toBeGreaterThan(3);
    expect(text.replaceAll(' ', '')).toContain('x'.repeat(900));
    expect(text.split('A long sentence that goes on').length - 1).toBe(120);
    expect(await overflows(pdf)).toBe(false);
    expect(await wordText(await letterWord(content))).toContain('x'.repeat(900));
  });

  it('tells in each language where an interpreter is', async () => {
    const content = contentOf('advice');
    const { text } = await opened(await letterPdf(content, NOW));
    for (const lang of ['pl', 'ro', 'uk', 'cy', 'so']) {
      const line = INTERPRETER_STRIP.find((each) => each.lang === lang)?.text ?? '';
      expect(text).toContain(line.normalize('NFC'));
    }
    const word = await wordText(await letterWord(content));
    for (const line of INTERPRETER_STRIP) expect(word).toContain(line.text.normalize('NFC'));
  });
});

describe('the text somebody types for a letter', () => {
  it('has paragraphs and lists, and nothing else', () => {
    expect(readBlocks('One\nline\n\n- first\n- second\n  goes on\n\n<b>Two</b> #three *four*')).toEqual([
      { kind: 'paragraph', text: 'One line' },
      { kind: 'item', text: 'first' },
      { kind: 'item', text: 'second goes on' },
      { kind: 'paragraph', text: '<b>Two</b> #three *four*' },
    ]);
    expect(readBlocks(' \n\n ')).toEqual([]);
  });
});
