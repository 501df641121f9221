import type { LexiconData } from '../src/lexicon.ts';
import { type ModelData, OUTPUTS } from '../src/model.ts';
import type { Learnt } from './pipeline.ts';

/** Pairs of words kept in the file: those that add most. */
const PAIRS = 20_000;

/** Puts together what was learnt as the model that is shipped. */
export function assemble(
  learnt: Learnt,
  lexicon: LexiconData,
  calibration: Float32Array,
  thresholds: Float32Array,
): ModelData {
  const { wide, deep, context } = learnt;
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
    width: deep.settings.width,
    filters: deep.settings.filters,
    hidden: context.hidden,
    wordWeights: wide.words,
    pairKeys: Uint32Array.from(pairs, ([key]) => key),
    pairWeights,
    signalWeights: wide.signals,
    wideBias: wide.bias,
    vectors: deep.vectors.value,
    patterns: deep.patterns.value,
    patternBias: deep.patternBias.value,
    patternWeights: deep.weights.value,
    patternSignals: deep.signals.value,
    deepBias: deep.bias.value,
    contextIn: context.inward.value,
    contextBias: context.inwardBias.value,
    contextOut: context.outward.value,
    contextDirect: context.direct.value,
    outBias: context.bias.value,
    calibration,
    thresholds,
  };
}
