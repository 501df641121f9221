import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTEXT_SIZE } from './context.ts';
import { type ModelData, OUTPUTS, pack } from './model.ts';
import { decodeModel, encodeModel, ModelFileError } from './model-file.ts';
import { SIGNAL_COUNT } from './reading.ts';
import { SPECIAL_WORDS } from './special.ts';

const floats = (length: number): Float32Array =>
  Float32Array.from({ length }, (_, at) => Math.sin(at + length));
const words = [...SPECIAL_WORDS, 'cake', 'gâteau', '😂'];
const model: ModelData = {
  lexicon: { words, names: ['josh'], masked: [] },
  hidden: 2,
  wordWeights: pack(floats(words.length * OUTPUTS)),
  pairKeys: Uint32Array.from([3, 4_000_000_000]),
  pairWeights: pack(floats(2 * OUTPUTS)),
  signalWeights: floats(SIGNAL_COUNT * OUTPUTS),
  bias: floats(OUTPUTS),
  contextIn: floats(CONTEXT_SIZE * 2),
  contextBias: floats(2),
  contextOut: floats(2 * OUTPUTS),
  contextDirect: floats(CONTEXT_SIZE * OUTPUTS),
  outBias: floats(OUTPUTS),
  calibration: floats(OUTPUTS * 2),
  thresholds: floats(OUTPUTS + 1),
};

describe('the model file', () => {
  test('gives back what was put in', () => {
    const read = decodeModel(encodeModel(model));
    expect(read.lexicon).toEqual(model.lexicon);
    expect(read.pairKeys).toEqual(model.pairKeys);
    expect(read.contextIn).toEqual(model.contextIn);
    expect(read.thresholds).toEqual(model.thresholds);
    expect(read.wordWeights).toEqual(model.wordWeights);
  });

  test('packing keeps every number to within half a step', () => {
    const values = floats(4 * OUTPUTS);
    const { codes, scales } = pack(values);
    values.forEach((value, at) => {
      const scale = scales[at % OUTPUTS] ?? Number.NaN;
      expect(Math.abs((codes[at] ?? Number.NaN) * scale - value)).toBeLessThanOrEqual(scale * 0.5001);
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
