import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTEXT_SIZE, contextInput, temper } from './context.ts';
import { type ModelData, OUTPUTS, pack } from './model.ts';
import { ThreadReader } from './thread-reader.ts';

const HIDDEN = 6;
const waves = (length: number, pace: number): Float32Array =>
  Float32Array.from({ length }, (_, at) => Math.sin(at * pace));
const model: ModelData = {
  lexicon: { words: [], names: [], masked: [] },
  hidden: HIDDEN,
  wordWeights: pack(new Float32Array()),
  pairKeys: new Uint32Array(),
  pairWeights: pack(new Float32Array()),
  signalWeights: new Float32Array(),
  bias: new Float32Array(OUTPUTS),
  contextIn: waves(CONTEXT_SIZE * HIDDEN, 1.3),
  contextBias: waves(HIDDEN, 0.7),
  contextOut: waves(HIDDEN * OUTPUTS, 2.1),
  contextDirect: waves(CONTEXT_SIZE * OUTPUTS, 0.9),
  outBias: waves(OUTPUTS, 1.9),
  calibration: new Float32Array(),
  thresholds: new Float32Array(),
};

/** The same, written as it is defined. */
function plainly(input: Float64Array): number[] {
  const layer = Array.from({ length: HIDDEN }, (_, k) => {
    const sum = input.reduce((all, value, i) => all + value * (model.contextIn[i * HIDDEN + k] ?? 0), 0);
    return Math.max(0, sum + (model.contextBias[k] ?? 0));
  });
  return Array.from({ length: OUTPUTS }, (_, o) => {
    const direct = input.reduce(
      (all, value, i) => all + value * (model.contextDirect[i * OUTPUTS + o] ?? 0),
      0,
    );
    const through = layer.reduce(
      (all, value, k) => all + value * (model.contextOut[k * OUTPUTS + o] ?? 0),
      0,
    );
    return direct + through + (model.outBias[o] ?? 0);
  });
}

test('works out the layer as it is defined, whatever the thread', () => {
  const reader = new ThreadReader(model);
  const opinion = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), {
    minLength: OUTPUTS,
    maxLength: OUTPUTS,
  });
  const message = fc.record({ sender: fc.constantFrom('', 'Ros', 'Dev'), opinion });
  fc.assert(
    fc.property(fc.array(message, { minLength: 1, maxLength: 7 }), fc.nat(), (thread, place) => {
      const at = place % thread.length;
      const opinions = thread.map((said) => temper(said.opinion));
      const senders = thread.map(({ sender }) => sender);
      const out = new Float64Array(OUTPUTS);
      reader.read(opinions, senders, at, out);
      const input = new Float64Array(CONTEXT_SIZE);
      contextInput(opinions, senders, at, input);
      plainly(input).forEach((value, o) => {
        expect(out[o]).toBeCloseTo(value, 9);
      });
    }),
  );
});
