import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { check, loadModel } from '../src/check.ts';
import { CLAUSES } from '../src/clauses.ts';
import { gatherMaterial } from '../train/ground.ts';
import type { Settings } from '../train/pipeline.ts';
import { teach } from '../train/teach.ts';

const GIVEN = fileURLToPath(new URL('../corpus/given/', import.meta.url));
const SMALL: Settings = {
  wide: { rounds: 2, leftOut: 0.2 },
  readers: 1,
  lastReaders: 2,
  hidden: 3,
  contextRounds: 1,
  contextRate: 0.002,
  graveOffRoute: 0.2,
  groups: 2,
  seed: 1,
};
const folder = mkdtempSync(join(tmpdir(), 'handbell-training-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A small corpus of two writers, and public text of our own making. */
function lay(): { corpus: string; data: string } {
  const [corpus, data] = [join(folder, 'corpus'), join(folder, 'data')];
  for (const path of [corpus, data]) mkdirSync(path, { recursive: true });
  for (const name of ['T1.jsonl', 'T2.jsonl']) {
    cpSync(join(GIVEN, name), join(corpus, name));
    const lines = readFileSync(join(corpus, name), 'utf8').split('\n').slice(0, 30);
    writeFileSync(join(corpus, name), lines.join('\n'));
  }
  const rows = Array.from({ length: 80 }, (_, at) => ({
    text: `the ${['kettle', 'bus', 'film', 'match'][at % 4]} at number ${at} is on again tonight`,
    source: 'test',
    clauses: [],
    clean: true,
  }));
  const pack = (lines: readonly object[]) => gzipSync(lines.map((line) => JSON.stringify(line)).join('\n'));
  writeFileSync(join(data, 'test.jsonl.gz'), pack(rows));
  writeFileSync(
    join(data, 'lexicon-surge-profanity-2022.jsonl.gz'),
    pack([{ term: 'prat', canonical: 'prat', severity: 1 }]),
  );
  return { corpus, data };
}

test('the same corpus, data and settings give the same model, bit for bit; another seed gives another', () => {
  const { corpus, data } = lay();
  const run = (settings: Settings) =>
    teach(
      gatherMaterial([{ folder: corpus, weight: 1 }], data, () => {}),
      settings,
      () => true,
      () => {},
    ).bytes;
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const bytes = run(SMALL);
  expect(hash(run(SMALL))).toBe(hash(bytes));
  expect(hash(run({ ...SMALL, seed: 2 }))).not.toBe(hash(bytes));
  const [result] = check([{ text: 'Is it PE tomorrow?' }], { clauses: CLAUSES, model: loadModel(bytes) });
  expect(result).toMatchObject({ checked: true });
});
