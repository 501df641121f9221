import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../test/handbell.ts';
import type { Work } from '../platform/work.ts';
import { codeHash, newCode, newReference } from './code.ts';

let handbell: TestHandbell;
let schools: readonly TestSchool[];
beforeAll(async () => {
  handbell = await startTestHandbell();
  schools = [await handbell.newSchool('one'), await handbell.newSchool('two')];
});
afterAll(() => handbell.stop());

function at<T>(school: TestSchool | undefined, act: (work: Work) => Promise<T>): Promise<T> {
  if (!school) throw new Error('no school');
  return handbell.services.worker.forSchool(school.id, 'public', act);
}

describe('a receipt code', () => {
  it('has twelve signs of 27 that cannot be taken for each other: more than 50 bits', () => {
    const signs = new Set<string>();
    for (let turn = 0; turn < 400; turn += 1) {
      const code = newCode();
      expect(code).toMatch(/^[2-9BCDFGHJKMNPQRSTVWXZ]{4}(-[2-9BCDFGHJKMNPQRSTVWXZ]{4}){2}$/);
      for (const sign of code.replaceAll('-', '')) signs.add(sign);
    }
    expect(signs.size).toBe(27);
    expect(Math.log2(signs.size) * 12).toBeGreaterThan(50);
  });

  it('is the same however it is typed', () =>
    at(schools[0], async (work) => {
      const code = newCode();
      const typed = [code.toLowerCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('-', '')}. `];
      for (const each of typed) expect(codeHash(work, each)).toEqual(codeHash(work, code));
    }));

  it('is kept only as a hash that belongs to the school', async () => {
    const code = newCode();
    const [one, two] = [
      await at(schools[0], async (work) => codeHash(work, code)),
      await at(schools[1], async (work) => codeHash(work, code)),
    ];
    expect(one).not.toEqual(two);
    expect(one).toHaveLength(32);
  });

  it('hashes anything that somebody may type', () =>
    at(schools[0], async (work) => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (text) => {
          expect(codeHash(work, text)).toHaveLength(32);
        }),
      );
    }));
});

describe('a reference', () => {
  it('names the year and tells nobody how many there are', () => {
    const references = Array.from({ length: 50 }, () => newReference(2027));
    for (const each of references) expect(each).toMatch(/^C-2027-[2-9BCDFGHJKMNPQRSTVWXZ]{4}$/);
    expect(references.toSorted()).not.toEqual(references);
  });
});
