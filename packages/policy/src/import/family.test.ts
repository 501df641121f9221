import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Clause, PolicyDocument } from '../document.ts';
import { parsePolicyDocument } from '../parse.ts';
import { toDocx, toHtml, toMarkdown, toText } from '../print/index.ts';
import { allClauses } from '../query.ts';
import { textAt } from '../text/spans.ts';
import { unplaced } from '../unplaced.ts';
import { type ImportedPolicy, importPolicy } from './index.ts';

const FOLDER = new URL('../../fixtures/family/', import.meta.url);
const NAMES = readdirSync(FOLDER).toSorted();
const read = async (name: string): Promise<ImportedPolicy> =>
  importPolicy({ name, bytes: new Uint8Array(readFileSync(new URL(name, FOLDER))) });
const FAMILY = new Map(await Promise.all(NAMES.map(async (name) => [name, await read(name)] as const)));

function of(name: string): ImportedPolicy {
  const found = FAMILY.get(name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
}
const clauseOf = (document: PolicyDocument, start: string): Clause | undefined =>
  allClauses(document).find(({ text }) => text.startsWith(start));
const kinds = (document: PolicyDocument, section: number) =>
  document.sections[section]?.clauses.map(({ kind }) => kind);
const questions = ({ doubts }: ImportedPolicy) => doubts.map(({ message }) => message).join('\n');
const meaning = (document: PolicyDocument): unknown =>
  JSON.parse(
    JSON.stringify(document, (key, value: unknown) =>
      key === 'span' || key === 'source' || key === 'fields' ? undefined : value,
    ),
  );

describe.each(NAMES)('%s', (name) => {
  const { document } = of(name);

  test('nothing is dropped, nothing is invented', () => {
    expect(unplaced(document).map(([start, end]) => document.source.slice(start, end))).toEqual([]);
    for (const { text, span } of allClauses(document)) expect(text).toBe(textAt(document.source, span));
    expect(parsePolicyDocument(document)).toEqual(document);
  });

  test('every clause can be cited by a number of its own', () => {
    const refs = allClauses(document).map(({ ref }) => ref);
    expect(new Set(refs).size).toBe(refs.length);
  });

  test('printed as text, Markdown, web page and Word it reads back as the same policy', async () => {
    const printed: readonly (readonly [string, Uint8Array])[] = [
      ['txt', new TextEncoder().encode(toText(document))],
      ['md', new TextEncoder().encode(toMarkdown(document))],
      ['html', new TextEncoder().encode(toHtml(document))],
      ['docx', await toDocx(document)],
    ];
    for (const [ending, bytes] of printed) {
      const back = await importPolicy({ name: `policy.${ending}`, bytes });
      expect(meaning(back.document), ending).toEqual(meaning(document));
    }
  });

  test('its web page holds every clause', () => {
    const html = toHtml(document);
    for (const { id } of allClauses(document)) expect(html).toContain(` id="${id}"`);
  });
});

describe('headings flattened into bullets', () => {
  const { document } = of('bullets.md');

  test('become sections, and carry what their bullets mean', () => {
    expect(document.sections.map(({ heading }) => heading)).toEqual([
      'Why we have them',
      'What the groups are not for',
      'Being kind',
      'If you are worried',
      'What we may do',
    ]);
    expect(kinds(document, 0)).toEqual(['purpose', 'purpose']);
    expect(new Set(kinds(document, 1))).toEqual(new Set(['inappropriate-activity']));
    expect(clauseOf(document, 'Complaining about')).toMatchObject({
      topics: ['grievance'],
      force: 'expectation',
    });
    expect(document.responses.map(({ kind }) => kind)).toEqual(['advice', 'warning-letter', 'meeting']);
  });

  test('dates of two meanings on one line', () => {
    expect(document.dates).toMatchObject({
      reviewed: { precision: 'month', year: 2026, month: 9 },
      review: { precision: 'term', year: 2028, term: 'autumn' },
    });
  });
});

describe('stems that carry the polarity', () => {
  const { document } = of('promises.txt');

  test('"I will" and "I will not", what groups are for and not for', () => {
    const kindUnder = (stem: string) =>
      new Set(
        allClauses(document)
          .filter((clause) => clause.stem === stem)
          .map(({ kind }) => kind),
      );
    expect(kindUnder('I will:')).toEqual(new Set(['expectation']));
    expect(kindUnder('I will not:')).toEqual(new Set(['inappropriate-activity']));
    expect(kindUnder('Groups are not for:')).toEqual(new Set(['inappropriate-activity']));
    expect(kindUnder('Groups are for:')).toEqual(new Set(['purpose']));
  });

  test('ticks and crosses are kept', () => {
    expect(clauseOf(document, 'gossip')?.marker).toBe('✗');
    expect(clauseOf(document, 'lost jumpers')?.marker).toBe('✓');
  });

  test('implied acceptance, and a slip with five places', () => {
    expect(clauseOf(document, 'By staying in the group')?.kind).toBe('agreement');
    expect(document.slip).toEqual({
      statement: 'I have read the Class WhatsApp Group Agreement and I agree to keep to it.',
      fields: ["Child's name", 'Class', "Parent's name", 'Signature', 'Date'],
    });
  });
});

describe('numbering to three levels', () => {
  const { document } = of('numbered.txt');

  test('clauses are cited as the school numbers them', () => {
    expect(clauseOf(document, 'photographs or film')).toMatchObject({
      ref: '2.1(c)(i)',
      marker: '(i)',
      depth: 2,
      stem: '(c) share:',
      kind: 'inappropriate-activity',
    });
    expect(clauseOf(document, 'Members must treat')?.ref).toBe('2.2');
    expect(document.sections.map(({ marker, heading }) => `${marker} ${heading}`)).toEqual([
      '1. INTRODUCTION',
      '2. STANDARDS',
      '3. BREACHES',
      '4. SAFEGUARDING',
    ]);
  });

  test('steps with their limits; a withdrawn permission is a ban from the site', () => {
    expect(document.responses.map(({ kind, condition }) => [kind, condition])).toEqual([
      ['advice', undefined],
      ['warning-letter', 'for a first serious breach'],
      ['authorities', 'where a crime may have been committed'],
      ['site-ban', 'where there is a risk to staff or pupils'],
    ]);
    expect(document.decider).toBe('Chair of Governors');
  });

  test('particulars in a block, and the table of versions, stay as they are', () => {
    expect(document.dates).toMatchObject({
      adoptedBy: 'Full Governing Body',
      review: { year: 2028, month: 3 },
    });
    expect(document.particulars).toContain('Version: 2.1');
    expect(document.particulars).toContain('2.0 | June 2023 | B. Example | Staged responses added');
  });

  test('whom it binds, which groups it covers, what it points to, whom to tell', () => {
    expect(document.audience.slice(0, 3)).toEqual(['parents', 'carers', 'visitors']);
    expect(document.groupTypes).toEqual(['class', 'year', 'pta']);
    expect(document.linkedPolicies.map(({ name }) => name)).toEqual([
      'Complaints Procedure',
      'Online Safety Policy',
    ]);
    expect(document.contacts).toMatchObject([
      { kind: 'phone', value: '07700 900123', role: 'Designated Safeguarding Lead', purpose: 'safeguarding' },
    ]);
  });
});

describe('quiet hours and short rules', () => {
  const { document } = of('quiet-hours.md');

  test('hours on the 24-hour clock, with the clause that says them', () => {
    expect(document.quietHours).toEqual({
      from: '21:00',
      to: '07:00',
      exception: 'except in an emergency',
      clauseId: clauseOf(document, 'Quiet hours')?.id,
    });
  });

  test('each rule is one clause, whole, its exception included', () => {
    expect(document.sections[0]?.clauses.map(({ ref, marker }) => `${ref} ${marker}`)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `1.${number} ${number}.`),
    );
    expect(clauseOf(document, 'No photographs.')?.text).toMatch(/Exception: your own child on their own\.$/);
  });

  test('several contacts by role', () => {
    expect(document.contacts.map(({ value, purpose }) => [value, purpose])).toEqual([
      ['hello@tidewater.example.org', 'concern'],
      ['07700 900456', 'concern'],
      ['07700 900457', 'safeguarding'],
    ]);
  });
});

