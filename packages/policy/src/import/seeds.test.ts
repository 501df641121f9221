import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Clause, PolicyDocument } from '../document.ts';
import { textAt } from '../text/spans.ts';
import { unplaced } from '../unplaced.ts';
import { importPolicy } from './index.ts';

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)));
}

const read = async (name: string) => importPolicy({ name, bytes: fixture(name) });
const infant = await read('infant-school.txt');
const church = await read('church-primary.txt');
const A = infant.document;
const B = church.document;

const clauses = (document: PolicyDocument): readonly Clause[] =>
  document.sections.flatMap((section) => section.clauses);
const ofKind = (document: PolicyDocument, kind: Clause['kind']): readonly string[] =>
  clauses(document)
    .filter((clause) => clause.kind === kind)
    .map(({ text }) => text);
const about = (document: PolicyDocument, topic: Clause['topics'][number]): Clause | undefined =>
  clauses(document).find(({ topics }) => topics.includes(topic));

/** A document without its places in the source: what must be the same whatever kind of file it came from. */
const meaning = (document: PolicyDocument): unknown =>
  JSON.parse(
    JSON.stringify(document, (key, value: unknown) =>
      key === 'span' || key === 'source' || key === 'fields' ? undefined : value,
    ),
  );

describe('nothing is dropped and nothing is invented', () => {
  test.each([A, B])('$title: every character that is no space is in a clause or a field', (document) => {
    expect(unplaced(document).map((span) => document.source.slice(...span))).toEqual([]);
  });

  test.each([A, B])('$title: every clause and heading says what its place in the source says', (document) => {
    for (const { text, span } of clauses(document)) expect(text).toBe(textAt(document.source, span));
    const headings = document.fields.filter(({ kind }) => kind === 'heading');
    expect(headings.map(({ span }) => textAt(document.source, span))).toEqual(
      document.sections.map(({ heading }) => heading),
    );
  });

  test.each([A, B])('$title: no character is in two clauses, or in a clause and a field', (document) => {
    const spans = [...clauses(document), ...document.fields].map(({ span }) => span);
    const sorted = spans.toSorted((a, b) => a[0] - b[0]);
    for (const [index, [start]] of sorted.slice(1).entries()) {
      expect(start).toBeGreaterThanOrEqual(sorted[index]?.[1] ?? 0);
    }
  });

  test('the sources stay as they are, misprints included', () => {
    expect(ofKind(A, 'expectation').at(-1)).toBe(
      'Approach the right member of school staff to help resolve and issues of concerns.',
    );
    expect(A.source).toBe(new TextDecoder().decode(fixture('infant-school.txt')));
  });
});

describe.each(['infant-school', 'church-primary'])('%s in other formats', (name) => {
  test.each(['docx', 'pdf'])('the %s gives the same document as the text', async (ending) => {
    const plain = await read(`${name}.txt`);
    const other = await read(`${name}.${ending}`);
    expect(meaning(other.document)).toEqual(meaning(plain.document));
    expect(unplaced(other.document)).toEqual([]);
    expect(other.doubts.map(({ code }) => code)).toEqual(plain.doubts.map(({ code }) => code));
  });
});

describe('what both policies say', () => {
  test.each([A, B])('$title has three sections', ({ sections }) => {
    expect(sections.map(({ ref, heading }) => `${ref} ${heading.toLowerCase()}`)).toEqual([
      '1 class/year whatsapp groups',
      '2 code of conduct',
      '3 raising concerns',
    ]);
  });

  test.each([
    [A, { purpose: 4, belief: 3, guideline: 3, expectation: 6 }],
    [B, { purpose: 4, belief: 3, guideline: 4, expectation: 6 }],
  ])('%# every clause has its kind, none is left as text', (document, counts) => {
    for (const kind of ['purpose', 'belief', 'guideline', 'expectation'] as const) {
      expect(ofKind(document, kind), kind).toHaveLength(counts[kind]);
    }
    expect(ofKind(document, 'inappropriate-activity')).toHaveLength(7);
    expect(ofKind(document, 'safeguarding')).toHaveLength(1);
    expect(ofKind(document, 'concern-route')).toHaveLength(1);
    expect(ofKind(document, 'decision-rule')).toHaveLength(2);
    expect(ofKind(document, 'moderator-right')).toHaveLength(1);
    expect(ofKind(document, 'text')).toEqual([]);
  });

  test.each([
    ['grievance', 'expectation'],
    ['private', 'rule'],
    ['discrimination', 'rule'],
    ['abuse', 'rule'],
    ['anger', 'rule'],
    ['disrepute', 'expectation'],
    ['defamation', 'rule'],
    ['policy-challenge', 'expectation'],
    ['child', 'expectation'],
    ['threat', 'rule'],
  ] as const)('a clause about %s is proposed as %s (rule 19)', (topic, force) => {
    expect(about(A, topic)?.force).toBe(force);
    expect(about(B, topic)?.force).toBe(force);
  });

  test('a clause that is half expectation is pointed out to a person', () => {
    const mixed = infant.doubts.find(({ code }) => code === 'two-things');
    expect(mixed?.clauseId).toBe(about(A, 'policy-challenge')?.id);
    expect(mixed?.message).toContain('says two things');
  });

  test('respect for the ethos is an expectation only (S29); respect for people is a rule (S31)', () => {
    const [ethos, , people] = clauses(B).filter(({ kind }) => kind === 'expectation');
    expect([ethos?.force, people?.force]).toEqual(['expectation', 'rule']);
  });

  test('the stem of each list stands with its items', () => {
    expect(about(A, 'abuse')?.stem).toBe(
      'Please note, the school considers the following online activity inappropriate:',
    );
    expect(about(B, 'abuse')?.stem).toBe(
      'Please note: the school considers the following online activity inappropriate.',
    );
  });

  test('the Head decides, in the school’s own spelling (S60)', () => {
    expect([A.decider, B.decider]).toEqual(['Head Teacher', 'Head teacher']);
  });
});

