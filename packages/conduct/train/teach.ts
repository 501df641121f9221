import { loadModel } from '../src/check.ts';
import { OUTPUTS } from '../src/model.ts';
import { encodeModel } from '../src/model-file.ts';
import { assemble } from './assemble.ts';
import { applyCalibration, calibrate, chooseThresholds, type Scored } from './decide.ts';
import { Space } from './features.ts';
import type { Material } from './ground.ts';
import { layOut, learn, type Settings } from './pipeline.ts';
import { gatesOf } from './trial.ts';

/** What a training run comes to. */
export interface Taught {
  /** The model file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly thresholds: Float32Array;
  /** Every message of the corpus as a model said of it that had not read its writer. */
  readonly unseen: readonly Scored[];
  /** Ordinary messages that nothing was learnt or chosen from. */
  readonly untouched: readonly string[];
}

/**
 * Learns a model from what was gathered. The same material and settings always give the same bytes.
 * @param isJudge says of a file whether thresholds are chosen by its messages
 */
export function teach(
  material: Material,
  settings: Settings,
  isJudge: (file: string) => boolean,
  say: (line: string) => void,
): Taught {
  const threads = [...material.threads, ...material.extra];
  const space = new Space(
    material.lexicon.words,
    threads.flatMap(({ examples }) => examples),
  );
  const { learnt, unseen } = learn(layOut(threads, space), space, settings, say);
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
  const thresholds = chooseThresholds(rows, isJudge, calm);
  return {
    bytes: encodeModel({ ...finished, thresholds }),
    thresholds,
    unseen: rows,
    untouched: texts.filter((_, at) => at % 2 === 1),
  };
}
