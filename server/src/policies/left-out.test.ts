import { allClauses, readPolicyText, removeClause } from '@handbell/policy';
import { describe, expect, it } from 'vitest';
import { notTaken, reasonFor } from './left-out.ts';

const { document } = readPolicyText(
  'Group policy\n\nParents should be kind. They should be brief.\n\nDo not post photos.\n',
  'Policy',
);

describe('words that were not taken', () => {
  it('are none in a policy as it was read, and those of a clause that was taken out', () => {
    expect(notTaken(document, [])).toEqual([]);
    const last = allClauses(document).at(-1)?.id ?? '';
    const without = removeClause(document, last);
    const [piece, ...more] = notTaken(without, []);
    expect(more).toEqual([]);
    expect(piece?.text).toBe('Do not post photos.');
    const leftOut = piece
      ? [{ span: [piece.span[0], piece.span[1]] as const, reason: 'Said elsewhere' }]
      : [];
    expect(notTaken(without, leftOut)).toEqual([]);
    expect(piece && reasonFor(piece, leftOut)).toBe('Said elsewhere');
  });
});
