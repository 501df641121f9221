import { OUTPUTS } from '../src/model.ts';
import type { Lesson, Space } from './features.ts';
import { sigmoid } from './parameter.ts';
import { Random } from './random.ts';

const RATE = 0.6;
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

/** How the linear part learns. */
export interface WideSettings {
  readonly rounds: number;
  /** Share of a message's words that are left out each time it is read, with all that they are part of: no word is leant on. */
  readonly leftOut: number;
}

/**
 * Learns the linear part by logistic regression with Adagrad.
 * @param rows how many features there are
 * @param readers how many learn, each in an order of its own; what they learn is averaged
 * @returns [rows x outputs]
 */
export function learnWide(
  lessons: readonly Lesson[],
  rows: number,
  settings: WideSettings,
  readers: number,
  seed: number,
): Float32Array {
  const mean = new Float32Array(rows * OUTPUTS);
  for (let reader = 0; reader < readers; reader++) {
    const value = readOnce(lessons, rows, settings, new Random(seed + reader * 1000));
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + (value[at] ?? 0) / readers;
  }
  return mean;
}

function readOnce(
  lessons: readonly Lesson[],
  rows: number,
  { rounds, leftOut }: WideSettings,
  random: Random,
): Float32Array {
  const value = new Float32Array(rows * OUTPUTS);
  const seen = new Float32Array(rows * OUTPUTS).fill(0.01);
  const order = [...lessons];
  const slopes = new Float64Array(OUTPUTS);
  const active = new Int32Array(OUTPUTS);
  for (let round = 0; round < rounds; round++) {
    for (const lesson of random.shuffle(order)) {
      const { target, weight } = lesson.example;
      const { features, scales, count } = thin(lesson, leftOut, random);
      const said = ask(value, features, scales, count);
      let wrong = 0;
      for (let o = 0; o < OUTPUTS; o++) {
        const slope = (sigmoid(said[o] ?? 0) - (target[o] ?? 0)) * (weight[o] ?? 0);
        if (Math.abs(slope) < NEAR) continue;
        slopes[wrong] = slope;
        active[wrong++] = o;
      }
      for (let f = 0; f < count; f++) {
        const from = (features[f] ?? 0) * OUTPUTS;
        const scale = scales[f] ?? 0;
        for (let a = 0; a < wrong; a++) {
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

const MOST_WORDS = 512;
const left = new Uint8Array(MOST_WORDS);
const thinFeatures = new Int32Array(1 << 15);
const thinScales = new Float32Array(1 << 15);

/** The features of a message of which some words were left out. The answer is overwritten by the next call. */
function thin(
  { features, scales, owners, example }: Lesson,
  leftOut: number,
  random: Random,
): { features: Int32Array; scales: Float32Array; count: number } {
  const words = Math.min(MOST_WORDS, example.words.length);
  // The edges stay: they say where a message begins and ends.
  for (let at = 1; at + 1 < words; at++) left[at] = random.next() < leftOut ? 1 : 0;
  left[0] = 0;
  left[words - 1] = 0;
  let count = 0;
  for (let f = 0; f < features.length; f++) {
    const first = owners[f * 2] ?? -1;
    const second = owners[f * 2 + 1] ?? -1;
    if ((first >= 0 && left[first] === 1) || (second >= 0 && left[second] === 1)) continue;
    thinFeatures[count] = features[f] ?? 0;
    thinScales[count++] = scales[f] ?? 0;
  }
  return { features: thinFeatures, scales: thinScales, count };
}

function ask(value: Float32Array, features: Int32Array, scales: Float32Array, count: number): Float64Array {
  const sum = new Float64Array(OUTPUTS);
  for (let f = 0; f < count; f++) {
    const from = (features[f] ?? 0) * OUTPUTS;
    const scale = scales[f] ?? 0;
    for (let o = 0; o < OUTPUTS; o++) sum[o] = (sum[o] ?? 0) + scale * (value[from + o] ?? 0);
  }
  return sum;
}

/** What the linear part says of a message, before it is made a probability. */
export function askWide(value: Float32Array, { features, scales }: Lesson): Float64Array {
  return ask(value, features, scales, features.length);
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
  const pairs = row(space.pairsFrom, space.pairKeys.length).map((weight) => weight * space.pairScale);
  return { words, pairs, signals, bias: row(space.bias, 1) };
}
