import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseFragment, serialize } from 'parse5';
import { extractText } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { FACTS, meaning, pdfOf } from '../../test/printed.ts';
import { compare } from '../compare/compare.ts';
import type { PolicyDocument } from '../document.ts';
import { setReviewDate } from '../edit.ts';
import { importPolicy } from '../import/index.ts';
import { allClauses } from '../query.ts';
import { readPolicyText } from '../read/text.ts';
import { toDocx, toHtml, toMarkdown, toText, toTypst } from './index.ts';

const read = (name: string) =>
  readPolicyText(readFileSync(new URL(`../../fixtures/${name}.txt`, import.meta.url), 'utf8'), 'Policy')
    .document;
const infant = read('infant-school');
const church = read('church-primary');
const nested = readPolicyText(
  [
    'Class WhatsApp group rules',
    '',
    'Joining',
    '',
    'Members must:',
    '',
    '1. keep to school matters',
    '   a) no adverts',
    '   b) no chain letters',
    '2. be kind',
    '',
    '✗ Never share a photograph of another child',
  ].join('\n'),
  'Policy',
).document;

const bytes = (text: string) => new TextEncoder().encode(text);
const withText = (text: string): PolicyDocument => ({
  ...church,
  sections: church.sections.map((section) => ({
    ...section,
    clauses: section.clauses.map((clause) => (clause.id === 'c1' ? { ...clause, text } : clause)),
  })),
});
const bare = (text: string): string => text.replace(/\s/gu, '');

describe('there and back', () => {
  test.each([infant, church, nested])('$title: as text, Markdown and Word', async (document) => {
    const printed = {
      txt: bytes(toText(document)),
      md: bytes(toMarkdown(document)),
      docx: await toDocx(document),
    };
    for (const [ending, file] of Object.entries(printed)) {
      const back = await importPolicy({ name: `Policy.${ending}`, bytes: file });
      expect(meaning(back.document), ending).toEqual(meaning(document));
    }
  });

  test.each([infant, church])('$title: the sections of the web page', async (document) => {
    const back = await importPolicy({ name: 'policy.html', bytes: bytes(toHtml(document)) });
    const words = (of: PolicyDocument) => allClauses(of).map(({ text, stem }) => [stem, text]);
    expect(words(back.document).slice(0, allClauses(document).length)).toEqual(words(document));
  });

  test('Markdown signs in a clause stay words', async () => {
    const odd = '*Never* use_snake_case, [links](x), `code`, # or <b>tags</b>, 1 \\ 2.';
    const back = await importPolicy({ name: 'a.md', bytes: bytes(toMarkdown(withText(odd))) });
    expect(allClauses(back.document)[0]?.text).toBe(odd);
  });

  test('no clause loses a character in Markdown', async () => {
    const word = fc.stringMatching(/^[a-z*_#<>[\]()`\\!|~&.:;-]{1,8}$/);
    const texts = fc
      .array(word, { minLength: 3, maxLength: 12 })
      .map((words) => `So ${words.join(' ')} end.`);
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const back = await importPolicy({ name: 'a.md', bytes: bytes(toMarkdown(withText(text))) });
        expect(bare(back.document.source)).toContain(bare(text));
      }),
    );
  });
});

describe('the facts of a version', () => {
  test('are in every form', async () => {
    const word = await importPolicy({ name: 'a.docx', bytes: await toDocx(church, FACTS) });
    for (const form of [toText(church, FACTS), toMarkdown(church, FACTS), word.document.source]) {
      expect(form).toContain('Adopted by the Governing Board: 18 November 2026');
      expect(form).toContain('Signed: Ana Example (Governor responsible)');
      expect(form).toMatch(/Signed: \.+ \(Head teacher\)/);
      expect(form).toContain('Whether you sign or not has no effect on your child.');
    }
    const html = toHtml(church, FACTS);
    expect(html).toContain('<dd>Ana Example, 18 November 2026</dd>');
    expect(html).toContain('<dd>Not yet signed</dd>');
    expect(html).toContain('<a href="https://handbell.example.org/s/st-marks/policy/3">');
  });

  test('dates of the document stand as the school wrote them; dates of a person’s edit in full', () => {
    expect(toText(infant)).toContain('Adopted by the Board: 18.11.25');
    const edited = setReviewDate(infant, { precision: 'term', year: 2027, term: 'spring', written: '' });
    expect(toText(edited)).toContain('Date of review: Spring term 2027');
  });
});

