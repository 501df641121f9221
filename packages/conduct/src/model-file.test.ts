import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTEXT_SIZE } from './context.ts';
import { SPECIAL_WORDS } from './lexicon.ts';
import { type ModelData, OUTPUTS } from './model.ts';
import { decodeModel, encodeModel, ModelFileError } from './model-file.ts';
import { SIGNALS } from './reading.ts';

const floats = (length: number): Float32Array =>
  Float32Array.from({ length }, (_, at) => Math.sin(at + length));
const words = [...SPECIAL_WORDS, 'cake', 'gâteau', '😂'];
const model: ModelData = {
  lexicon: { words, names: ['josh'], masked: [] },
  width: 4,
  filters: 3,
  hidden: 2,
  wordWeights: floats(words.length * OUTPUTS),
  pairKeys: Uint32Array.from([3, 4_000_000_000]),
  pairWeights: floats(2 * OUTPUTS),
  signalWeights: floats(SIGNALS.length * OUTPUTS),
  wideBias: floats(OUTPUTS),
  vectors: floats(words.length * 4),
  patterns: floats(3 * 4 * 3),
  patternBias: floats(3),
  patternWeights: floats(3 * OUTPUTS),
  patternSignals: floats(SIGNALS.length * OUTPUTS),
  deepBias: floats(OUTPUTS),
  contextIn: floats(CONTEXT_SIZE * 2),
  contextBias: floats(2),
  contextOut: floats(2 * OUTPUTS),
  contextDirect: floats(CONTEXT_SIZE * OUTPUTS),
  outBias: floats(OUTPUTS),
  calibration: floats(OUTPUTS * 2),
  thresholds: floats(OUTPUTS),
};

describe('the model file', () => {
  test('gives back what was put in: small tables exactly, large ones to within a step of their scale', () => {
    const read = decodeModel(encodeModel(model));
    expect(read.lexicon).toEqual(model.lexicon);
    expect(read.pairKeys).toEqual(model.pairKeys);
    expect(read.contextIn).toEqual(model.contextIn);
    expect(read.thresholds).toEqual(model.thresholds);
    read.wordWeights.forEach((value, at) => {
      expect(Math.abs(value - (model.wordWeights[at] ?? Number.NaN))).toBeLessThan(0.005);
    });
  });

  test('is the same for the same model, and for a model read back', () => {
    const bytes = encodeModel(model);
    expect(encodeModel(model)).toEqual(bytes);
    expect(encodeModel(decodeModel(bytes))).toEqual(bytes);
  });

  test('a file of another kind, or cut anywhere, is refused with a clear error', () => {
    const bytes = encodeModel(model);
    expect(() => decodeModel(new Uint8Array(20))).toThrow(ModelFileError);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        expect(() => decodeModel(bytes.subarray(0, length))).toThrow(ModelFileError);
      }),
    );
  });
});
