import { readPolicyText, setReviewDate } from '@handbell/policy';
import { describe, expect, it } from 'vitest';
import { doubtsSchema, openDoubts, settleDoubts } from './doubts.ts';

const { document, doubts } = readPolicyText(
  'Group policy\n\nParents should be kind in class WhatsApp groups.\n\nBlue seven umbrella.\n',
  'Policy',
);
const at = (code: string) => doubts.findIndex((doubt) => doubt.code === code);

describe('doubts', () => {
  it('are all open at first, and survive being stored', () => {
    expect(openDoubts(doubts)).toHaveLength(doubts.length);
    expect(doubtsSchema.parse(JSON.parse(JSON.stringify(doubts)))).toEqual(doubts);
  });

  it('are settled by keeping things as they are: the one that was asked about, no other', () => {
    const after = settleDoubts(doubts, document, at('no-review-date'), 'kept');
    expect(after.filter((doubt) => doubt.settled)).toEqual([
      { ...doubts[at('no-review-date')], settled: 'kept' },
    ]);
  });

  it('are settled when a change answers them, asked or not', () => {
    const changed = setReviewDate(document, { precision: 'year', year: 2027, written: '2027' });
    const after = settleDoubts(doubts, changed, undefined, 'changed');
    expect(after[at('no-review-date')]?.settled).toBe('changed');
    expect(openDoubts(after)).toHaveLength(doubts.length - 1);
  });

  it('stay settled the way they were', () => {
    const kept = settleDoubts(doubts, document, at('no-contact'), 'kept');
    const again = settleDoubts(kept, document, at('no-contact'), 'changed');
    expect(again[at('no-contact')]?.settled).toBe('kept');
  });
});
