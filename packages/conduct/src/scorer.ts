import { contextInput, contextSize, type Opinion } from './context.ts';
import { type ModelData, OUTPUTS, pairKey } from './model.ts';
import { PairTable } from './pairs.ts';
import type { Reading } from './reading.ts';

/** How strongly each feature of a message of so many words counts, so that long messages do not shout. */
export function wideScale(words: number): number {
  return 1 / Math.sqrt(5 * words + 6);
}

/** How strongly each word counts in the mean of what describes a message's words. */
export function meanScale(words: number): number {
  return 1 / Math.sqrt(words + 2);
}

/** Works out what a model says of messages. */
export class Scorer {
  readonly model: ModelData;
  private readonly pairs: PairTable;
  private readonly layer: Float64Array;
  private readonly out = new Float64Array(OUTPUTS);
  private readonly input: Float32Array;

  constructor(model: ModelData) {
    this.model = model;
    this.pairs = new PairTable(model.pairKeys);
    this.layer = new Float64Array(model.hidden);
    this.input = new Float32Array(contextSize(model.width));
  }

  /** What the words of a message say by themselves. */
  opinion({ rows, signals }: Reading): Opinion {
    return { outputs: this.outputs(rows, signals), mean: this.mean(rows) };
  }

  /** What the thread makes of the message at `at`, as probabilities. */
  conclude(opinions: readonly Opinion[], senders: readonly string[], at: number): Float32Array {
    const { contextIn, contextBias, contextOut, contextDirect, outBias, calibration, hidden } = this.model;
    const { input, layer, out } = this;
    contextInput(opinions, senders, at, input);
    layer.set(contextBias);
    out.set(outBias);
    for (let i = 0; i < input.length; i++) {
      const value = input[i] ?? 0;
      if (value === 0) continue;
      addTo(layer, contextIn, i * hidden, value);
      addTo(out, contextDirect, i * OUTPUTS, value);
    }
    for (let k = 0; k < hidden; k++) {
      const value = layer[k] ?? 0;
      if (value > 0) addTo(out, contextOut, k * OUTPUTS, value);
    }
    return Float32Array.from({ length: OUTPUTS }, (_, o) => {
      const score = (out[o] ?? 0) * (calibration[o * 2] ?? 1) + (calibration[o * 2 + 1] ?? 0);
      return 1 / (1 + Math.exp(-score));
    });
  }

  /** How much each word of a message that counts adds to each of some outputs. */
  contributions({ rows }: Reading, outputs: readonly number[]): Float32Array[] {
    const { wordWeights, pairWeights } = this.model;
    const pairs = this.pairsOf(rows);
    const scale = wideScale(rows.length - 2);
    return outputs.map((output) => {
      const added = new Float32Array(rows.length);
      for (let at = 0; at < rows.length; at++) {
        added[at] = (added[at] ?? 0) + (wordWeights[(rows[at] ?? 0) * OUTPUTS + output] ?? 0) * scale;
        for (let gap = 1; gap <= 2; gap++) {
          const pair = pairs[at * 2 + gap - 1] ?? -1;
          if (pair < 0) continue;
          const half = ((pairWeights[pair * OUTPUTS + output] ?? 0) * scale) / 2;
          added[at] = (added[at] ?? 0) + half;
          added[at + gap] = (added[at + gap] ?? 0) + half;
        }
      }
      return added.subarray(1, rows.length - 1);
    });
  }

  /** For each row, those of its pairs with the next word and the one after; -1 where there is none. */
  private pairsOf(rows: Int32Array): Int32Array {
    const pairs = new Int32Array(rows.length * 2).fill(-1);
    for (let at = 0; at < rows.length; at++) {
      for (let gap = 1; gap <= 2 && at + gap < rows.length; gap++) {
        pairs[at * 2 + gap - 1] = this.pairs.row(pairKey(rows[at] ?? 0, rows[at + gap] ?? 0, gap));
      }
    }
    return pairs;
  }

  private outputs(rows: Int32Array, signals: readonly number[]): Float64Array {
    const { wordWeights, pairWeights, signalWeights, bias } = this.model;
    const sum = new Float64Array(OUTPUTS);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      addTo(sum, wordWeights, row * OUTPUTS, 1);
      for (let gap = 1; gap <= 2 && at + gap < rows.length; gap++) {
        const pair = this.pairs.row(pairKey(row, rows[at + gap] ?? 0, gap));
        if (pair >= 0) addTo(sum, pairWeights, pair * OUTPUTS, 1);
      }
    }
    const scale = wideScale(rows.length - 2);
    for (let o = 0; o < OUTPUTS; o++) sum[o] = (sum[o] ?? 0) * scale + (bias[o] ?? 0);
    for (const signal of signals) addTo(sum, signalWeights, signal * OUTPUTS, 1);
    return sum;
  }

  private mean(rows: Int32Array): Float64Array {
    const { width, vectors } = this.model;
    const mean = new Float64Array(width);
    const scale = meanScale(rows.length - 2);
    for (let at = 1; at + 1 < rows.length; at++) addTo(mean, vectors, (rows[at] ?? 0) * width, scale);
    return mean;
  }
}

/** Adds a row of a table, times a factor, to a sum of the same length. */
function addTo(sum: Float64Array, table: Float32Array, from: number, factor: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + factor * (table[from + i] ?? 0);
}
