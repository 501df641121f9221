import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLAUSE_KINDS, CLAUSE_TOPICS, type Clause, type PolicyDocument } from './document.ts';
import {
  PolicyEditError,
  setClauseForce,
  setClauseKind,
  setClauseTopics,
  setContacts,
  setDecider,
  setGroupTypes,
  setResponses,
  setReviewDate,
  setSignatures,
  setTitle,
} from './edit.ts';
import { parsePolicyDocument } from './parse.ts';
import { allClauses, citableClauses, findClause, permits } from './query.ts';
import { remainingDoubts } from './read/doubts.ts';
import { readPolicyText } from './read/text.ts';

const read = (name: string) =>
  readPolicyText(readFileSync(new URL(`../fixtures/${name}.txt`, import.meta.url), 'utf8'), 'Policy');
const { document } = read('church-primary');
const infant = read('infant-school');

function one(of: PolicyDocument, wanted: (clause: Clause) => boolean): Clause {
  const found = allClauses(of).find(wanted);
  if (!found) throw new Error('the fixture lacks the clause');
  return found;
}
const ban = one(document, ({ text }) => text.startsWith('Ban the parent'));
const abuse = one(document, ({ topics }) => topics.includes('abuse'));
const route = one(document, ({ kind }) => kind === 'concern-route');

describe('asking a document', () => {
  test('permits: a power that the policy lacks is off (rule 3)', () => {
    expect([permits(document, 'site-ban'), permits(infant.document, 'site-ban')]).toEqual([true, false]);
  });

  test('findClause gives the clause with its section', () => {
    expect(findClause(document, ban.id)).toMatchObject({
      clause: ban,
      section: { heading: 'Raising Concerns' },
    });
    expect(findClause(document, 'c0')).toBeUndefined();
  });

  test('citableClauses are rules of conduct; expectations only when asked for (rule 19)', () => {
    const rules = citableClauses(document, { expectations: false });
    expect(rules.every(({ force }) => force === 'rule')).toBe(true);
    expect(rules.flatMap(({ topics }) => topics)).not.toContain('politics');
    const all = citableClauses(document, { expectations: true });
    expect(all.flatMap(({ topics }) => topics)).toContain('politics');
    expect(all).not.toContain(ban);
  });
});

describe('setClauseKind', () => {
  test('a step that was no step leaves the ladder, and the power with it', () => {
    const changed = setClauseKind(document, ban.id, 'text');
    expect(permits(changed, 'site-ban')).toBe(false);
    expect(changed.responses).toHaveLength(4);
    expect(permits(document, 'site-ban')).toBe(true);
  });

  test('and comes back in its old place', () => {
    const warning = document.responses[0]?.clauseId ?? '';
    expect(setClauseKind(setClauseKind(document, warning, 'text'), warning, 'response')).toEqual(document);
  });

  test('topics and force follow the kind', () => {
    const text = one(setClauseKind(document, abuse.id, 'purpose'), ({ id }) => id === abuse.id);
    expect(text).toMatchObject({ kind: 'purpose', topics: [], force: 'expectation' });
    const back = one(
      setClauseKind(setClauseKind(document, abuse.id, 'purpose'), abuse.id, 'guideline'),
      ({ id }) => id === abuse.id,
    );
    expect(back).toMatchObject({ kind: 'guideline', topics: ['abuse'], force: 'rule' });
  });

  test('a contact gets the purpose of its clause’s new kind', () => {
    expect(setClauseKind(document, route.id, 'safeguarding').contacts[0]?.purpose).toBe('safeguarding');
  });

  test('a clause that is not there is refused', () => {
    expect(() => setClauseKind(document, 'c0', 'text')).toThrow(PolicyEditError);
  });

  test('whatever is changed, the document stays sound', () => {
    const ids = allClauses(document).map(({ id }) => id);
    const change = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...CLAUSE_KINDS));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const changed = changes.reduce((now, [id, kind]) => setClauseKind(now, id, kind), document);
        expect(parsePolicyDocument(changed)).toEqual(changed);
        const responses = allClauses(changed).filter(({ kind }) => kind === 'response');
        expect(new Set(changed.responses.map(({ clauseId }) => clauseId))).toEqual(
          new Set(responses.map(({ id }) => id)),
        );
        for (const { kind, force } of allClauses(changed))
          if (kind === 'belief') expect(force).toBe('expectation');
      }),
      { numRuns: 50 },
    );
  });
});

