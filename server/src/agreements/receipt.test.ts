import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell } from '../../test/handbell.ts';
import type { Work } from '../platform/work.ts';
import { type Attempt, receiptCode, receiptHash } from './receipt.ts';

let handbell: TestHandbell;
beforeAll(async () => {
  handbell = await startTestHandbell();
});
afterAll(() => handbell.stop());

async function inSchool<T>(slug: string, act: (work: Work) => T): Promise<T> {
  const { id } = await handbell.newSchool(slug);
  return handbell.services.worker.forSchool(id, 'command', async (work) => act(work));
}

const attempt: Attempt = { token: 'x'.repeat(22), documentHash: 'a'.repeat(64), signer: { name: 'Ann' } };

describe('a receipt code', () => {
  it('is the same for the same form, and another for anything that differs', async () => {
    const codes = await inSchool('one', (work) => {
      const same = [
        receiptCode(work, attempt),
        receiptCode(work, { ...attempt, signer: { name: 'Ann', childClass: '' } }),
      ];
      expect(same[0]).toBe(same[1]);
      return [
        same[0],
        receiptCode(work, { ...attempt, token: 'y'.repeat(22) }),
        receiptCode(work, { ...attempt, documentHash: 'b'.repeat(64) }),
        receiptCode(work, { ...attempt, signer: { name: 'Ben' } }),
        receiptCode(work, { ...attempt, signer: { name: 'Ann', childClass: 'Oak' } }),
        receiptCode(work, { ...attempt, signer: { name: 'Ann', relationship: 'Oak' } }),
      ];
    });
    expect(new Set(codes).size).toBe(codes.length);
    const elsewhere = await inSchool('two', (work) => receiptCode(work, attempt));
    expect(codes).not.toContain(elsewhere);
  });

  it('has 12 signs of 27, more than 50 bits, in groups that can be read out', async () => {
    const codes = await inSchool('three', (work) =>
      Array.from({ length: 2000 }, (_, at) =>
        receiptCode(work, { ...attempt, token: `${at}`.padStart(22, 'x') }),
      ),
    );
    expect(Math.log2(27 ** 12)).toBeGreaterThan(50);
    for (const code of codes)
      expect(code).toMatch(/^(?:[2-9BCDFGHJKMNPQRSTVWXZ]{4}-){2}[2-9BCDFGHJKMNPQRSTVWXZ]{4}$/);
    expect(new Set(codes).size).toBe(codes.length);
    // Each sign comes up about 889 times in each half; a sign that never or hardly came would show here.
    const counts = new Map<string, number>();
    for (const sign of codes.join('').replaceAll('-', '')) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    expect(counts.size).toBe(27);
    for (const count of counts.values()) expect(count).toBeGreaterThan(700);
  });

  it('is found however it is typed', async () => {
    await inSchool('four', (work) => {
      const hash = receiptHash(work, '7KQM-X4PD-9WRT');
      for (const typed of ['7kqm-x4pd-9wrt', ' 7KQM X4PD 9WRT ', '7KQMX4PD9WRT', '7KQM–X4PD–9WRT']) {
        expect(receiptHash(work, typed)).toEqual(hash);
      }
      expect(receiptHash(work, '7KQM-X4PD-9WRS')).not.toEqual(hash);
    });
  });
});
