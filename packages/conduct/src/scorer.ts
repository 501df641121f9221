import { temper } from './context.ts';
import { type ModelData, OUTPUTS, pairKey } from './model.ts';
import { PairTable } from './pairs.ts';
import type { Reading } from './reading.ts';
import { ThreadReader } from './thread-reader.ts';

/** How strongly each feature of a message of so many words counts, so that long messages do not shout. */
export function wideScale(words: number): number {
  return 1 / Math.sqrt(5 * words + 6);
}

/** Works out what a model says of messages. */
export class Scorer {
  readonly model: ModelData;
  private readonly pairs: PairTable;
  private readonly thread: ThreadReader;
  private readonly wordSum = new Int32Array(OUTPUTS);
  private readonly pairSum = new Int32Array(OUTPUTS);

  constructor(model: ModelData) {
    this.model = model;
    this.pairs = new PairTable(model.pairKeys);
    this.thread = new ThreadReader(model);
  }

  /** What the words of a message say by themselves, tempered for the part that reads the thread. */
  opinion({ rows, signals }: Reading): Float64Array {
    const { wordWeights, pairWeights, signalWeights, bias } = this.model;
    const { wordSum, pairSum, pairs } = this;
    wordSum.fill(0);
    pairSum.fill(0);
    const last = rows.length - 1;
    for (let at = 0; at <= last; at++) {
      const row = rows[at] ?? 0;
      addRow(wordSum, wordWeights.codes, row);
      if (at === last) break;
      const next = pairs.row(pairKey(row, rows[at + 1] ?? 0, 1));
      if (next >= 0) addRow(pairSum, pairWeights.codes, next);
      if (at + 1 === last) continue;
      const skipping = pairs.row(pairKey(row, rows[at + 2] ?? 0, 2));
      if (skipping >= 0) addRow(pairSum, pairWeights.codes, skipping);
    }
    const scale = wideScale(rows.length - 2);
    const sum = new Float64Array(OUTPUTS);
    for (let o = 0; o < OUTPUTS; o++) {
      const words = (wordSum[o] ?? 0) * (wordWeights.scales[o] ?? 0);
      const both = words + (pairSum[o] ?? 0) * (pairWeights.scales[o] ?? 0);
      sum[o] = both * scale + (bias[o] ?? 0);
    }
    for (const signal of signals) {
      for (let o = 0; o < OUTPUTS; o++) sum[o] = (sum[o] ?? 0) + (signalWeights[signal * OUTPUTS + o] ?? 0);
    }
    return temper(sum);
  }

  /** What the thread makes of the message at `at`, as probabilities. */
  conclude(opinions: readonly Float64Array[], senders: readonly string[], at: number): Float64Array {
    const { calibration } = this.model;
    const scores = new Float64Array(OUTPUTS);
    this.thread.read(opinions, senders, at, scores);
    for (let o = 0; o < OUTPUTS; o++) {
      const score = (scores[o] ?? 0) * (calibration[o * 2] ?? 1) + (calibration[o * 2 + 1] ?? 0);
      scores[o] = 1 / (1 + Math.exp(-score));
    }
    return scores;
  }

  /** How much each word of a message that counts adds to each of some outputs. */
  contributions({ rows }: Reading, outputs: readonly number[]): Float32Array[] {
    const { wordWeights, pairWeights } = this.model;
    const pairs = this.pairsOf(rows);
    const scale = wideScale(rows.length - 2);
    return outputs.map((output) => {
      const wordScale = (wordWeights.scales[output] ?? 0) * scale;
      const halfPairScale = ((pairWeights.scales[output] ?? 0) * scale) / 2;
      const added = new Float32Array(rows.length);
      for (let at = 0; at < rows.length; at++) {
        added[at] =
          (added[at] ?? 0) + (wordWeights.codes[(rows[at] ?? 0) * OUTPUTS + output] ?? 0) * wordScale;
        for (let gap = 1; gap <= 2; gap++) {
          const pair = pairs[at * 2 + gap - 1] ?? -1;
          if (pair < 0) continue;
          const half = (pairWeights.codes[pair * OUTPUTS + output] ?? 0) * halfPairScale;
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
}

/** Adds a row of a packed table to a sum. */
function addRow(sum: Int32Array, codes: Int8Array, row: number): void {
  const from = row * OUTPUTS;
  for (let o = 0; o < OUTPUTS; o++) sum[o] = (sum[o] ?? 0) + (codes[from + o] ?? 0);
}
