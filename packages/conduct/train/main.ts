import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { loadModel } from '../src/check.ts';
import { OUTPUTS } from '../src/model.ts';
import { encodeModel } from '../src/model-file.ts';
import { assemble } from './assemble.ts';
import { writeCard } from './card.ts';
import { readLines, readThreads } from './corpus.ts';
import { applyCalibration, calibrate, chooseThresholds, type Scored } from './decide.ts';
import { Space } from './features.ts';
import { gatherMaterial } from './ground.ts';
import { answer, measure } from './measure.ts';
import { layOut, learn } from './pipeline.ts';
import { SETTINGS } from './settings.ts';
import { gatesOf, type Innocent, tryInnocent, tryThreads } from './trial.ts';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const GIVEN = /^T\d/;

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

const material = gatherMaterial(
  ['given', 'ours'].map((folder) => join(HERE, 'corpus', folder)),
  values.data,
  say,
);
const threads = [...material.threads, ...material.extra];
const space = new Space(
  material.lexicon.words,
  threads.flatMap(({ examples }) => examples),
);
const { learnt, unseen } = learn(layOut(threads, space), space, SETTINGS, say);
const raw = unseen
  .filter(({ thread }) => thread.thread !== '')
  .flatMap(({ thread, scores }) =>
    thread.examples.map(
      ({ target }, at): Scored => ({
        scores: scores[at] ?? new Float64Array(),
        target,
        writer: thread.file,
        isAlone: thread.isAlone,
      }),
    ),
  );
const calibration = calibrate(raw);
const rows = applyCalibration(raw, calibration);
const finished = assemble(learnt, material.lexicon, space, calibration, new Float32Array(OUTPUTS + 1));
const texts = material.heldOut.map(({ text }) => text);
const calm = gatesOf(
  texts.filter((_, at) => at % 2 === 0),
  loadModel(encodeModel(finished)),
);
const thresholds = chooseThresholds(rows, (writer) => GIVEN.test(writer), calm);
const bytes = encodeModel({ ...finished, thresholds });

const model = loadModel(bytes);
const given = rows.filter(({ writer }) => GIVEN.test(writer));
const hash = createHash('sha256').update(bytes).digest('hex');
const cardFile = join(HERE, 'MODEL.md');
const card = writeCard(readFileSync(cardFile, 'utf8'), {
  hash,
  bytes: bytes.length,
  compressed: brotliCompressSync(bytes).length,
  threads: new Set(material.threads.map(({ thread }) => thread)).size,
  messages: rows.length,
  unseen: measure(given.map((row) => ({ said: answer(row, thresholds), target: row.target }))),
  dev: measure(tryThreads(readThreads(join(HERE, 'corpus', 'dev.jsonl'), 'dev'), model)),
  fairness: tryInnocent(readLines<Innocent>(join(HERE, 'corpus', 'fairness.jsonl')), model),
  chatter: tryInnocent(
    texts.filter((_, at) => at % 2 === 1).map((text) => ({ text, writer: 'chatter' })),
    model,
  ).all,
});
mkdirSync(join(values.out, 'model'), { recursive: true });
writeFileSync(join(values.out, 'model', 'conduct.hbc'), bytes);
writeFileSync(join(values.out, 'MODEL.md'), card);
say(`${join(values.out, 'model', 'conduct.hbc')}: ${bytes.length} bytes, sha256 ${hash}`);
