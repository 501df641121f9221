import type { LexiconData } from '../src/lexicon.ts';
import { type ModelData, OUTPUTS, pack } from '../src/model.ts';
import type { Space } from './features.ts';
import type { Learnt } from './pipeline.ts';

/** Puts together what was learnt as the model that is shipped. */
export function assemble(
  learnt: Learnt,
  lexicon: LexiconData,
  space: Space,
  calibration: Float32Array,
  thresholds: Float32Array,
): ModelData {
  const { wide, context } = learnt;
  const pairs = space.pairKeys
    .map((key, at) => ({ key, row: wide.pairs.subarray(at * OUTPUTS, (at + 1) * OUTPUTS) }))
    .sort((a, b) => a.key - b.key);
  const pairWeights = new Float32Array(pairs.length * OUTPUTS);
  pairs.forEach(({ row }, at) => {
    pairWeights.set(row, at * OUTPUTS);
  });
  return {
    lexicon,
    hidden: context.hidden,
    wordWeights: pack(wide.words),
    pairKeys: Uint32Array.from(pairs, ({ key }) => key),
    pairWeights: pack(pairWeights),
    signalWeights: wide.signals,
    bias: wide.bias,
    contextIn: context.inward.value,
    contextBias: context.inwardBias.value,
    contextOut: context.outward.value,
    contextDirect: context.direct.value,
    outBias: context.bias.value,
    calibration,
    thresholds,
  };
}
