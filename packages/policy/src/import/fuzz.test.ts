import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latin, wordFile, wordParagraph, wordXml } from '../../test/files.ts';
import { parsePolicyDocument } from '../parse.ts';
import { toHtml, toMarkdown, toText } from '../print/index.ts';
import { allClauses } from '../query.ts';
import { textAt } from '../text/spans.ts';
import { unplaced } from '../unplaced.ts';
import { type ImportedPolicy, importPolicy, PolicyImportError } from './index.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)));
const bytes = (text: string) => new TextEncoder().encode(text);
const bare = (text: string) => text.replace(/[\s\u00ad\u200b\ufeff]/gu, '');

/** Reads a file, or gives undefined when it is refused in the one way it may be. */
async function attempt(name: string, file: Uint8Array): Promise<ImportedPolicy | undefined> {
  try {
    return await importPolicy({ name, bytes: file });
  } catch (error) {
    expect(error).toBeInstanceOf(PolicyImportError);
    return undefined;
  }
}

/** What holds of every document that was read, whatever it was read from. */
function expectSound({ document, doubts }: ImportedPolicy): void {
  expect(unplaced(document).map((span) => document.source.slice(...span))).toEqual([]);
  for (const { text, span } of allClauses(document)) expect(text).toBe(textAt(document.source, span));
  expect(parsePolicyDocument(document)).toEqual(document);
  for (const { clauseId } of doubts) {
    if (clauseId !== undefined) expect(allClauses(document).map(({ id }) => id)).toContain(clauseId);
  }
  for (const print of [toText, toMarkdown, toHtml]) expect(print(document)).toBeTypeOf('string');
}

/** Text such as policies are made of, put together without sense. */
const fragment = fc.constantFrom(
  'Class WhatsApp policy',
  'Parents must not:',
  'We expect parents and carers to:',
  'The school may',
  '- be kind',
  '  - at all times',
  '1. Rules',
  '1.1 No adverts.',
  '(a) swear',
  'Stage 2: a letter, where it is repeated',
  'Signed:',
  'Head teacher',
  'Date of review: Spring 2027',
  'Date: 31.02.25',
  'I agree to this policy',
  'Name ........ Date ____',
  '.....',
  '----',
  '====',
  '# Heading',
  '> quoted | cell | cell',
  '**bold** _and_ `code`',
  '<b>',
  '&amp;',
  'Example School',
  'office@example.org 07700 900123',
  'Dear parents,',
  'Yours sincerely,',
  'Version Date Author',
  '1 March 2025 x',
  '\t',
  '',
  '•',
  '✗ no',
  '\u00ad',
  '𝔘𝔫𝔦',
  'Do\tDon’t',
  'Share\tGossip',
  'DO          DON’T',
  'What happened | What we may do',
  'First time | A letter',
  'Can I post at night? Not after 9pm.',
  'and share photos;',
  '🚫 Politics',
  '• X Gossip',
  'If a rep breaks these rules they may be asked to step down.',
);
const piece = fc.oneof(
  { weight: 4, arbitrary: fragment },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
);
const jumble = fc
  .array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', ' ', '\r\n', '\n   ')), { maxLength: 40 })
  .map((pairs) => pairs.map((pair) => pair.join('')).join(''));

/** Changes some bytes, cuts a piece out, or cuts the end off. */
const damage = fc.record({
  changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
  cut: fc.tuple(fc.nat(), fc.nat(300)),
  end: fc.option(fc.nat(), { nil: undefined, freq: 3 }),
});
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(file: Uint8Array, { changes, cut, end }: Damage): Uint8Array {
  const copy = Uint8Array.from(file);
  for (const [at, byte] of changes) copy[at % copy.length] = byte;
  const from = cut[0] % copy.length;
  const kept = Uint8Array.from([...copy.subarray(0, from), ...copy.subarray(from + cut[1])]);
  return end === undefined ? kept : kept.subarray(0, end % kept.length);
}

