import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { CLAUSES } from '../src/clauses.ts';
import { encodeModel } from '../src/model-file.ts';
import { MODEL_FILE } from '../src/node.ts';
import { assemble } from './assemble.ts';
import { applyCalibration, calibrate, chooseThresholds, type Scored } from './decide.ts';
import { gatherMaterial } from './ground.ts';
import { measure } from './measure.ts';
import { learn } from './pipeline.ts';
import { SETTINGS } from './settings.ts';

const CORPUS = ['../corpus/given', '../corpus/ours'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);
const FIGURES = fileURLToPath(new URL('../model/cross-validation.json', import.meta.url));

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: fileURLToPath(MODEL_FILE) } },
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

const material = gatherMaterial(CORPUS, values.data, say);
const { learnt, judged } = learn(material.threads, material.extra, material.ground, SETTINGS, say);
const raw = judged.flatMap(({ thread, scores }) =>
  thread.examples.map((example, at): Scored & { file: string } => ({
    scores: scores[at] ?? new Float32Array(),
    target: example.target,
    own: thread.thread !== '',
    file: thread.file,
  })),
);
const calibration = calibrate(raw);
const rows = applyCalibration(raw, calibration);
const thresholds = chooseThresholds(rows);
const given = rows.filter((_, at) => /^T\d/.test(raw[at]?.file ?? ''));
const figures = measure(given, thresholds);
const bytes = encodeModel(assemble(learnt, material.lexicon, calibration, thresholds));

mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, bytes);
writeFileSync(FIGURES, `${JSON.stringify(figures, null, 2)}\n`);
say(`${values.out}: ${bytes.length} bytes, ${brotliCompressSync(bytes).length} compressed`);
say(`sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
say(`of unseen writers: ${JSON.stringify({ ...figures, byClause: undefined })}`);
for (const clause of CLAUSES) console.log(clause.padEnd(18), JSON.stringify(figures.byClause[clause]));
