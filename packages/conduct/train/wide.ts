import { OUTPUTS } from '../src/model.ts';
import type { Lesson, Space } from './features.ts';
import { sigmoid } from './parameter.ts';
import { Random } from './random.ts';

const RATE = 0.4;
/** Outputs nearer to the truth than this teach nothing more for now. */
const NEAR = 0.01;

/** The linear part: what each word, pair of words and signal adds to each output. */
export interface Wide {
  /** [words x outputs], what their pieces add included. */
  readonly words: Float32Array;
  /** [pairs x outputs], by the order of the space's keys. */
  readonly pairs: Float32Array;
  readonly signals: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Learns the linear part by logistic regression with Adagrad.
 * @param rows how many features there are
 * @returns [rows x outputs]
 */
export function learnWide(
  lessons: readonly Lesson[],
  rows: number,
  rounds: number,
  seed: number,
): Float32Array {
  const random = new Random(seed);
  const value = new Float32Array(rows * OUTPUTS);
  const seen = new Float32Array(rows * OUTPUTS).fill(0.01);
  const order = [...lessons];
  const slopes = new Float64Array(OUTPUTS);
  const active = new Int32Array(OUTPUTS);
  for (let round = 0; round < rounds; round++) {
    for (const { features, scales, example } of random.shuffle(order)) {
      const said = ask(value, features, scales);
      let count = 0;
      for (let o = 0; o < OUTPUTS; o++) {
        const slope = (sigmoid(said[o] ?? 0) - (example.target[o] ?? 0)) * (example.weight[o] ?? 0);
        if (Math.abs(slope) < NEAR) continue;
        slopes[count] = slope;
        active[count++] = o;
      }
      for (let f = 0; f < features.length; f++) {
        const from = (features[f] ?? 0) * OUTPUTS;
        const scale = scales[f] ?? 0;
        for (let a = 0; a < count; a++) {
          const at = from + (active[a] ?? 0);
          const slope = (slopes[a] ?? 0) * scale;
          const sum = (seen[at] ?? 0) + slope * slope;
          seen[at] = sum;
          value[at] = (value[at] ?? 0) - (RATE * slope) / Math.sqrt(sum);
        }
      }
    }
  }
  return value;
}

function ask(value: Float32Array, features: Int32Array, scales: Float32Array): Float64Array {
  const sum = new Float64Array(OUTPUTS);
  for (let f = 0; f < features.length; f++) {
    const from = (features[f] ?? 0) * OUTPUTS;
    const scale = scales[f] ?? 0;
    for (let o = 0; o < OUTPUTS; o++) sum[o] = (sum[o] ?? 0) + scale * (value[from + o] ?? 0);
  }
  return sum;
}

/** What the linear part says of a message, before it is made a probability. */
export function askWide(value: Float32Array, { features, scales }: Lesson): Float64Array {
  return ask(value, features, scales);
}

/** Puts what the pieces of words add into the words themselves, so that nobody has to cut words up to read. */
export function foldWide(value: Float32Array, space: Space): Wide {
  const row = (at: number, count: number): Float32Array => value.slice(at * OUTPUTS, (at + count) * OUTPUTS);
  const words = row(0, space.words);
  space.pieces.forEach((pieces, word) => {
    const scale = space.pieceScale(word);
    for (const piece of pieces) {
      for (let o = 0; o < OUTPUTS; o++) {
        const to = word * OUTPUTS + o;
        words[to] = (words[to] ?? 0) + scale * (value[piece * OUTPUTS + o] ?? 0);
      }
    }
  });
  const signals = row(space.signalsFrom, space.signals).map((weight) => weight * space.signalScale);
  return { words, pairs: row(space.pairsFrom, space.pairKeys.length), signals, bias: row(space.bias, 1) };
}
