import { RESPONSE_KINDS, type ResponseKind } from '@handbell/policy';
import { describe, expect, it } from 'vitest';
import { LADDER } from '../../test/case-facts.ts';
import { countWords, SENTENCE_WORDS } from './deeds.ts';
import { findOutcome, outcomesOf, rungOf } from './outcomes.ts';
import { type CaseRefusal, refusalText } from './refusals.ts';

/** The letter, the instrument, whether it is held against the parent, and whether it is refused. */
const EXPECTED: Readonly<Record<ResponseKind, readonly unknown[]>> = {
  advice: ['advice', undefined, false, false],
  'warning-letter': ['warning', undefined, true, false],
  meeting: ['outcome', 'meeting', true, false],
  authorities: [undefined, undefined, true, false],
  'legal-advice': [undefined, undefined, false, false],
  'site-ban': [undefined, 'site-ban', true, false],
  'group-removal': [undefined, undefined, true, true],
  other: ['outcome', undefined, true, false],
};

describe('what can be decided', () => {
  it('is the plain steps always, the lightest first, then the policy’s own steps in its order', () => {
    const plain = [
      'no-further-action',
      'feedback',
      'reminder',
      'advice',
      'conversation',
      'communication-plan',
    ];
    expect(outcomesOf([]).map(({ key }) => key)).toEqual(plain);
    const all = outcomesOf(LADDER);
    expect(all.map(({ label }) => label).slice(plain.length)).toEqual(LADDER.map(({ text }) => text));
    expect(all.map(({ rung }) => rung)).toEqual([0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6]);
  });

  it.each(RESPONSE_KINDS)('knows what a step of the kind %s begins, and who tells the parent', (kind) => {
    const outcome = findOutcome([{ clauseId: 'c', kind, text: 'A step' }], 'step:c');
    const { letter, instrument, sanction, notHere } = outcome ?? {};
    expect([letter, instrument, sanction, notHere !== undefined]).toEqual(EXPECTED[kind]);
  });

  it('has no ban from the site where the policy has none (rule 3)', () => {
    expect(outcomesOf([]).some(({ instrument }) => instrument === 'site-ban')).toBe(false);
  });

  it('says that leaving a group is the moderators’ own decision (rule 25)', () => {
    const step = findOutcome([{ clauseId: 'c', kind: 'group-removal', text: 'Remove' }], 'step:c');
    expect(step?.notHere).toContain('moderators decide this by themselves');
  });

  it('keeps the bracketed limit of a step', () => {
    expect(findOutcome(LADDER, 'step:law')?.condition).toBe('in cases of libel');
  });

  it('counts steps from where the parent stands', () => {
    expect(rungOf(LADDER, 'none')).toBe(0);
    expect(rungOf(LADDER, 'step:meet')).toBe(2);
  });
});

describe('a sentence', () => {
  it.each([
    ['', 0],
    ['   \n ', 0],
    ['... !!! ???', 0],
    ['The words hurt a member of staff.', 7],
    ['他写的话伤害了一位老师。', 5],
  ])('%j has at least the words it is counted with', (text, words) => {
    if (words === 0) expect(countWords(text)).toBe(0);
    else expect(countWords(text)).toBeGreaterThanOrEqual(words);
  });
  it('is more than a word or two', () => {
    expect(countWords('Because I say so.')).toBeLessThan(SENTENCE_WORDS);
  });
});

describe('a refusal', () => {
  it('says what is missing and what to do', () => {
    const refusals: readonly CaseRefusal[] = [
      { code: 'wrong-state', state: 'assessment' },
      { code: 'wrong-state', state: undefined },
      { code: 'conflict', conflict: 'target' },
      { code: 'unanswered', questions: ['aim', 'child'] },
      { code: 'jump-unexplained', rungs: 3 },
      { code: 'not-here', why: 'Not yet handled here.' },
    ];
    const texts = refusals.map(refusalText);
    expect(texts[0]).toContain('“Being assessed”');
    expect(texts[1]).toContain('not open yet');
    expect(texts[2]).toContain('about you');
    expect(texts[3]).toContain('“What would a response be for?”');
    expect(texts[4]).toContain('3 steps');
    expect(texts[5]).toBe('Not yet handled here.');
  });
});
