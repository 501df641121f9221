import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addClause,
  addSection,
  isAsWritten,
  moveClause,
  moveSection,
  newPolicy,
  removeClause,
  removeSection,
  setClauseText,
  setHeading,
  takeAsClause,
} from './compose.ts';
import { CLAUSE_KINDS, type PolicyDocument } from './document.ts';
import { PolicyEditError } from './edit.ts';
import { parsePolicyDocument } from './parse.ts';
import { allClauses, permits } from './query.ts';
import { readPolicyText } from './read/text.ts';
import { unplaced } from './unplaced.ts';

const { document } = readPolicyText(
  readFileSync(new URL('../fixtures/church-primary.txt', import.meta.url), 'utf8'),
  'Policy',
);
const refs = (of: PolicyDocument) => allClauses(of).map(({ ref }) => ref);
const texts = (of: PolicyDocument) => allClauses(of).map(({ text }) => text);

function small(): PolicyDocument {
  let made = newPolicy('Our groups', 'Oak Example School');
  made = addSection(addSection(made, 'What they are for'), 'How we behave');
  made = addClause(made, 's1', { text: 'The groups are for school news.', kind: 'purpose' }).document;
  made = addClause(made, 's2', {
    text: 'Do not swear or use offensive language.',
    kind: 'guideline',
  }).document;
  return addClause(made, 's2', { text: 'Please keep messages short.', kind: 'guideline' }).document;
}

describe('writing a policy from nothing', () => {
  test('gives numbered clauses whose topics and force come from their words', () => {
    const made = small();
    expect(refs(made)).toEqual(['1.1', '2.1', '2.2']);
    expect(allClauses(made)[1]?.topics).toContain('anger');
    expect(allClauses(made)[1]?.force).toBe('rule');
    expect(parsePolicyDocument(JSON.parse(JSON.stringify(made)))).toEqual(made);
    expect(() => addClause(made, 's2', { text: '  ', kind: 'text' })).toThrow(PolicyEditError);
    expect(() => addClause(made, 's9', { text: 'x', kind: 'text' })).toThrow(PolicyEditError);
    expect(() => addSection(made, ' ')).toThrow(PolicyEditError);
  });

  test('moves clauses within a section and on into the next, and numbers them anew', () => {
    const made = small();
    expect(texts(moveClause(made, 'c3', 'up'))[1]).toBe('Please keep messages short.');
    const over = moveClause(moveClause(made, 'c3', 'up'), 'c3', 'up');
    expect(over.sections[0]?.clauses.map(({ id }) => id)).toEqual(['c1', 'c3']);
    expect(refs(over)).toEqual(['1.1', '1.2', '2.1']);
    expect(moveClause(made, 'c1', 'up')).toEqual(made);
    const turned = moveSection(made, 's2', 'up');
    expect(turned.sections.map(({ heading }) => heading)).toEqual(['How we behave', 'What they are for']);
    expect(refs(turned)).toEqual(['1.1', '1.2', '2.1']);
    expect(setHeading(made, 's1', 'Purpose').sections[0]?.heading).toBe('Purpose');
    expect(() => removeSection(made, 's1')).toThrow(/Take them out/);
    expect(removeSection(removeClause(made, 'c1'), 's1').sections).toHaveLength(1);
  });

  test('reads a clause afresh when it is put in other words', () => {
    const made = setClauseText(small(), 'c3', 'No politics in the groups.');
    expect(allClauses(made)[2]?.topics).toEqual(['politics']);
    expect(setClauseText(made, 'c3', ' No politics in  the groups. ')).toBe(made);
  });
});

describe('changing the clauses of a policy that was read', () => {
  const ban = allClauses(document).find(({ text }) => text.startsWith('Ban the parent'))?.id ?? '';

  test('takes a power out with its clause, and leaves the words in the source as not taken', () => {
    const without = removeClause(document, ban);
    expect(permits(document, 'site-ban')).toBe(true);
    expect(permits(without, 'site-ban')).toBe(false);
    const left = unplaced(without).map(([start, end]) => without.source.slice(start, end));
    expect(left.join(' ')).toContain('Ban the parent/carer from the school site');
    parsePolicyDocument(without);
    const [span = [0, 0] as const] = unplaced(without);
    const again = takeAsClause(without, span, 'response').document;
    expect(permits(again, 'site-ban')).toBe(true);
    expect(unplaced(again)).toEqual([]);
    expect(texts(again)).toEqual(texts(document));
    expect(() => takeAsClause(again, span, 'text')).toThrow('in a clause already');
  });

  test('tells a clause in its own words from one in others', () => {
    expect(isAsWritten(document, ban)).toBe(true);
    expect(isAsWritten(setClauseText(document, ban, 'Ban them.'), ban)).toBe(false);
    expect(isAsWritten(small(), 'c1')).toBe(false);
  });

  test('keeps every document sound, whatever is done to it in whatever order', () => {
    const step = fc.record({
      what: fc.constantFrom('add', 'remove', 'up', 'down', 'text', 'section', 'turn'),
      at: fc.nat(60),
      kind: fc.constantFrom(...CLAUSE_KINDS),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, own) => {
        let made = own ? document : small();
        for (const { what, at, kind } of steps) {
          const clauses = allClauses(made);
          const id = clauses[at % Math.max(clauses.length, 1)]?.id;
          const section = made.sections[at % made.sections.length]?.id ?? '';
          if (what === 'section') made = addSection(made, `Heading ${at}`);
          else if (what === 'turn') made = moveSection(made, section, 'down');
          else if (what === 'add')
            made = addClause(made, section, { text: `Be kind, ${at}.`, kind }).document;
          else if (id === undefined) continue;
          else if (what === 'remove') made = removeClause(made, id);
          else if (what === 'text') made = setClauseText(made, id, `Send a warning letter, ${at}.`);
          else made = moveClause(made, id, what === 'up' ? 'up' : 'down');
        }
        expect(parsePolicyDocument(JSON.parse(JSON.stringify(made)))).toEqual(made);
        expect(new Set(refs(made)).size).toBe(refs(made).length);
      }),
      { numRuns: 100 },
    );
  });
});
