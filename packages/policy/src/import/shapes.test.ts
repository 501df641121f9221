import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyAnswer } from '../answer.ts';
import type { Clause, PolicyDocument } from '../document.ts';
import { sourcePieces } from '../pieces.ts';
import { toHtml, toMarkdown, toText } from '../print/index.ts';
import { allClauses } from '../query.ts';
import { textAt } from '../text/spans.ts';
import { importPolicy } from './index.ts';

const FOLDER = new URL('../../fixtures/family/', import.meta.url);
const read = (name: string) =>
  importPolicy({ name, bytes: new Uint8Array(readFileSync(new URL(name, FOLDER))) });
const clauseOf = ({ sections }: PolicyDocument, start: string): Clause | undefined =>
  allClauses({ sections }).find(({ text }) => text.startsWith(start));
const codes = ({ doubts }: Awaited<ReturnType<typeof read>>) => doubts.map(({ code }) => code);

describe('a web page with a table of dos and don’ts', async () => {
  const { document } = await read('do-table.html');

  test('each column is read under its title, and says whether it is wanted', () => {
    const columns = document.sections[0]?.clauses.map(({ stem, polarity }) => `${stem}: ${polarity}`);
    expect(columns).toEqual([
      '👍 Please do: do',
      '👍 Please do: do',
      "👎 Please don't: do-not",
      "👎 Please don't: do-not",
      "👎 Please don't: do-not",
      "👎 Please don't: do-not",
    ]);
    expect(document.sections[0]?.clauses.flatMap(({ topics }) => topics)).toEqual([
      'child',
      'child',
      'images',
      'rumour',
      'promotion',
    ]);
  });

  test('two windows for posting give two times of quiet, each with its days and the exception', () => {
    expect(document.quietTimes).toMatchObject([
      { from: '20:30', to: '07:00', days: ['weekdays'], exception: 'unless it is an emergency' },
      { from: '18:00', to: '09:00', days: ['weekends'], exception: 'unless it is an emergency' },
    ]);
  });

  test('a table of contacts is a ladder, a table of steps has its triggers', () => {
    expect(document.contacts.map(({ step, value, purpose }) => [step, value, purpose])).toEqual([
      [1, 'Class teacher', 'concern'],
      [2, 'Year leader', 'concern'],
      [undefined, 'dsl@fernbank.example.org', 'safeguarding'],
    ]);
    expect(document.responses.map(({ kind, trigger }) => [kind, trigger])).toEqual([
      ['advice', 'First time'],
      ['warning-letter', 'Second time'],
      ['meeting', 'If it carries on'],
    ]);
  });

  test('dates of three meanings in one line, and a school year that is asked about with its terms', async () => {
    expect(document.dates).toMatchObject({
      adopted: { day: 4, month: 3, year: 2026 },
      adoptedBy: 'Full Governing Board',
      effective: { day: 1, month: 4, year: 2026 },
      reviewEvery: 'every two years',
      review: { precision: 'year', year: 2028, schoolYear: true },
    });
    const asked = (await read('do-table.html')).doubts.find(({ code }) => code === 'ambiguous-date');
    expect(asked?.choices?.map(({ label }) => label)).toEqual([
      'Autumn term 2027',
      'Spring term 2028',
      'Summer term 2028',
    ]);
    const [, spring] = asked?.choices ?? [];
    expect(spring && applyAnswer(document, spring.change).dates.review).toMatchObject({
      term: 'spring',
      year: 2028,
    });
  });

  test('the page’s menu and foot are no clauses', () => {
    const page = document.fields.filter(({ kind }) => kind === 'page');
    expect(page.map(({ span }) => textAt(document.source, span))).toEqual([
      'Home Parents',
      '© Fernbank Juniors 2026',
    ]);
  });
});

