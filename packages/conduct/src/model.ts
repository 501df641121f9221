import type { LexiconData } from './lexicon.ts';

/** Numbers said of every message: the eleven clauses, then five others. */
export const OUTPUTS = 16;

/**
 * Places of the others. `joins` is said for the part that reads the thread alone: how likely these words are a breach where
 * one of the three messages before is one ("same here").
 */
export const OUTPUT = { any: 11, safeguarding: 12, medium: 13, high: 14, joins: 15 } as const;

/** A table of many numbers, a row of outputs each: whole numbers from -127 to 127, and what one is worth by output. */
export interface Packed {
  readonly codes: Int8Array;
  readonly scales: Float32Array;
}

/** A model as it is in memory: every table of numbers with its size in the comment. */
export interface ModelData {
  readonly lexicon: LexiconData;
  /** Hidden units of the part that reads the thread. */
  readonly hidden: number;
  /** [words x outputs] what each word adds. */
  readonly wordWeights: Packed;
  /** Keys of the pairs of words that add something, ascending. */
  readonly pairKeys: Uint32Array;
  /** [pairs x outputs] what each pair adds. */
  readonly pairWeights: Packed;
  /** [signals x outputs]. */
  readonly signalWeights: Float32Array;
  /** [outputs]. */
  readonly bias: Float32Array;
  /** [context x hidden]. */
  readonly contextIn: Float32Array;
  /** [hidden]. */
  readonly contextBias: Float32Array;
  /** [hidden x outputs]. */
  readonly contextOut: Float32Array;
  /** [context x outputs], straight through. */
  readonly contextDirect: Float32Array;
  /** [outputs]. */
  readonly outBias: Float32Array;
  /** Slope and offset that make each output a probability: [outputs x 2]. */
  readonly calibration: Float32Array;
  /** Probability from which an output counts, and last the gate for a message alone: [outputs + 1]. */
  readonly thresholds: Float32Array;
}

/** Packs a table of rows of outputs; the strongest number of each output becomes 127. */
export function pack(values: Float32Array): Packed {
  const scales = new Float32Array(OUTPUTS);
  values.forEach((value, at) => {
    scales[at % OUTPUTS] = Math.max(scales[at % OUTPUTS] ?? 0, Math.abs(value) / 127);
  });
  const codes = Int8Array.from(values, (value, at) => {
    const scale = scales[at % OUTPUTS] ?? 0;
    return scale === 0 ? 0 : Math.round(value / scale);
  });
  return { codes, scales };
}

/** A number that stands for two words, one after the other (`gap` 1) or with one between (`gap` 2). */
export function pairKey(first: number, second: number, gap: number): number {
  let key = Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b) ^ Math.imul(gap, 0xc2b2ae35);
  key = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  key = Math.imul(key ^ (key >>> 12), 0x297a2d39);
  return (key ^ (key >>> 15)) >>> 0;
}