describe('duties and rights of class reps', () => {
  const { document } = of('reps.txt');

  test('bind the reps, not the members: no parent can be said to have broken them', () => {
    expect(clauseOf(document, 'set up the group')).toMatchObject({
      addressee: 'moderator',
      force: 'expectation',
    });
    expect(clauseOf(document, 'answer messages')?.kind).toBe('moderator-right');
    expect(clauseOf(document, 'Class reps may remove')?.kind).toBe('moderator-right');
  });

  test('what happens to a rep is no power of the school over parents', () => {
    expect(clauseOf(document, 'ask them to step down')?.kind).toBe('moderator-sanction');
    expect(document.moderatorResponses?.map(({ text }) => text)).toEqual([
      'ask them to step down',
      'appoint another rep',
    ]);
    expect(document.responses).toEqual([]);
  });

  test('a ladder of contacts, in order', () => {
    expect(
      document.contacts.map(({ kind, value, role }) => (kind === 'role' ? value : `${role}: ${value}`)),
    ).toEqual([
      'class rep',
      'class teacher',
      'deputy headteacher',
      'headteacher: head@st-examples.example.org',
    ]);
  });

  test('asks which groups are meant', () => {
    expect(questions(of('reps.txt'))).toContain('Which does it cover?');
  });
});