describe('a code in numbered paragraphs', async () => {
  const policy = await read('legal.txt');
  const { document } = policy;

  test('three levels, each with what leads it', () => {
    expect(clauseOf(document, 'identifies a pupil')).toMatchObject({
      ref: '3.1(a)(i)',
      depth: 2,
      stem: '(a) post, or cause to be posted, any message which:',
      outer: ['3.1 Members must not:'],
      polarity: 'do-not',
      strength: 'must',
    });
  });

  test('must, please and free to', () => {
    expect(clauseOf(document, 'share screenshots')).toMatchObject({
      strength: 'must',
      topics: ['screenshots'],
      exceptions: ['save where required by law'],
    });
    expect(clauseOf(document, 'keep messages brief')).toMatchObject({ strength: 'please', polarity: 'do' });
    expect(clauseOf(document, 'Members may leave')).toMatchObject({
      strength: 'optional',
      polarity: 'do',
      topics: ['membership'],
    });
  });

  test('quiet at night, and on Sundays all day', () => {
    expect(document.quietTimes).toMatchObject([
      { from: '21:00', to: '07:00', exception: 'except in emergencies' },
      { from: '00:00', to: '24:00', days: ['sundays'] },
    ]);
  });

  test('duties, liability and sanctions of administrators are kept from the ladder for parents', () => {
    expect(clauseOf(document, 'hand over the group')).toMatchObject({
      kind: 'moderator-duty',
      topics: ['handover'],
    });
    expect(clauseOf(document, 'Administrators are volunteers')?.kind).toBe('liability');
    expect(clauseOf(document, 'An administrator who')?.kind).toBe('moderator-sanction');
    expect(document.moderatorResponses).toHaveLength(1);
  });

  test('stages with their triggers; a stage that gives two powers gives both', () => {
    expect(document.responses.map(({ stage, kind, trigger }) => [stage, kind, trigger])).toEqual([
      [1, 'advice', undefined],
      [2, 'warning-letter', 'after a second breach'],
      [3, 'meeting', 'if the behaviour continues'],
      [4, 'authorities', undefined],
      [4, 'site-ban', undefined],
    ]);
  });

  test('a ladder of contacts, and who decides', () => {
    expect(document.contacts.map(({ step, value }) => [step, value])).toEqual([
      [1, 'form tutor'],
      [2, 'head of year'],
      [3, 'head@oakmere.example.org'],
    ]);
    expect(document.decider).toBe('Headteacher');
  });

  test('implied acceptance, definitions and a page number raise no doubt', () => {
    expect(clauseOf(document, 'By remaining')?.kind).toBe('agreement');
    expect(clauseOf(document, '"Group" means')?.kind).toBe('text');
    expect(codes(policy)).toEqual(['no-signature']);
  });
});

describe('rules by audience', async () => {
  const policy = await read('audiences.md');
  const { document } = policy;

  test('pupils, staff and visitors are told apart; only visitors can be answered from the ladder', () => {
    const told = (start: string) => [clauseOf(document, start)?.addressee, clauseOf(document, start)?.force];
    expect(told('Pupils must not')).toEqual(['pupil', 'expectation']);
    expect(told('Staff should not')).toEqual(['staff', 'expectation']);
    expect(told('Visitors must not')).toEqual(['visitor', 'rule']);
    expect(told('Welcome new families')).toEqual(['moderator', 'expectation']);
  });

  test('ticks, crosses and signs that forbid', () => {
    expect(document.sections[0]?.clauses.map(({ marker, polarity }) => `${marker} ${polarity}`)).toEqual([
      '✅ do',
      '✅ do',
      '❌ do-not',
      '❌ do-not',
      '🚫 do-not',
    ]);
  });

  test('a list of things under "Rules" does not say whether they are wanted: one question, one click', () => {
    expect(clauseOf(document, 'Parking on')).toMatchObject({ kind: 'text', force: 'expectation' });
    const asked = policy.doubts.find(({ code }) => code === 'unclear-polarity');
    expect(asked?.message).toBe(
      'Nothing says whether the 3 lines from "Use of mobile phones in the playground" on are wanted or not. What are they?',
    );
    const no = asked?.choices?.find(({ label }) => label.includes('should not'));
    const answered = no && applyAnswer(document, no.change);
    expect(answered?.sections.at(-1)?.clauses.map(({ kind, polarity }) => [kind, polarity])).toEqual(
      Array(3).fill(['inappropriate-activity', 'do-not']),
    );
  });
});

