import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { composeSections } from '../../letters/sections.ts';
import { acknowledgementValues } from './wording.ts';

const facts = {
  reference: 'C-2027-7KQM',
  mode: 'confidential',
  received: Temporal.PlainDate.from('2027-07-26'),
  next: Temporal.PlainDate.from('2027-09-14'),
  lead: { name: 'Priya Nair', phone: '07700 900101' },
  address: 'https://handbell.example.org/s/oakfield',
} as const;

const acknowledgementWords = (known: Parameters<typeof acknowledgementValues>[0]) =>
  composeSections('acknowledgement', acknowledgementValues(known))
    .map(({ text }) => text)
    .join('\n\n');

describe('the acknowledgement', () => {
  it('says when school opens again, when it is written in the holidays', () => {
    const opens = Temporal.PlainDate.from('2027-09-02');
    expect(acknowledgementWords({ ...facts, opens })).toContain('opens again on Thursday 2 September 2027');
    expect(acknowledgementWords(facts)).not.toContain('opens again');
  });

  it('has the reference, the day of the next word, safety, and no view of who is right', () => {
    const words = acknowledgementWords(facts);
    for (const part of ['C-2027-7KQM', 'Tuesday 14 September 2027', '999', '07700 900101'])
      expect(words).toContain(part);
    expect(words).not.toMatch(/sorry|breach|wrong|fault/);
  });
});
