import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../test/handbell.ts';
import type { Work } from '../platform/work.ts';
import { codeHash, newCode, newReference } from './code.ts';
import { CODE_WORDS } from './code-words.ts';

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

/** A word with one letter unknown, with one left out, and with two swapped. */
function slipsOf(word: string): readonly string[] {
  return [...word].flatMap((letter, at) => [
    `${word.slice(0, at)}?${word.slice(at + 1)}`,
    word.slice(0, at) + word.slice(at + 1),
    `${word.slice(0, at)}${word.charAt(at + 1)}${letter}${word.slice(at + 2)}`,
  ]);
}

describe('a receipt code', () => {
  it('has five words: more than 50 bits', () => {
    expect(Math.log2(CODE_WORDS.length) * 5).toBeGreaterThan(50);
    const drawn = new Set<string>();
    for (let turn = 0; turn < 400; turn += 1) {
      const words = newCode().split('-');
      expect(words.length).toBe(5);
      for (const word of words) drawn.add(word);
    }
    expect([...drawn].filter((word) => !CODE_WORDS.includes(word))).toEqual([]);
    expect(drawn.size).toBeGreaterThan(700);
  });

  it('has words that no slip turns into each other', () => {
    for (const word of CODE_WORDS) expect(word).toMatch(/^[a-z]{4,8}$/);
    const seen = new Map(CODE_WORDS.map((word) => [word, word]));
    const clashes: string[] = [];
    for (const word of CODE_WORDS) {
      for (const slip of slipsOf(word)) {
        const other = seen.get(slip);
        if (other !== undefined && other !== word) clashes.push(`${word} ${other}`);
        if (slip.includes('?')) seen.set(slip, word);
      }
    }
    expect(clashes).toEqual([]);
  });

  it('from before there were words still works', () =>
    at(schools[0], async (work) => {
      expect(codeHash(work, '7kqm x4pd 9wrt')).toEqual(codeHash(work, '7KQM-X4PD-9WRT'));
    }));

  it('is the same however it is typed', () =>
    at(schools[0], async (work) => {
      const code = newCode();
      const typed = [code.toUpperCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('-', '')}. `];
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
