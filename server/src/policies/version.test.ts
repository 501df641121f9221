import { type PolicyDocument, parsePolicyDocument, readPolicyText } from '@handbell/policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isExpectationOnly } from './expectation.ts';
import { documentHash, slipCode } from './version.ts';

const read = (text: string) => readPolicyText(text, 'Policy').document;
const TEXT =
  'Group policy\n\nParents must not:\n\n- bring the school into disrepute.\n- swear.\n- discuss politics or name individual children.\n';

describe('the fingerprint of a document', () => {
  it('is the same however the document was stored, and another for one changed letter', () => {
    const document = read(TEXT);
    const shuffled: unknown = JSON.parse(
      JSON.stringify(Object.fromEntries(Object.entries(document).reverse())),
    );
    expect(documentHash(parsePolicyDocument(shuffled))).toBe(documentHash(document));
    expect(documentHash(read(TEXT.replace('swear', 'Swear')))).not.toBe(documentHash(document));
    expect(documentHash(document)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('differs when only a setting differs', () => {
    const document: PolicyDocument = read(TEXT);
    expect(documentHash({ ...document, decider: 'Head' })).not.toBe(documentHash(document));
  });
});

describe('the code on a slip', () => {
  it('names the version and is made of signs that cannot be mistaken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.stringMatching(/^[0-9a-f]{64}$/), (number, hash) => {
        expect(slipCode({ number, hash })).toMatch(new RegExp(`^${number}-[2-9BCDFGHJKMNPQRSTVWXZ]{4}$`));
      }),
    );
  });
});

describe('clauses that can only be expectations (rule 19)', () => {
  const document = read(TEXT);
  const clauses = document.sections.flatMap((section) => section.clauses);
  it.each([
    ['disrepute', true],
    ['swear', false],
    ['politics or name individual children', false],
  ])('%s: %s', (words, only) => {
    const clause = clauses.find(({ text }) => text.includes(words));
    expect(clause && isExpectationOnly(document, clause)).toBe(only);
  });
});