describe('a letter without a title', () => {
  const { document } = of('letter.txt');

  test('its date, greeting and closing are no clauses; a name is asked for', () => {
    expect(allClauses(document)).toHaveLength(4);
    expect(document.dates.issued).toMatchObject({ precision: 'day', year: 2026, month: 10, day: 12 });
    expect(document.signatures).toEqual([{ id: 'sig1', role: 'Headteacher' }]);
    expect(questions(of('letter.txt'))).toContain('What is the policy called?');
  });

  test('responses in a sentence, each with its own limit', () => {
    expect(document.responses.map(({ kind }) => kind)).toEqual(['warning-letter', 'meeting', 'site-ban']);
    expect(document.responses[2]).toMatchObject({ condition: 'in the most serious cases' });
  });

  test('the role that answers a number is the one before it', () => {
    expect(document.contacts).toMatchObject([{ value: '07700 900789', role: 'school office' }]);
  });
});

describe('a web page with two columns', () => {
  const { document } = of('dos.html');

  test('each column is read under its title', () => {
    expect(clauseOf(document, 'Share dates')).toMatchObject({ stem: 'Do', kind: 'guideline' });
    expect(clauseOf(document, "Don't post in anger")).toMatchObject({
      stem: "Don't",
      kind: 'inappropriate-activity',
    });
  });

  test('the page’s foot is kept apart, steps under a heading are a ladder', () => {
    expect(document.fields.find(({ kind }) => kind === 'page')).toBeDefined();
    expect(document.responses.map(({ kind }) => kind)).toEqual(['advice', 'group-removal', 'warning-letter']);
    expect(document.dates.adoptedBy).toBe('the Local Academy Committee');
    expect(document.decider).toBe('principal');
  });
});

describe('Welsh', () => {
  const { document } = of('cymraeg.txt');

  test('is kept, and as much of it understood', () => {
    expect(clauseOf(document, 'Peidiwch â rhegi')).toMatchObject({
      kind: 'guideline',
      topics: ['anger', 'threat'],
    });
    expect(clauseOf(document, 'Os oes gennych bryder')?.kind).toBe('concern-route');
    expect(document.dates.adopted).toMatchObject({
      year: 2026,
      month: 1,
      day: 14,
      written: '14 Ionawr 2026',
    });
    expect(document.dates.review).toMatchObject({ precision: 'term', term: 'autumn', year: 2027 });
    expect(document.signatures[0]?.role).toBe('Cadeirydd y Llywodraethwyr');
    expect(document.schoolNames).toEqual(['Ysgol Gynradd Enghraifft']);
  });
});

describe('staged responses in hand-wrapped lines', () => {
  const { document } = of('stages.txt');

  test('each stage with its trigger', () => {
    expect(document.responses.map(({ kind, condition }) => [kind, condition])).toEqual([
      ['advice', 'for a first or minor matter'],
      ['warning-letter', 'where the matter is repeated'],
      ['meeting', 'where the letter has made no difference'],
      ['authorities', 'where a message may be a crime'],
    ]);
    expect(clauseOf(document, 'a letter from')?.marker).toBe('Stage 2:');
  });

  test('dates in a sentence', () => {
    expect(document.dates).toMatchObject({
      adoptedBy: 'the governing board',
      adopted: { day: 9, month: 7, year: 2026 },
      review: { precision: 'month', month: 7, year: 2028 },
    });
  });
});

describe('cut and doubtful lists', () => {
  const policy = of('cut.txt');

  test('a list that is missing is asked about, not guessed', () => {
    expect(questions(policy)).toContain(
      '"Parents should not use the chat for:" leads to a list, but no list follows.',
    );
    expect(questions(policy)).toContain(
      'Nothing says whether the 3 lines from "Two reps per class" on are wanted or not.',
    );
    expect(questions(policy)).toContain('We kept "Purple folders go home on Fridays."');
  });

  test('three dates with three meanings', () => {
    const { adopted, reviewed, review } = policy.document.dates;
    expect([adopted?.written, reviewed?.written, review?.written]).toEqual([
      '12/03/2025',
      'March 2026',
      'Spring Term 2026-27',
    ]);
  });

  test('rules for staff and pupils are not rules for parents', () => {
    expect(clauseOf(policy.document, 'Pupils must not')).toMatchObject({
      addressee: 'pupil',
      force: 'expectation',
    });
    expect(clauseOf(policy.document, 'Staff who are also')).toMatchObject({
      addressee: 'staff',
      force: 'expectation',
    });
  });
});