describe('text in any shape', () => {
  test('a numbered heading with an invisible mark before its number', async () => {
    const text =
      'Class WhatsApp policy\n\n\u00ad1.1 No  adverts\n\n1.2  No lotteries at all\n\nBe kind to each other.';
    const read = await attempt('policy.txt', bytes(text));
    expect(read && unplaced(read.document)).toEqual([]);
  });

  test('titles of two columns that are underlined', async () => {
    const read = await attempt('policy.txt', bytes('Class WhatsApp policy\nDO          DON’T\n----\n   !\n'));
    expect(read && unplaced(read.document)).toEqual([]);
  });

  test('every character that is no space is in the source, in order, and in a clause or a field', async () => {
    await fc.assert(
      fc.asyncProperty(jumble, async (text) => {
        const read = await attempt('policy.txt', bytes(`x ${text}`));
        if (!read) return;
        expect(bare(read.document.source)).toBe(bare(`x ${text}`.toWellFormed()));
        expectSound(read);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['policy.md', 'policy.html'])('%s', async (name) => {
    await fc.assert(
      fc.asyncProperty(jumble, async (text) => {
        const read = await attempt(name, bytes(text));
        if (read) expectSound(read);
      }),
      { numRuns: 200 },
    );
  });

  test('no letter or digit of a Markdown text is lost', async () => {
    const letters = (text: string) => text.normalize().replace(/[^\p{L}\p{N}]/gu, '');
    const words = fc.stringMatching(/^[A-Za-z0-9*_`#>|.,:;!~+\\ -]{0,60}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 8 }), async (lines) => {
        const text = `Begin\n\n${lines.join('\n')}`;
        const read = await attempt('policy.md', bytes(text));
        expect(letters(read?.document.source ?? '')).toBe(letters(text));
      }),
      { numRuns: 200 },
    );
  });

  test('every paragraph of a Word document comes in', async () => {
    const words = fc.stringMatching(/^[A-Za-z0-9.,:;()'£-]{1,12}( [A-Za-z0-9.,:;()'£-]{1,12}){0,9}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 12 }), async (paragraphs) => {
        const file = wordFile(wordXml(paragraphs.map(wordParagraph).join('')));
        const read = await attempt('policy.docx', file);
        expect(bare(read?.document.source ?? '')).toContain(bare(paragraphs.join('')));
        if (read) expectSound(read);
      }),
      { numRuns: 60 },
    );
  });
});

describe('any bytes', () => {
  test.each(['policy.txt', 'policy.md', 'policy.html', 'policy.docx', 'policy.pdf'])('%s', async (name) => {
    const starts = fc.constantFrom(
      '',
      '%PDF-1.7\n',
      'PK\u0003\u0004',
      '<html>',
      '\u00ff\u00fe',
      '\u00d0\u00cf\u0011\u00e0',
      '{\\rtf',
    );
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        const read = await attempt(name, Uint8Array.from([...latin(start), ...rest]));
        if (read) expectSound(read);
      }),
      { numRuns: 150 },
    );
  });
});

describe('hostile texts', () => {
  const depth = (count: number) =>
    Array.from(
      { length: count },
      (_, at) => `${' '.repeat(at % 40)}(${'ivx'[at % 3]}) share photos; and`,
    ).join('\n');
  const HOSTILE: readonly (readonly [string, string])[] = [
    [
      'numbers that come round again',
      Array.from({ length: 2000 }, (_, at) => `${(at % 9) + 1}.${(at % 3) + 1} No adverts.`).join('\n'),
    ],
    ['lists within lists without end', depth(2000)],
    ['one line of a hundred thousand words', 'please do not post and share '.repeat(20_000)],
    ['questions upon questions', 'Who can join? Nobody. '.repeat(5000)],
    ['a paragraph of bare colons', 'a:'.repeat(100_000)],
    ['rows of tabs', `Do\tDon't\n${'\t\ta\t\n'.repeat(2000)}`],
    ['semicolons in a row', Array.from({ length: 3000 }, () => 'and share photos;').join('\n')],
    ['times upon times', `Please do not post ${'between 9pm and 7am, '.repeat(300)}`],
    ['dates upon dates', 'Approved: 1/1/2026 Review: Spring 2027 '.repeat(5000)],
    ['dots upon dots', 'Signed: ........ '.repeat(10_000)],
  ];

  test.each(HOSTILE)('%s: read whole, or refused with its reason', async (_name, text) => {
    const read = await attempt('policy.txt', bytes(`Class WhatsApp policy\n\n${text}`));
    if (read) expect(unplaced(read.document)).toEqual([]);
  });
});

describe('damaged files', () => {
  test.each([
    ['church-primary.txt', 100],
    ['family/dos.html', 100],
    ['family/quiet-hours.md', 100],
    ['church-primary.docx', 30],
    ['infant-school.pdf', 12],
    ['locked.pdf', 30],
  ])('%s', async (name, numRuns) => {
    const file = fixture(name);
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        const read = await attempt(name, damaged(file, how));
        if (read) expectSound(read);
      }),
      { numRuns },
    );
  });
});
