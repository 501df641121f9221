import { CONTEXT_SIZE, contextInput, type Opinion } from './context.ts';
import type { Word } from './lexicon.ts';
import { type ModelData, OUTPUTS, pairKey } from './model.ts';
import type { Reading } from './reading.ts';

/** Messages longer than this are read to here: the promise of speed is for chat, not essays. */
export const LONGEST = 120;

const EDGE = 0;

/** How strongly each feature of a message of so many words counts, so that long messages do not shout. */
export function wideScale(words: number): number {
  return 1 / Math.sqrt(5 * words + 6);
}

/** Finds a pair's row by its key: open addressing over a table twice as large as its content. */
class PairTable {
  private readonly keys: Uint32Array;
  private readonly rows: Int32Array;
  private readonly mask: number;

  constructor(keys: Uint32Array) {
    let size = 1024;
    while (size < keys.length * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Uint32Array(size);
    this.rows = new Int32Array(size).fill(-1);
    keys.forEach((key, row) => {
      let slot = key & this.mask;
      while (this.rows[slot] !== -1) slot = (slot + 1) & this.mask;
      this.keys[slot] = key;
      this.rows[slot] = row;
    });
  }

  /** The pair's row, or -1 when it adds nothing. */
  row(key: number): number {
    let slot = key & this.mask;
    for (;;) {
      const row = this.rows[slot] ?? -1;
      if (row === -1 || this.keys[slot] === key) return row;
      slot = (slot + 1) & this.mask;
    }
  }
}

/** Rows of a message's words with an edge on either side. */
export function rowsOf(words: readonly Word[]): Int32Array {
  const length = Math.min(words.length, LONGEST);
  const rows = new Int32Array(length + 2);
  for (let at = 0; at < length; at++) rows[at + 1] = words[at]?.id ?? EDGE;
  return rows;
}

/** Works out what a model says; keeps what it has worked out of each word. */
export class Scorer {
  readonly model: ModelData;
  private readonly pairs: PairTable;
  /** For each word met so far, what it adds to every pattern as first, second and third of three. */
  private readonly projections: (Float32Array | undefined)[] = [];
  private readonly strongest: Float32Array;
  private readonly layer: Float32Array;
  private readonly input = new Float32Array(CONTEXT_SIZE);

  constructor(model: ModelData) {
    this.model = model;
    this.pairs = new PairTable(model.pairKeys);
    this.strongest = new Float32Array(model.filters);
    this.layer = new Float32Array(model.hidden);
  }

  /** The two first opinions of a message. */
  opinion(reading: Reading): Opinion {
    const rows = rowsOf(reading.words);
    return { wide: this.wide(rows, reading.signals), deep: this.deep(rows, reading.signals) };
  }

  /** What the thread makes of the message at `at`, as probabilities. */
  conclude(opinions: readonly Opinion[], senders: readonly string[], at: number): Float32Array {
    const { contextIn, contextBias, contextOut, contextDirect, outBias, calibration, hidden } = this.model;
    const { input, layer } = this;
    contextInput(opinions, senders, at, input);
    layer.set(contextBias);
    const out = outBias.slice();
    for (let i = 0; i < CONTEXT_SIZE; i++) {
      const value = input[i] ?? 0;
      if (value === 0) continue;
      const from = i * hidden;
      for (let k = 0; k < hidden; k++) layer[k] = (layer[k] ?? 0) + value * (contextIn[from + k] ?? 0);
      const direct = i * OUTPUTS;
      for (let o = 0; o < OUTPUTS; o++) out[o] = (out[o] ?? 0) + value * (contextDirect[direct + o] ?? 0);
    }
    for (let k = 0; k < hidden; k++) {
      const value = layer[k] ?? 0;
      if (value <= 0) continue;
      const from = k * OUTPUTS;
      for (let o = 0; o < OUTPUTS; o++) out[o] = (out[o] ?? 0) + value * (contextOut[from + o] ?? 0);
    }
    for (let o = 0; o < OUTPUTS; o++) {
      const score = (out[o] ?? 0) * (calibration[o * 2] ?? 1) + (calibration[o * 2 + 1] ?? 0);
      out[o] = 1 / (1 + Math.exp(-score));
    }
    return out;
  }