describe('setClauseForce and setClauseTopics', () => {
  test('a proposal can be overruled', () => {
    expect(findClause(setClauseForce(document, abuse.id, 'expectation'), abuse.id)?.clause.force).toBe(
      'expectation',
    );
  });

  test('what is no rule of conduct cannot be made one', () => {
    expect(() => setClauseForce(document, ban.id, 'rule')).toThrow('Only a guideline');
  });

  test('topics are kept once each in the usual order', () => {
    const topics = [...CLAUSE_TOPICS].toReversed().flatMap((topic) => [topic, topic]);
    expect(findClause(setClauseTopics(document, abuse.id, topics), abuse.id)?.clause.topics).toEqual(
      CLAUSE_TOPICS,
    );
  });
});

describe('setResponses', () => {
  test('keeps to clauses of the text: no power is added that they do not give', () => {
    const step = { kind: 'site-ban' as const, text: 'Ban', clauseId: 'c0' };
    expect(() => setResponses(document, [step])).toThrow(PolicyEditError);
  });

  test('clauses follow the ladder', () => {
    const [first] = document.responses;
    const shorter = setResponses(document, first ? [first] : []);
    expect(shorter.responses).toEqual([first]);
    expect(findClause(shorter, ban.id)?.clause.kind).toBe('text');
    const moved = setResponses(document, [{ kind: 'advice', text: 'A word', clauseId: abuse.id }]);
    expect(findClause(moved, abuse.id)?.clause).toMatchObject({ kind: 'response', force: 'expectation' });
  });
});

describe('settling what is missing', () => {
  const review = { precision: 'term', year: 2027, term: 'spring', written: 'Spring 2027' } as const;
  const codes = (of: PolicyDocument) => remainingDoubts(of, infant.doubts).map(({ code }) => code);

  test('a question goes once it is answered, and comes back with the gap', () => {
    expect(codes(infant.document)).toEqual(['two-things', 'no-review-date', 'no-signature']);
    const dated = setReviewDate(infant.document, review);
    expect(dated.dates.review).toEqual(review);
    const signed = setSignatures(dated, ['Chair of Governors', ' ', 'Chair of Governors']);
    expect(signed.signatures).toEqual([{ id: 'sig1', role: 'Chair of Governors' }]);
    expect(codes(signed)).toEqual(['two-things']);
    expect(codes(setReviewDate(signed, undefined))).toEqual(['two-things', 'no-review-date']);
  });

  test('a clause that was not understood is settled by giving it a kind', () => {
    const odd = readPolicyText('WhatsApp policy\n\nNotes\n\nPurple elephants ahoy in the corridor.', 'x');
    const doubt = odd.doubts.find(({ code }) => code === 'not-understood');
    const settled = setClauseKind(odd.document, doubt?.clauseId ?? '', 'guideline');
    expect(remainingDoubts(odd.document, odd.doubts)).toContainEqual(doubt);
    expect(remainingDoubts(settled, odd.doubts)).not.toContainEqual(doubt);
  });

  test('who decides, which groups, which contacts, what title', () => {
    expect(setDecider(document, ' Principal ').decider).toBe('Principal');
    expect(setDecider(document, undefined)).not.toHaveProperty('decider');
    expect(setGroupTypes(document, ['pta', 'class']).groupTypes).toEqual(['class', 'pta']);
    expect(setTitle(document, ' New ').title).toBe('New');
    expect(() => setTitle(document, ' ')).toThrow('needs a title');
    const added = { kind: 'phone', value: '07700 900123', purpose: 'concern', clauseId: '' } as const;
    expect(setContacts(document, [added]).contacts).toEqual([added]);
    expect(() => setContacts(document, [{ ...added, clauseId: 'c0' }])).toThrow(PolicyEditError);
  });

  test('a role that stays keeps its place’s id', () => {
    const [, head] = document.signatures;
    const slots = setSignatures(document, ['Clerk', 'Head teacher']).signatures;
    expect(slots).toEqual([{ id: 'sig3', role: 'Clerk' }, head]);
  });
});
