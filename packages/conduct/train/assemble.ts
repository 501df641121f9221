import type { LexiconData } from '../src/lexicon.ts';
import { type ModelData, OUTPUTS } from '../src/model.ts';
import type { Ground, Learnt } from './pipeline.ts';

/** Pairs of words kept in the file: those that add most. */
const PAIRS = 24_000;

/** Puts together what was learnt as the model that is shipped. */
export function assemble(
  learnt: Learnt,
  lexicon: LexiconData,
  ground: Ground,
  calibration: Float32Array,
  thresholds: Float32Array,
): ModelData {
  const { wide, context } = learnt;
  const strongest = (row: Float32Array): number =>
    row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const pairs = [...wide.pairs]
    .sort(([a, x], [b, y]) => strongest(y) - strongest(x) || a - b)
    .slice(0, PAIRS)
    .sort(([a], [b]) => a - b);
  const pairWeights = new Float32Array(pairs.length * OUTPUTS);
  pairs.forEach(([, row], at) => {
    pairWeights.set(row, at * OUTPUTS);
  });
  return {
    lexicon,
    width: ground.width,
    hidden: context.hidden,
    wordWeights: wide.words,
    pairKeys: Uint32Array.from(pairs, ([key]) => key),
    pairWeights,
    signalWeights: wide.signals,
    bias: wide.bias,
    vectors: ground.vectors,
    contextIn: context.inward.value,
    contextBias: context.inwardBias.value,
    contextOut: context.outward.value,
    contextDirect: context.direct.value,
    outBias: context.bias.value,
    calibration,
    thresholds,
  };
}
