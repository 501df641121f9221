import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, hashInput } from './canonical.ts';
import { PolicyDocumentError, parsePolicyDocument } from './parse.ts';
import { readPolicyText } from './read/text.ts';

const text = readFileSync(new URL('../fixtures/church-primary.txt', import.meta.url), 'utf8');
const { document } = readPolicyText(text, 'Policy');

/** Puts an object's keys in another order, all the way down. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, one]) => [key, reversed(one)]),
  );
}

describe('parsePolicyDocument', () => {
  test('a document that went through a database comes back the same', () => {
    expect(parsePolicyDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  test('what it does not know is left out', () => {
    expect(parsePolicyDocument({ ...document, colour: 'red' })).toEqual(document);
  });

  test.each([
    ['nothing', null, ''],
    ['another format', { ...document, format: 2 }, 'format'],
    ['a kind that is not one', { ...document, groupTypes: ['club'] }, 'groupTypes.0'],
    [
      'a month that is not one',
      { ...document, dates: { review: { precision: 'month', year: 2025, month: 13, written: '' } } },
      'dates.review.month',
    ],
    [
      'a step without its clause',
      { ...document, responses: [{ kind: 'advice', text: 'x', clauseId: 'c999' }] },
      'no clause c999',
    ],
    [
      'a contact without its clause',
      {
        ...document,
        contacts: [{ kind: 'email', value: 'a@example.org', purpose: 'concern', clauseId: 'c999' }],
      },
      'no clause c999',
    ],
    ['a place outside the source', { ...document, source: 'short' }, 'outside the source'],
    [
      'a clause twice',
      { ...document, sections: [...document.sections, { ...document.sections[0], id: 's9' }] },
      'same id',
    ],
    [
      'a section twice',
      { ...document, sections: [...document.sections, { ...document.sections[0], clauses: [] }] },
      'same id',
    ],
  ])('%s is refused, and the message says where', (_what, data, where) => {
    expect(() => parsePolicyDocument(data)).toThrow(PolicyDocumentError);
    expect(() => parsePolicyDocument(data)).toThrow(where);
  });

  test('no data makes it throw anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(() => parsePolicyDocument(data)).toThrow(PolicyDocumentError);
      }),
    );
  });
});

describe('canonicalJson and hashInput', () => {
  test('do not depend on the order in which the document was put together', () => {
    expect(hashInput(parsePolicyDocument(reversed(document)))).toBe(hashInput(document));
    expect(canonicalJson(parsePolicyDocument(reversed(document)))).toBe(canonicalJson(document));
  });

  test('say everything: reading them back gives the document', () => {
    expect(JSON.parse(canonicalJson(document))).toEqual(document);
    expect(hashInput(document)).toBe(`handbell.policy.1\n${canonicalJson(document)}`);
  });

  test('differ as soon as one letter differs', () => {
    const [first, ...rest] = document.sections;
    const changed = { ...document, sections: [{ ...first, heading: 'Class/Year WhatsApp Group' }, ...rest] };
    expect(hashInput(parsePolicyDocument(changed))).not.toBe(hashInput(document));
  });

  test('absent and undefined are the same', () => {
    const loose: object = { ...document, slip: undefined };
    expect(canonicalJson(Object.assign({}, document, loose))).not.toContain('"slip":');
  });
});