  /** How much each word of a message adds to one output, by both parts. */
  contributions(reading: Reading, output: number): Float32Array {
    const rows = rowsOf(reading.words);
    const added = new Float32Array(rows.length);
    const { wordWeights, pairWeights, patternWeights, filters } = this.model;
    const scale = wideScale(rows.length - 2) / 2;
    const give = (at: number, amount: number): void => {
      added[at] = (added[at] ?? 0) + amount;
    };
    rows.forEach((row, at) => {
      give(at, (wordWeights[row * OUTPUTS + output] ?? 0) * scale);
      for (const gap of [1, 2]) {
        if (at + gap >= rows.length) continue;
        const pair = this.pairs.row(pairKey(row, rows[at + gap] ?? EDGE, gap));
        if (pair < 0) continue;
        const amount = ((pairWeights[pair * OUTPUTS + output] ?? 0) * scale) / 2;
        give(at, amount);
        give(at + gap, amount);
      }
    });
    for (let f = 0; f < filters; f++) {
      const weight = (patternWeights[f * OUTPUTS + output] ?? 0) / 2;
      if (weight <= 0) continue;
      const { at, parts } = this.strongestPlace(rows, f);
      if (at < 0) continue;
      parts.forEach((part, k) => {
        if (part > 0) give(at + k, part * weight);
      });
    }
    return added.subarray(1, rows.length - 1);
  }

  private strongestPlace(rows: Int32Array, filter: number): { at: number; parts: number[] } {
    const { filters, patternBias } = this.model;
    let best = 0;
    let found = -1;
    let parts: number[] = [];
    for (let i = 0; i + 2 < rows.length; i++) {
      const three = [0, 1, 2].map((k) => this.projection(rows[i + k] ?? EDGE)[k * filters + filter] ?? 0);
      const sum = three.reduce((a, b) => a + b, patternBias[filter] ?? 0);
      if (sum > best) {
        best = sum;
        found = i;
        parts = three;
      }
    }
    return { at: found, parts };
  }

  private wide(rows: Int32Array, signals: readonly number[]): Float32Array {
    const { wordWeights, pairWeights, signalWeights, wideBias } = this.model;
    const sum = new Float32Array(OUTPUTS);
    const length = rows.length;
    for (let at = 0; at < length; at++) {
      const row = rows[at] ?? EDGE;
      addRow(sum, wordWeights, row * OUTPUTS);
      if (at + 1 >= length) continue;
      const next = this.pairs.row(pairKey(row, rows[at + 1] ?? EDGE, 1));
      if (next >= 0) addRow(sum, pairWeights, next * OUTPUTS);
      if (at + 2 >= length) continue;
      const second = this.pairs.row(pairKey(row, rows[at + 2] ?? EDGE, 2));
      if (second >= 0) addRow(sum, pairWeights, second * OUTPUTS);
    }
    const scale = wideScale(length - 2);
    for (let o = 0; o < OUTPUTS; o++) sum[o] = (sum[o] ?? 0) * scale + (wideBias[o] ?? 0);
    for (const signal of signals) addRow(sum, signalWeights, signal * OUTPUTS);
    return sum;
  }

  private deep(rows: Int32Array, signals: readonly number[]): Float32Array {
    const { filters, patternBias, patternWeights, patternSignals, deepBias } = this.model;
    const { strongest } = this;
    strongest.fill(0);
    let first = this.projection(rows[0] ?? EDGE);
    let second = this.projection(rows[1] ?? EDGE);
    for (let at = 2; at < rows.length; at++) {
      const third = this.projection(rows[at] ?? EDGE);
      for (let f = 0; f < filters; f++) {
        const sum =
          (first[f] ?? 0) +
          (second[filters + f] ?? 0) +
          (third[2 * filters + f] ?? 0) +
          (patternBias[f] ?? 0);
        if (sum > (strongest[f] ?? 0)) strongest[f] = sum;
      }
      first = second;
      second = third;
    }
    const out = deepBias.slice();
    for (let f = 0; f < filters; f++) {
      const strength = strongest[f] ?? 0;
      if (strength === 0) continue;
      const from = f * OUTPUTS;
      for (let o = 0; o < OUTPUTS; o++) out[o] = (out[o] ?? 0) + strength * (patternWeights[from + o] ?? 0);
    }
    for (const signal of signals) addRow(out, patternSignals, signal * OUTPUTS);
    return out;
  }

  private projection(row: number): Float32Array {
    return this.projections[row] ?? this.project(row);
  }

  private project(row: number): Float32Array {
    const { width, filters, vectors, patterns } = this.model;
    const table = new Float32Array(3 * filters);
    for (let k = 0; k < 3; k++) {
      for (let d = 0; d < width; d++) {
        const value = vectors[row * width + d] ?? 0;
        const from = (k * width + d) * filters;
        for (let f = 0; f < filters; f++) {
          table[k * filters + f] = (table[k * filters + f] ?? 0) + value * (patterns[from + f] ?? 0);
        }
      }
    }
    this.projections[row] = table;
    return table;
  }
}

function addRow(sum: Float32Array, table: Float32Array, from: number): void {
  for (let o = 0; o < OUTPUTS; o++) sum[o] = (sum[o] ?? 0) + (table[from + o] ?? 0);
}