describe('a letter with a subject line', async () => {
  const { document } = await read('letter-re.txt');

  test('its subject is the title, its rules, contacts and steps are clauses of their own', () => {
    expect(document.title).toBe('CLASS WHATSAPP GROUPS');
    expect(allClauses(document).map(({ kind }) => kind)).toEqual([
      'text',
      'guideline',
      'concern-route',
      'response',
      'sign-off',
    ]);
  });

  test('several rules in one sentence, each with what it is about, and the sentence kept', () => {
    expect(
      clauseOf(document, 'Please remember')?.rules?.map(({ text, polarity }) => [text, polarity]),
    ).toEqual([
      ['Please remember that messages can be seen by everyone.', 'do'],
      ["We'd ask that you don't discuss individual children", 'do-not'],
      ["don't share photos from school events", 'do-not'],
      ['never use the group to complain about a member of staff.', 'do-not'],
    ]);
  });

  test('steps with what brings them on', () => {
    expect(document.responses.map(({ kind, trigger }) => [kind, trigger])).toEqual([
      ['advice', 'If messages upset people'],
      ['warning-letter', 'if it happens again after that'],
      ['site-ban', undefined],
    ]);
    expect(document.dates.review).toMatchObject({ precision: 'term', term: 'spring', year: 2027 });
    expect(document.signatures.map(({ role }) => role)).toEqual(['Head of School']);
  });
});

describe('Welsh', async () => {
  const { document } = await read('polisi.md');

  test('what is expected, what is not allowed, and the hours of quiet', () => {
    expect(document.audience).toEqual(['rieni', 'gofalwyr']);
    expect(
      allClauses(document)
        .filter(({ polarity }) => polarity === 'do-not')
        .map(({ topics }) => topics),
    ).toEqual([['images'], ['anger', 'threat'], ['rumour']]);
    expect(document.quietHours).toMatchObject({
      from: '21:00',
      to: '07:00',
      exception: 'ac eithrio mewn argyfwng',
    });
  });

  test('the ladder, the decision, the signatures and the slip', () => {
    expect(document.responses.map(({ kind }) => kind)).toEqual([
      'advice',
      'warning-letter',
      'meeting',
      'authorities',
    ]);
    expect(document.decider).toBe('Pennaeth');
    expect(document.dates.adoptedBy).toBe('y Corff Llywodraethu');
    expect(document.signatures.map(({ role }) => role)).toEqual(['Cadeirydd y Llywodraethwyr', 'Pennaeth']);
    expect(document.slip?.fields).toEqual(['Enw', 'Llofnod', 'Dyddiad']);
  });
});

describe('one flat wall of bullets', async () => {
  const { document } = await read('bullet-wall.txt');

  test('its headings are found among the bullets', () => {
    expect(document.sections.map(({ heading }) => heading)).toEqual([
      'Why?',
      'Golden rules',
      'If you break the rules',
      'Contacts',
    ]);
  });

  test('a typed X is a cross; "DON’T:" is split into its rules', () => {
    expect(clauseOf(document, 'Complaints about')).toMatchObject({
      polarity: 'do-not',
      marker: '• X',
      force: 'expectation',
    });
    expect(clauseOf(document, "DON'T")?.rules?.map(({ topics }) => topics)).toEqual([
      ['rumour'],
      ['promotion'],
      ['spam'],
    ]);
  });

  test('hours in words, steps in turn, months for dates', () => {
    expect(document.quietHours).toMatchObject({
      from: '21:00',
      to: '07:00',
      exception: 'emergencies excepted',
    });
    expect(document.responses.map(({ kind, trigger }) => [kind, trigger])).toEqual([
      ['advice', '1st time'],
      ['advice', '2nd time'],
      ['group-removal', '3rd time'],
    ]);
    expect(document.dates).toMatchObject({
      reviewed: { year: 2026, month: 9 },
      review: { year: 2027, month: 9 },
    });
  });
});

describe('questions and answers', async () => {
  const { document } = await read('questions.md');

  test('each question heads its answer and says what the answer means', () => {
    expect(document.sections).toHaveLength(8);
    expect(clauseOf(document, 'Anything about')).toMatchObject({
      polarity: 'do-not',
      topics: ['child', 'images', 'promotion', 'spam'],
    });
    expect(document.quietHours).toMatchObject({ from: '22:00', to: '06:30', days: ['weekdays'] });
    expect(document.contacts).toMatchObject([
      { value: '07700 900999', role: 'Head Teacher', purpose: 'concern' },
    ]);
  });
});

describe('an agreement of all sides', async () => {
  const { document } = await read('agreement.txt');

  test('each side’s promises bind that side', () => {
    const sides = allClauses(document).map(
      ({ addressee, polarity }) => `${addressee ?? 'member'} ${polarity}`,
    );
    expect(sides).toEqual([
      'staff do',
      'staff do',
      'member do',
      'member do',
      'member do-not',
      'moderator do',
      'moderator do',
      'moderator do',
      'pupil do-not',
    ]);
  });

  test('the declaration with all its places is the slip', () => {
    expect(document.slip).toEqual({
      statement: 'I/We have read and understood the above and agree to abide by it.',
      fields: [
        'Signed (parent/carer)',
        'Date',
        'Print name',
        "Child's name and class",
        'Signed (class teacher)',
        'Date',
      ],
    });
  });
});

