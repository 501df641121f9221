import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { loadModel } from '../src/check.ts';
import { writeCard } from './card.ts';
import { readLines, readThreads } from './corpus.ts';
import { gatherMaterial } from './ground.ts';
import { answer, measure } from './measure.ts';
import { SETTINGS } from './settings.ts';
import { teach } from './teach.ts';
import { type Innocent, tryInnocent, tryThreads } from './trial.ts';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const GIVEN = /^T\d/;
/** Those of the given writers count double: one of them left out is then told a little better (MODEL.md). */
const CORPORA = [
  { folder: join(HERE, 'corpus', 'given'), weight: 2 },
  { folder: join(HERE, 'corpus', 'ours'), weight: 1 },
];

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: HERE } },
});
if (values.data === undefined) {
  process.stderr.write(
    'Say where the public data lies: npm run train -w packages/conduct -- --data FOLDER\n',
  );
  process.exit(2);
}

const begun = Date.now();
const say = (line: string): void => {
  console.log(`${Math.round((Date.now() - begun) / 1000)} s: ${line}`);
};

const material = gatherMaterial(CORPORA, values.data, say);
const isGiven = (file: string): boolean => GIVEN.test(file);
const { bytes, thresholds, unseen, untouched } = teach(material, SETTINGS, isGiven, say);

const model = loadModel(bytes);
const given = unseen.filter(({ writer }) => isGiven(writer));
const hash = createHash('sha256').update(bytes).digest('hex');
const cardFile = join(HERE, 'MODEL.md');
const card = writeCard(readFileSync(cardFile, 'utf8'), {
  hash,
  bytes: bytes.length,
  compressed: brotliCompressSync(bytes).length,
  threads: material.threads.filter(({ isAlone }) => !isAlone).length,
  messages: unseen.length,
  unseen: measure(given.map((row) => ({ said: answer(row, thresholds), target: row.target }))),
  dev: measure(tryThreads(readThreads(join(HERE, 'corpus', 'dev.jsonl'), 'dev'), model)),
  fairness: tryInnocent(readLines<Innocent>(join(HERE, 'corpus', 'fairness.jsonl')), model),
  chatter: tryInnocent(
    untouched.map((text) => ({ text, writer: 'chatter' })),
    model,
  ).all,
});
mkdirSync(join(values.out, 'model'), { recursive: true });
writeFileSync(join(values.out, 'model', 'conduct.hbc'), bytes);
writeFileSync(join(values.out, 'MODEL.md'), card);
say(`${join(values.out, 'model', 'conduct.hbc')}: ${bytes.length} bytes, sha256 ${hash}`);
