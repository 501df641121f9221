import { OUTPUTS, pairKey } from '../src/model.ts';
import { SIGNALS } from '../src/reading.ts';
import { wideScale } from '../src/scorer.ts';
import type { Example } from './examples.ts';
import { sigmoid } from './parameter.ts';
import { Random } from './random.ts';

/** The linear part: what each word, family of words, pair of words and signal adds to each output. */
export interface Wide {
  /** [words x outputs], families already added in. */
  readonly words: Float32Array;
  readonly pairs: ReadonlyMap<number, Float32Array>;
  readonly signals: Float32Array;
  readonly bias: Float32Array;
}

/** Calls `visit` with the key of every pair of words in a message, edges included. */
export function eachPair(words: Int32Array, visit: (key: number, at: number) => void): void {
  for (let i = 0; i + 1 < words.length; i++) {
    visit(pairKey(words[i] ?? 0, words[i + 1] ?? 0, 1), i);
    if (i + 2 < words.length) visit(pairKey(words[i] ?? 0, words[i + 2] ?? 0, 2), i);
  }
}

/** Weights that Adagrad learns, a row of outputs each. */
class Rows {
  readonly value: Float32Array;
  private readonly seen: Float32Array;

  constructor(rows: number) {
    this.value = new Float32Array(rows * OUTPUTS);
    this.seen = new Float32Array(rows * OUTPUTS).fill(0.01);
  }

  add(row: number, sum: Float64Array, scale: number): void {
    const from = row * OUTPUTS;
    for (let o = 0; o < OUTPUTS; o++) sum[o] = (sum[o] ?? 0) + (this.value[from + o] ?? 0) * scale;
  }

  learn(row: number, slope: Float64Array, scale: number, rate: number): void {
    const from = row * OUTPUTS;
    for (let o = 0; o < OUTPUTS; o++) {
      const g = (slope[o] ?? 0) * scale;
      if (g === 0) continue;
      const seen = (this.seen[from + o] ?? 0) + g * g;
      this.seen[from + o] = seen;
      this.value[from + o] = (this.value[from + o] ?? 0) - (rate * g) / Math.sqrt(seen);
    }
  }
}

/**
 * Learns the linear part by logistic regression.
 * @param families for every word its number in one or more groupings, which lets rare words learn from their kind
 */
export function learnWide(
  examples: readonly Example[],
  words: number,
  families: readonly Int32Array[],
  rounds: number,
  seed: number,
): Wide {
  const random = new Random(seed);
  const counts = new Map<number, number>();
  for (const { words: text } of examples) {
    for (const key of pairsOf(text)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const pairRows = new Map<number, number>();
  for (const [key, count] of counts) if (count >= 2) pairRows.set(key, pairRows.size);

  const wordRows = new Rows(words);
  const familyRows = families.map((family) => new Rows(1 + family.reduce((a, b) => Math.max(a, b), 0)));
  const pairTable = new Rows(pairRows.size);
  const signalRows = new Rows(SIGNALS.length);
  const biasRow = new Rows(1);

  const sum = new Float64Array(OUTPUTS);
  const walk = (example: Example, visit: (rows: Rows, row: number, scale: number) => void): void => {
    const { words: text, signals } = example;
    const scale = wideScale(text.length - 2);
    for (const word of text) {
      visit(wordRows, word, scale);
      families.forEach((family, which) => {
        const rows = familyRows[which];
        if (rows !== undefined) visit(rows, family[word] ?? 0, scale);
      });
    }
    eachPair(text, (key) => {
      const row = pairRows.get(key);
      if (row !== undefined) visit(pairTable, row, scale);
    });
    for (const signal of signals) visit(signalRows, signal, 0.3);
    visit(biasRow, 0, 1);
  };

  const order = [...examples];
  for (let round = 0; round < rounds; round++) {
    for (const example of random.shuffle(order)) {
      sum.fill(0);
      walk(example, (rows, row, scale) => rows.add(row, sum, scale));
      for (let o = 0; o < OUTPUTS; o++) {
        sum[o] = (sigmoid(sum[o] ?? 0) - (example.target[o] ?? 0)) * (example.weight[o] ?? 0);
      }
      walk(example, (rows, row, scale) => rows.learn(row, sum, scale, 0.5));
    }
  }

  const folded = Float32Array.from(wordRows.value, (value, at) => {
    const word = Math.floor(at / OUTPUTS);
    let total = value;
    families.forEach((family, which) => {
      total += familyRows[which]?.value[(family[word] ?? 0) * OUTPUTS + (at % OUTPUTS)] ?? 0;
    });
    return total;
  });
  const pairs = new Map<number, Float32Array>();
  for (const [key, row] of pairRows)
    pairs.set(key, pairTable.value.subarray(row * OUTPUTS, (row + 1) * OUTPUTS));
  return { words: folded, pairs, signals: signalRows.value.map((value) => value * 0.3), bias: biasRow.value };
}

function pairsOf(text: Int32Array): Set<number> {
  const keys = new Set<number>();
  eachPair(text, (key) => keys.add(key));
  return keys;
}

/** What the linear part says of a message, before it is made a probability. */
export function askWide(wide: Wide, example: Example): Float32Array {
  const sum = Float32Array.from(wide.bias);
  const scale = wideScale(example.words.length - 2);
  for (const word of example.words) {
    for (let o = 0; o < OUTPUTS; o++) sum[o] = (sum[o] ?? 0) + (wide.words[word * OUTPUTS + o] ?? 0) * scale;
  }
  eachPair(example.words, (key) => {
    const row = wide.pairs.get(key);
    if (row === undefined) return;
    for (let o = 0; o < OUTPUTS; o++) sum[o] = (sum[o] ?? 0) + (row[o] ?? 0) * scale;
  });
  for (const signal of example.signals) {
    for (let o = 0; o < OUTPUTS; o++) sum[o] = (sum[o] ?? 0) + (wide.signals[signal * OUTPUTS + o] ?? 0);
  }
  return sum;
}