describe('where the two policies differ', () => {
  test('scope: class and year; class, year and PTA', () => {
    expect(A.groupTypes).toEqual(['class', 'year']);
    expect(B.groupTypes).toEqual(['class', 'year', 'pta']);
  });

  test('PTA messages: silent; allowed', () => {
    expect(clauses(A).some(({ text }) => text.includes('PTA'))).toBe(false);
    expect(ofKind(B, 'purpose')[1]).toContain('Messages from the PTA may also be communicated.');
  });

  test('politics: silent; forbidden, as an expectation', () => {
    expect(about(A, 'politics')).toBeUndefined();
    expect(about(B, 'politics')).toMatchObject({ kind: 'guideline', force: 'expectation' });
  });

  test('grievances: the words are each school’s own', () => {
    expect(about(A, 'grievance')?.text).toContain('regarding a teacher, child or parents');
    expect(about(B, 'grievance')?.text).toContain('regarding a member of staff, child or parent');
  });

  test('audience: with other visitors; without', () => {
    expect(A.audience).toEqual(['parents', 'carers', 'other visitors']);
    expect(B.audience).toEqual(['parents', 'carers']);
  });

  test('the child’s behaviour, emails, and whom threats are made to: verbatim', () => {
    expect(ofKind(A, 'expectation')[4]).toContain("Correct their child's behaviour");
    expect(ofKind(B, 'expectation')[4]).toContain('correct their own child’s behaviour');
    expect(ofKind(A, 'inappropriate-activity')[4]).toMatch(/^Emails circulated/);
    expect(ofKind(B, 'inappropriate-activity')[4]).toMatch(/^messages or emails circulated/);
    expect(about(A, 'threat')?.text).toContain('verbally intimidating staff');
    expect(about(B, 'threat')?.text).toContain('verbally intimidating parents/carers or staff');
  });

  test('where concerns go: the leadership team at the office; the school', () => {
    expect(A.contacts).toEqual([
      {
        kind: 'email',
        value: 'office@infant.example.org',
        role: 'Senior Leadership Team',
        purpose: 'concern',
        clauseId: clauses(A).find(({ kind }) => kind === 'concern-route')?.id,
      },
    ]);
    expect(B.contacts).toMatchObject([
      { kind: 'email', value: 'admin@primary.example.org', role: 'school', purpose: 'concern' },
    ]);
  });

  test('the ladder: four steps and no ban; five steps and a ban', () => {
    const ladder = ['warning-letter', 'meeting', 'authorities', 'legal-advice'];
    expect(A.responses.map(({ kind }) => kind)).toEqual(ladder);
    expect(B.responses.map(({ kind }) => kind)).toEqual([...ladder, 'site-ban']);
  });

  test('each step of the ladder keeps its words and its limit', () => {
    expect(A.responses[2]).toMatchObject({
      text: 'Contact the appropriate authorities',
      condition: 'in case of criminal behaviour',
    });
    expect(B.responses[4]?.text).toBe('Ban the parent/carer from the school site');
    expect(B.responses[4]).not.toHaveProperty('condition');
  });

  test('linked policies keep the school’s own names', () => {
    expect(A.linkedPolicies).toEqual([
      { name: 'staff code of conduct', about: 'staff' },
      { name: 'Relationships and Behaviour Policy', about: 'pupils' },
    ]);
    expect(B.linkedPolicies).toEqual([
      { name: 'staff code of conduct', about: 'staff' },
      { name: 'behaviour and discipline policy', about: 'pupils' },
    ]);
  });

  test('adopted by the Board to the day; signed, and dated to the month', () => {
    expect(A.dates).toEqual({
      adopted: { precision: 'day', year: 2025, month: 11, day: 18, written: '18.11.25' },
      adoptedBy: 'the Board',
    });
    expect(A.signatures).toEqual([]);
    expect(B.dates.issued).toEqual({ precision: 'month', year: 2025, month: 1, written: 'January 2025' });
    expect(B.dates).not.toHaveProperty('adopted');
    expect(B.signatures).toEqual([
      { id: 'sig1', role: 'Governor responsible' },
      { id: 'sig2', role: 'Head teacher' },
    ]);
  });

  test('review: none, which is asked about; a term', () => {
    expect(infant.doubts.map(({ code }) => code)).toContain('no-review-date');
    expect(B.dates.review).toEqual({ precision: 'term', year: 2027, term: 'spring', written: 'Spring 2027' });
    expect(church.doubts.map(({ code }) => code)).toEqual(['two-things']);
  });

  test('the slip: none; a statement with name, signature and date', () => {
    expect(A).not.toHaveProperty('slip');
    expect(B.slip).toEqual({
      statement: 'I agree to abide by this policy and Code of Conduct',
      fields: ['Name', 'Signed', 'Date'],
    });
  });

  test('the school’s name in every form, longest first', () => {
    expect(A.schoolNames).toEqual(['Example Infant School']);
    expect(B.schoolNames).toEqual(["Example Saint Mark's CE School", "Example St. Mark's School"]);
  });
});