describe('toHtml', () => {
  test('escapes everything that comes from the document and the facts', () => {
    const nasty = `<script>alert("x")</script> & 'y'`;
    const html = toHtml(
      { ...withText(nasty), title: nasty },
      { ...FACTS, schoolName: nasty, version: nasty },
    );
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;');
  });

  test('no text breaks out of the fragment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const tree = parseFragment(toHtml(withText(text), { version: text }));
        expect(tree.childNodes.map(({ nodeName }) => nodeName)).toEqual(['article', '#text']);
        expect(serialize(tree)).not.toMatch(
          /<(?!\/?(?:article|section|p|span|h[1-6]|ul|li|dl|dt|dd|div|a)\b)/,
        );
      }),
    );
  });

  test('each clause has an address and a number; addresses in the words are links', () => {
    const html = toHtml(church);
    expect(html).toContain('<li id="c32"><span class="policy-ref">3.7</span> Ban the parent/carer');
    expect(html).toContain('<a href="mailto:admin@primary.example.org">admin@primary.example.org</a>.');
    expect(toHtml(withText('See www.example.org/x.'))).toContain('<a href="https://www.example.org/x">');
  });

  test('lists below lists are nested, and a school’s own marks stay', () => {
    expect(toHtml(nested)).toMatch(/keep to school matters\n<ul>\n<li id="c2">.*no adverts<\/li>\n<li/);
    expect(toHtml(nested)).toContain('<span class="policy-ref" data-mark="a)">1.1(a)</span> no adverts');
    expect(toHtml(nested)).toContain('<span class="policy-marker">✗</span> Never share');
  });

  test('fits a page: level of headings, body only, without forms', () => {
    const html = toHtml(church, {}, { level: 2, bodyOnly: true, withoutForms: true });
    expect(html).not.toContain(church.title);
    expect(html).toContain('<h3 id="s1-heading">');
    expect(html).not.toContain('policy-slip');
    expect(toHtml(church)).toContain('policy-slip');
  });
});

describe('toTypst', () => {
  test.each([
    [infant, {}],
    [infant, { large: true }],
    [church, FACTS],
    [nested, { ...FACTS, language: 'cy' }],
  ])('%# compiles to PDF/UA-1 with title and language', (document, facts) => {
    const pdf = Buffer.from(pdfOf(document, facts)).toString('latin1');
    expect(pdf).toContain('/Marked true');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain('language' in facts ? '/Lang (cy)' : '/Lang (en-GB)');
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  test('every clause of the policy is in the PDF', async () => {
    const { text: pages } = await extractText(pdfOf(church, FACTS), { mergePages: true });
    const words = bare(pages);
    for (const { text, ref } of allClauses(church)) expect(words).toContain(bare(`${ref}${text}`));
    for (const word of ['SM3-7KQ2', 'AnaExample', 'Headteacher']) expect(words).toContain(word);
  });

  test.each([infant, church])('$title: the PDF reads back as the same policy', async (document) => {
    const back = await importPolicy({ name: 'a.pdf', bytes: pdfOf(document, {}) });
    expect(compare(document, back.document)).toEqual({ clauses: [], facts: [] });
  });

  test.each([
    'agreement.txt',
    'bullets.md',
    'columns.txt',
    'cut.txt',
    'cymraeg.txt',
    'do-table.html',
    'dos.html',
    'letter-re.txt',
    'letter.txt',
    'pasted.txt',
    'polisi.md',
    'promises.txt',
    'questions.md',
    'quiet-hours.md',
    'reps.txt',
    'stages.txt',
  ])('%s: its PDF reads back with the same clauses', async (name) => {
    const file = readFileSync(new URL(`../../fixtures/family/${name}`, import.meta.url));
    const { document } = await importPolicy({ name, bytes: new Uint8Array(file) });
    const back = await importPolicy({ name: 'a.pdf', bytes: pdfOf(document, {}) });
    const lost = ['added', 'removed', 'reworded'];
    expect(compare(document, back.document).clauses.filter(({ about }) => lost.includes(about))).toEqual([]);
  });

  test('words that are Typst commands are only words', async () => {
    const command = '#panic("x") $x$ = y @ref *b* `c` \\ "quoted" } ]';
    const document = { ...withText(command), title: command };
    const { template } = toTypst(document, { schoolName: command });
    expect(template).toBe(toTypst(church).template);
    const back = await importPolicy({ name: 'a.pdf', bytes: pdfOf(document, {}) });
    expect(bare(back.document.source)).toContain(bare(command));
  });
});
