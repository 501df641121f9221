import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { type Bundle, composeBundle } from './bundle.ts';
import { bundlePdf } from './bundle-pdf.ts';
import { coverNames, finderOf } from './cover.ts';
import {
  type Decisions,
  type Disclosable,
  isShown,
  type Passage,
  standingOf,
  TAGS,
  tagsFor,
} from './passage.ts';

const NONE: Decisions = new Map();
const nobody = { email: '', phone: '' };
const words = (text: string, name: string, own = 'Alex Rowan', more: readonly string[] = []) =>
  coverNames(text, finderOf([{ name, ...nobody }], more, own))
    .map((piece) => (piece.kind === 'bar' ? '#' : piece.text))
    .join('');

const textOf = (bundle: Bundle): string => JSON.stringify(bundle);
const record = (passages: readonly Passage[], name = 'Perpetua Quillfeather'): Disclosable => ({
  object: 'case:1',
  title: 'Case C-1',
  passages,
  hidden: [{ name, email: 'pq@home.example.org', phone: '07700 900321' }],
});
const passage = (key: string, text: string, tag: Passage['tag']): Passage => ({
  key,
  where: `Passage ${key}`,
  words: text,
  tag,
});
const COVERING = { own: 'Alex Rowan', words: [] };

/** Everything in a PDF: its words as a reader gets them, and its streams unpacked. */
async function printed(bundle: Bundle) {
  const day = Temporal.PlainDate.from('2027-03-09');
  const pack = { bundle, letter: 'Dear Alex\n\nHere it is.', schoolName: 'Oakfield', day };
  const bytes = await bundlePdf(pack, Temporal.Instant.from('2027-03-09T10:00:00Z'));
  const raw = Buffer.from(bytes).toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return body;
    }
  });
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: true });
  const marked = (await document.getMarkInfo())?.Marked;
  return { text, inside: [raw, ...streams].join('\n'), marked };
}

describe('names of other people', () => {
  it.each([
    ['Perpetua Quillfeather rang.', 'Perpetua Quillfeather', '# rang.'],
    ['perpetua   quillfeather, and PERPETUA', 'Perpetua Quillfeather', '#, and #'],
    ["Perpetua's son", 'Perpetua Quillfeather', "#'s son"],
    ['Mrs Quillfeather said', 'Mrs P Quillfeather', 'Mrs # said'],
    ['José and Jose', 'José Ibarra', '# and #'],
    ['Anne-Marie, Marie', 'Anne-Marie Ó Sé', '#, #'],
    ['an answer by An', 'An Li', 'an answer by #'],
    ['Марина написала', 'Марина Орлова', '# написала'],
    ['Rowanberry is no Rowan', 'Sam Rowan', 'Rowanberry is no Rowan'],
    ['Sam Rowan told Alex Rowan', 'Sam Rowan', '# told Alex Rowan'],
  ])('“%s” hides %s', (text, name, shown) => {
    expect(words(text, name)).toBe(shown);
  });

  it('go with their addresses, their numbers however written, and the words that somebody typed', () => {
    const hidden = [{ name: '', email: 'pq@home.example.org', phone: '07700 900321' }];
    const finder = finderOf(hidden, ['the tall goalkeeper', ' '], 'Alex Rowan');
    const text = 'Mail PQ@home.example.org, ring +44 7700 900 321 or (07700) 900-321: the  Tall Goalkeeper.';
    const shown = coverNames(text, finder).map((piece) => (piece.kind === 'bar' ? '#' : piece.text));
    expect(shown.join('')).toBe('Mail #, ring # or (#: #.');
  });
});

describe('a pack', () => {
  it('never holds the name of whoever reported, wherever it stands and whatever else was decided', () => {
    const letters = fc.array(fc.constantFrom(...'bdfgjkmqvwxzéøüčΔя'), { minLength: 3, maxLength: 9 });
    const part = letters.map((all) => all.join('').replace(/^./u, (first) => first.toUpperCase()));
    const tags = fc.constantFrom(...TAGS);
    fc.assert(
      fc.property(
        part,
        part,
        fc.array(tags, { minLength: 1, maxLength: 6 }),
        tags,
        (first, last, from, to) => {
          const name = `${first} ${last}`;
          const texts = [
            `${name} told us.`,
            `It was ${first}, ${last.toUpperCase()}s`,
            `(${last}; ${first}’s)`,
          ];
          const all = from.map((tag, at) => passage(`${at}`, texts[at % texts.length] ?? '', tag));
          const decisions = new Map(
            all.map(({ key }) => [key, { tag: to, basis: 'consent', why: 'Because.' } as const]),
          );
          const bundle = composeBundle(
            [{ record: { ...record(all, name), title: `Case of ${name}` }, decisions }],
            COVERING,
          );
          const kept = textOf({ ...bundle, schedule: bundle.schedule.map((row) => ({ ...row, why: '' })) });
          expect(
            kept.match(new RegExp(`(?<![\\p{L}\\p{M}])(?:${first}|${last})(?![\\p{L}\\p{M}])`, 'giu')),
          ).toBeNull();
        },
      ),
      { numRuns: 150 },
    );
  });

  it('shows what a reporter wrote by no decision at all', () => {
    const told = passage('a', 'I stood behind her at the gate.', 'reporter');
    for (const tag of TAGS) {
      const decisions: Decisions = new Map([['a', { tag, basis: 'consent', why: 'Why not.' }]]);
      const bundle = composeBundle([{ record: record([told]), decisions }], COVERING);
      expect(textOf(bundle)).not.toContain('at the gate');
      expect(bundle.schedule[0]?.why).toContain('in confidence');
    }
  });

  it('shows what is theirs and what staff did; the rest only after the test about others', () => {
    const shown = TAGS.filter((tag) => isShown(standingOf(passage('a', 'x', tag), NONE)));
    expect(shown).toEqual(['subject', 'staff']);
    const witness = passage('a', 'x', 'third-party');
    const after = (basis: 'consent' | 'reasonable' | 'neither') =>
      isShown(standingOf(witness, new Map([['a', { tag: 'third-party', basis, why: 'y' }]])));
    expect([after('consent'), after('reasonable'), after('neither')]).toEqual([true, true, false]);
    expect(tagsFor({ tag: 'reporter' })).toEqual(['reporter']);
  });

  it('is a tagged PDF with a bar, its number and its reason, and no covered word in its bytes', async () => {
    const bundle = composeBundle(
      [
        {
          record: record([
            passage('a', 'Perpetua Quillfeather said that you shouted.', 'staff'),
            passage('b', 'I saw it from my window in Tanglewood Close.', 'third-party'),
            passage('c', 'Whoever reported saw it in the Zanzibar cafe.', 'reporter'),
          ]),
          decisions: NONE,
        },
      ],
      COVERING,
    );
    const { text, inside, marked } = await printed(bundle);
    expect(text).toContain('another person said that you shouted.');
    expect(text).toContain('Covered: about another person (1)');
    expect(text).toContain('Covered: from somebody who told us in confidence (2)');
    for (const gone of ['Perpetua', 'Quillfeather', 'Tanglewood', 'Zanzibar']) {
      expect(text).not.toContain(gone);
      expect(inside).not.toContain(gone);
    }
    expect(marked).toBe(true);
    expect(inside).toMatch(/pdfuaid:part/);
  });
});
