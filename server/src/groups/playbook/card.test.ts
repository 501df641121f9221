import { readPolicyText } from '@handbell/policy';
import { describe, expect, it } from 'vitest';
import { policyFile } from '../../../test/policy.ts';
import { cardParts, cardText } from './card.ts';
import { GROUP_WORDS, PRIVATE_WORDS, REMOVAL_REASONS, shareLink, WAY_BACK } from './words.ts';

describe('the rule card', () => {
  it('keeps the policy’s own lines under the sentence that gives them their sense', async () => {
    const source = await policyFile('church-primary.txt').text();
    const parts = cardParts(readPolicyText(source, 'Policy').document);
    expect(parts.length).toBeGreaterThan(1);
    const forbidden = parts.find(({ lines }) => lines.some((line) => line.includes('swearing')));
    expect(forbidden?.stem).toMatch(/inappropriate/i);
    expect(parts.every(({ lines }) => lines.every((line) => line.length <= 142))).toBe(true);
  });

  it('ends with where the whole policy is', () => {
    const text = cardText([{ stem: 'Please', lines: ['be kind'] }], 'https://example.org/s/oakfield');
    expect(text).toBe(
      'What this group is for, from our school’s policy\n\nPlease:\n• be kind\n\nThe whole policy: https://example.org/s/oakfield',
    );
  });
});

describe('words to use', () => {
  const all = [...PRIVATE_WORDS, ...GROUP_WORDS, ...REMOVAL_REASONS];

  it('speak for the volunteer, never for the school', () => {
    for (const { text } of all) expect(text).not.toMatch(/the school (has asked|requires|says that you)/i);
    expect(WAY_BACK).toContain('my decision as a volunteer, not the school’s');
  });

  it('of a removal always come with a way back in', () => {
    expect(WAY_BACK).toMatch(/come back/);
    expect(REMOVAL_REASONS.length).toBeGreaterThan(2);
  });

  it('are handed to the reader’s own phone whole', () => {
    const link = new URL(shareLink('Kind & clear? £5 for “Oak” 😀\nThanks'));
    expect(link.host).toBe('wa.me');
    expect(link.searchParams.get('text')).toBe('Kind & clear? £5 for “Oak” 😀\nThanks');
  });
});