describe('columns of plain text, and lists that lost their bullets', async () => {
  const [columns, pasted] = [await read('columns.txt'), await read('pasted.txt')];

  test('a cell is read under the title above it, wherever its row begins', () => {
    expect(
      allClauses(columns.document)
        .slice(0, 5)
        .map(({ stem }) => stem),
    ).toEqual(['DO', 'DO', "DON'T", "DON'T", "DON'T"]);
    expect(columns.document.quietHours).toMatchObject({ from: '21:00', to: '07:00' });
  });

  test('lines under a colon are items', () => {
    expect(clauseOf(pasted.document, 'bully anybody')).toMatchObject({
      stem: 'Members must not:',
      polarity: 'do-not',
    });
    expect(pasted.document.responses.map(({ kind }) => kind)).toEqual([
      'advice',
      'warning-letter',
      'meeting',
    ]);
  });

  test('a table of versions, cell by cell', () => {
    expect(pasted.document.history).toMatchObject([
      { version: '1', date: { year: 2024, month: 5 }, author: 'Office', change: 'New' },
      { version: '2', date: { day: 3, month: 6 }, author: 'Office', change: 'Bullying added' },
    ]);
  });
});

describe('a document that was cut', async () => {
  const policy = await read('cut-short.txt');

  test('asks where a sentence stops and where a list is missing', () => {
    expect(codes(policy).filter((code) => code === 'cut-short')).toHaveLength(3);
    expect(codes(policy)).toContain('missing-list');
    expect(policy.document.responses).toEqual([]);
  });
});

describe('the original beside the result', () => {
  test.each(['legal.txt', 'letter-re.txt', 'do-table.html', 'columns.txt'])(
    '%s: every sentence is in a clause or a field, in the original’s order',
    async (name) => {
      const { document } = await read(name);
      const pieces = sourcePieces(document);
      expect(pieces.every(({ clauseId, field }) => clauseId !== undefined || field !== undefined)).toBe(true);
      const bare = (text: string) => text.replace(/[\s|]/gu, '');
      expect(bare(pieces.map(({ span }) => document.source.slice(...span)).join(''))).toBe(
        bare(document.source),
      );
    },
  );
});

describe('a list right under a table', () => {
  const TABLE =
    '# Group rules\n\n## Who to ask\n\nWhat\tWho\tHow\nA worry\tThe office\toffice@example.org\nA complaint\tThe Chair\tchair@example.org\n';
  const LIST = '- be polite to each other\n- ask before you share a picture\n';
  const bytes = (text: string) => new TextEncoder().encode(text);
  const stems = ({ sections }: PolicyDocument) => sections[0]?.clauses.map(({ text, stem }) => [text, stem]);

  test('is not led by the titles of its columns, and comes back so', async () => {
    const { document } = await importPolicy({ name: 'a.md', bytes: bytes(TABLE + LIST) });
    expect(
      stems(document)
        ?.slice(0, 2)
        .map((each) => each[1]),
    ).toEqual(['What | Who | How', 'What | Who | How']);
    expect(stems(document)?.slice(2)).toEqual([
      ['be polite to each other', undefined],
      ['ask before you share a picture', undefined],
    ]);
    for (const [name, write] of [
      ['a.md', toMarkdown],
      ['a.txt', toText],
      ['a.html', toHtml],
    ] as const) {
      const again = await importPolicy({ name, bytes: bytes(write(document)) });
      expect(stems(again.document), name).toEqual(stems(document));
    }
  });

  test('the titles of the columns are no heading, in plain text either', async () => {
    const text = bytes(`${TABLE}${LIST}`.replaceAll(/^#+ /gmu, ''));
    const { document } = await importPolicy({ name: 'a.txt', bytes: text });
    expect(document.sections.map(({ heading }) => heading)).toEqual(['Who to ask']);
    expect(document.contacts.map(({ value }) => value)).toContain('office@example.org');
  });

  test('is led by a sentence of its own', async () => {
    const { document } = await importPolicy({
      name: 'a.md',
      bytes: bytes(`${TABLE}\nPlease:\n\n${LIST}`),
    });
    expect(
      stems(document)
        ?.slice(2)
        .map((each) => each[1]),
    ).toEqual(['Please:', 'Please:']);
  });
});
