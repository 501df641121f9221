import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../compare/compare.ts';
import { CLAUSE_KINDS, CLAUSE_TOPICS } from '../document.ts';
import { importPolicy } from '../import/index.ts';
import { parsePolicyDocument } from '../parse.ts';
import { toDocx, toHtml, toMarkdown, toText } from '../print/index.ts';
import { allClauses, findClause } from '../query.ts';
import { unplaced } from '../unplaced.ts';
import { CompositionError, clauseWords, composePolicy, LIBRARY, libraryClauses } from './index.ts';

const ALL = libraryClauses().map(({ id }) => id);
const whole = composePolicy({
  schoolName: 'Example Primary School',
  clauses: ALL,
  filled: { contact: { address: 'office@example.org' } },
  review: 'Spring 2028',
});
const bare = (text: string) => text.replace(/[;.]$/u, '');
const read = new Map(allClauses(whole.document).map((clause) => [bare(clause.text), clause]));

describe('the library', () => {
  test('ids and sections are unique', () => {
    expect(new Set(ALL).size).toBe(ALL.length);
    expect(new Set(LIBRARY.map(({ id }) => id)).size).toBe(LIBRARY.length);
  });

  test('has a clause for every kind but plain text, and for every topic', () => {
    const kinds = new Set(libraryClauses().map(({ kind }) => kind));
    expect(CLAUSE_KINDS.filter((kind) => kind !== 'text' && !kinds.has(kind))).toEqual([]);
    const topics = new Set(libraryClauses().flatMap((clause) => clause.topics ?? []));
    expect(CLAUSE_TOPICS.filter((topic) => !topics.has(topic))).toEqual([]);
  });

  test.each(libraryClauses())('$id is read as what it is said to be', (clause) => {
    const filled = clause.id === 'contact' ? { address: 'office@example.org' } : {};
    const found = read.get(bare(clauseWords(clause, filled)));
    expect(found).toMatchObject({
      kind: clause.kind,
      ...(clause.topics ? { topics: clause.topics } : {}),
      ...(clause.strength ? { strength: clause.strength } : {}),
      ...(clause.polarity ? { polarity: clause.polarity } : {}),
    });
    expect(whole.document.responses.find(({ clauseId }) => clauseId === found?.id)?.kind).toBe(
      clause.response,
    );
  });

  test.each(libraryClauses())('$id is short and plain', ({ text, note }) => {
    for (const sentence of [text, note].flatMap((words) => words.split(/(?<=[.!?])\s+/u))) {
      expect(sentence.split(' ').length).toBeLessThanOrEqual(28);
    }
    expect(text).not.toMatch(/\b(?:shall|pursuant|herein|aforementioned|utilise|endeavour)\b/iu);
  });
});

describe('composePolicy', () => {
  test('gives a whole policy: scope, ladder, contacts, quiet hours, signatures, slip, review', () => {
    const { document, doubts } = whole;
    expect(parsePolicyDocument(document)).toEqual(document);
    expect(unplaced(document)).toEqual([]);
    expect(document).toMatchObject({
      title: 'Policy and Code of Conduct for WhatsApp groups',
      schoolNames: ['Example Primary School'],
      groupTypes: ['class', 'year'],
      decider: 'headteacher',
      quietHours: { from: '21:00', to: '07:00', exception: 'except in an emergency' },
      dates: { review: { precision: 'term', term: 'spring', year: 2028 }, reviewEvery: 'every two years' },
      slip: { fields: ['Name', 'Class', 'Signed', 'Date'] },
    });
    expect(document.signatures.map(({ role }) => role)).toEqual(['Chair of Governors', 'Headteacher']);
    expect(document.contacts.map(({ step, value }) => [step, value])).toEqual(
      expect.arrayContaining([
        [undefined, 'office@example.org'],
        [1, 'class teacher'],
        [2, 'deputy headteacher'],
        [3, 'headteacher'],
      ]),
    );
    expect(doubts).toEqual([]);
  });

  test('what is usual gives the school no power to ban, and asks for what is missing', () => {
    const { document, doubts } = composePolicy({ schoolName: 'Example Primary School' });
    expect(document.responses.map(({ kind }) => kind)).toEqual([
      'advice',
      'meeting',
      'warning-letter',
      'authorities',
    ]);
    expect(doubts.map(({ code }) => code)).toEqual(['no-review-date']);
  });

  test('options are filled in; a list ends with a full stop whichever clauses are chosen', () => {
    const { document } = composePolicy({
      schoolName: 'Example Primary School',
      clauses: ['abuse', 'images', 'quiet-hours'],
      filled: { images: { agreement: '' }, 'quiet-hours': { from: '8pm', to: '6am' } },
      slip: false,
      signers: [],
    });
    expect(allClauses(document).map(({ text }) => text)).toEqual([
      'insult or mock anybody;',
      'share photographs or film of pupils.',
      'Please do not post between 8pm and 6am, except in an emergency.',
    ]);
    expect(document.slip).toBeUndefined();
  });

  test('a clause of the school’s own stands at the end of its section', () => {
    const text = 'Please do not park on the zig-zags while you read your messages.';
    const { document } = composePolicy({ schoolName: 'Example School', own: [{ section: 'conduct', text }] });
    const own = allClauses(document).find((clause) => clause.text === text);
    expect(own && findClause(document, own.id)?.section.heading).toBe('How we use the groups');
  });

  test('what the library does not have is refused', () => {
    expect(() => composePolicy({ schoolName: 'X', clauses: ['nothing'] })).toThrow(CompositionError);
    expect(() => composePolicy({ schoolName: 'X', filled: { nothing: {} } })).toThrow('no clause "nothing"');
    expect(() => composePolicy({ schoolName: 'X', own: [{ section: 'y', text: 'z' }] })).toThrow(
      'no section "y"',
    );
  });

  test('any choice of clauses gives a sound document, and reads back from text as itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(ALL, { minLength: 1 }), async (clauses) => {
        const { document } = composePolicy({ schoolName: 'Example School', clauses, review: 'May 2027' });
        expect(unplaced(document)).toEqual([]);
        const bytes = new TextEncoder().encode(toText(document));
        const back = await importPolicy({ name: 'a.txt', bytes });
        expect(compare(document, back.document)).toMatchObject({ clauses: [], facts: [] });
      }),
      { numRuns: 40 },
    );
  });

  test('printed in each form, it reads back', async () => {
    const { document } = whole;
    const forms: readonly (readonly [string, string | Uint8Array])[] = [
      ['txt', toText(document)],
      ['md', toMarkdown(document)],
      ['html', toHtml(document)],
      ['docx', await toDocx(document)],
    ];
    for (const [ending, form] of forms) {
      const bytes = typeof form === 'string' ? new TextEncoder().encode(form) : form;
      const back = await importPolicy({ name: `a.${ending}`, bytes });
      expect(compare(document, back.document), ending).toMatchObject({ clauses: [], facts: [] });
    }
  });
});
