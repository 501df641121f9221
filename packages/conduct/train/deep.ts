import { OUTPUTS } from '../src/model.ts';
import { SIGNALS } from '../src/reading.ts';
import type { Example } from './examples.ts';
import { Parameter, sigmoid } from './parameter.ts';
import { Random } from './random.ts';

/** Settings of the pattern network. */
export interface DeepSettings {
  readonly width: number;
  readonly filters: number;
  readonly rounds: number;
  readonly batch: number;
  readonly rate: number;
  /** Share of patterns hidden at each step, so that none is relied on alone. */
  readonly hide: number;
  /** Share of words hidden at each step. */
  readonly hideWords: number;
}

const UNKNOWN = 1;
const FIRST_ORDINARY = 7;

/** What the network made of a message: its strongest patterns and where each stood. */
interface Pass {
  readonly places: Int32Array;
  readonly found: Float32Array;
  readonly at: Int32Array;
  readonly out: Float32Array;
}

/** The projections of the words of a batch, each worked out once. */
interface Projection {
  readonly place: ReadonlyMap<number, number>;
  readonly words: readonly number[];
  readonly table: Float32Array;
}

/**
 * Looks for patterns of three words in a row (a small convolution), keeps the strongest of each, and weighs them.
 * Being a sum of one table look-up a word, it is as quick at run time as a word list.
 */
export class Deep {
  readonly settings: DeepSettings;
  readonly vectors: Parameter;
  readonly patterns: Parameter;
  readonly patternBias: Parameter;
  readonly weights: Parameter;
  readonly signals: Parameter;
  readonly bias: Parameter;
  private readonly random: Random;

  constructor(settings: DeepSettings, vectors: Float32Array, seed: number) {
    const random = new Random(seed);
    const { width, filters } = settings;
    this.settings = settings;
    this.random = random;
    this.vectors = new Parameter(vectors.length, random, 0);
    this.vectors.value.set(vectors);
    this.patterns = new Parameter(3 * width * filters, random, 1 / Math.sqrt(3 * width), 0.01);
    this.patternBias = new Parameter(filters, random, 0);
    this.weights = new Parameter(filters * OUTPUTS, random, 0.5 / Math.sqrt(filters), 0.01);
    this.signals = new Parameter(SIGNALS.length * OUTPUTS, random, 0.01, 0.01);
    this.bias = new Parameter(OUTPUTS, random, 0);
    this.bias.value.fill(-2.5);
  }

  /** Learns from the examples, in rounds of small batches, with a falling rate. */
  learn(examples: readonly Example[]): void {
    const { rounds, batch, rate } = this.settings;
    const order = [...examples];
    const steps = rounds * Math.ceil(order.length / batch);
    let step = 0;
    for (let round = 0; round < rounds; round++) {
      this.random.shuffle(order);
      for (let from = 0; from < order.length; from += batch) {
        this.step(
          order.slice(from, from + batch),
          rate * Math.min(1, step / 50) * Math.max(0.02, 1 - step / steps),
        );
        step++;
      }
    }
  }

  /** What the network says of messages, before it is made a probability. */
  ask(examples: readonly Example[]): Float32Array[] {
    const texts = examples.map((example) => example.words);
    const projection = this.project(texts);
    return examples.map((example) => this.pass(example.words, example.signals, projection, false).out);
  }

  private project(texts: readonly Int32Array[]): Projection {
    const { width, filters } = this.settings;
    const place = new Map<number, number>();
    const words: number[] = [];
    for (const text of texts) {
      for (const word of text) {
        if (place.has(word)) continue;
        place.set(word, words.length);
        words.push(word);
      }
    }
    const table = new Float32Array(words.length * 3 * filters);
    const vectors = this.vectors.value;
    const patterns = this.patterns.value;
    words.forEach((word, at) => {
      for (let k = 0; k < 3; k++) {
        const to = (at * 3 + k) * filters;
        for (let d = 0; d < width; d++) {
          const value = vectors[word * width + d] ?? 0;
          const from = (k * width + d) * filters;
          for (let f = 0; f < filters; f++)
            table[to + f] = (table[to + f] ?? 0) + value * (patterns[from + f] ?? 0);
        }
      }
    });
    return { place, words, table };
  }

  private pass(
    text: Int32Array,
    signals: readonly number[],
    projection: Projection,
    learning: boolean,
  ): Pass {
    const { filters, hide } = this.settings;
    const { table } = projection;
    const bias = this.patternBias.value;
    const places = text.map((word) => projection.place.get(word) ?? 0);
    const found = new Float32Array(filters);
    const at = new Int32Array(filters).fill(-1);
    for (let i = 0; i + 2 < text.length; i++) {
      const a = (places[i] ?? 0) * 3 * filters;
      const b = ((places[i + 1] ?? 0) * 3 + 1) * filters;
      const c = ((places[i + 2] ?? 0) * 3 + 2) * filters;
      for (let f = 0; f < filters; f++) {
        const sum = (table[a + f] ?? 0) + (table[b + f] ?? 0) + (table[c + f] ?? 0) + (bias[f] ?? 0);
        if (sum > (found[f] ?? 0)) {
          found[f] = sum;
          at[f] = i;
        }
      }
    }
    if (learning) {
      for (let f = 0; f < filters; f++) {
        if (this.random.next() < hide) {
          found[f] = 0;
          at[f] = -1;
        } else found[f] = (found[f] ?? 0) / (1 - hide);
      }
    }
    const out = Float32Array.from(this.bias.value);
    const weights = this.weights.value;
    for (let f = 0; f < filters; f++) {
      const strength = found[f] ?? 0;
      if (strength === 0) continue;
      for (let o = 0; o < OUTPUTS; o++) out[o] = (out[o] ?? 0) + strength * (weights[f * OUTPUTS + o] ?? 0);
    }
    for (const signal of signals) {
      for (let o = 0; o < OUTPUTS; o++)
        out[o] = (out[o] ?? 0) + (this.signals.value[signal * OUTPUTS + o] ?? 0);
    }
    return { places, found, at, out };
  }

  private step(examples: readonly Example[], rate: number): void {
    const { filters, hide, hideWords } = this.settings;
    const texts = examples.map((example) =>
      example.words.map((word) =>
        word >= FIRST_ORDINARY && this.random.next() < hideWords ? UNKNOWN : word,
      ),
    );
    const projection = this.project(texts);
    const slopes = new Float32Array(projection.table.length);
    const share = 1 / examples.length;
    examples.forEach((example, which) => {
      const pass = this.pass(texts[which] ?? example.words, example.signals, projection, true);
      const slope = this.outputSlope(example, pass, share);
      for (let f = 0; f < filters; f++) {
        const at = pass.at[f] ?? -1;
        if (at < 0) continue;
        const strength = pass.found[f] ?? 0;
        let back = 0;
        for (let o = 0; o < OUTPUTS; o++) {
          const g = slope[o] ?? 0;
          const place = f * OUTPUTS + o;
          this.weights.gradient[place] = (this.weights.gradient[place] ?? 0) + strength * g;
          back += (this.weights.value[place] ?? 0) * g;
        }
        back /= 1 - hide;
        this.patternBias.gradient[f] = (this.patternBias.gradient[f] ?? 0) + back;
        for (let k = 0; k < 3; k++) {
          const place = ((pass.places[at + k] ?? 0) * 3 + k) * filters + f;
          slopes[place] = (slopes[place] ?? 0) + back;
        }
      }
    });
    this.learnWords(projection, slopes, rate);
    for (const parameter of [this.patterns, this.patternBias, this.weights, this.signals, this.bias])
      parameter.update(rate);
  }

  private outputSlope(example: Example, pass: Pass, share: number): Float32Array {
    const slope = new Float32Array(OUTPUTS);
    for (let o = 0; o < OUTPUTS; o++) {
      const g = (sigmoid(pass.out[o] ?? 0) - (example.target[o] ?? 0)) * (example.weight[o] ?? 0) * share;
      slope[o] = g;
      this.bias.gradient[o] = (this.bias.gradient[o] ?? 0) + g;
      for (const signal of example.signals) {
        const place = signal * OUTPUTS + o;
        this.signals.gradient[place] = (this.signals.gradient[place] ?? 0) + g;
      }
    }
    return slope;
  }

  private learnWords(projection: Projection, slopes: Float32Array, rate: number): void {
    const { width, filters } = this.settings;
    const { value: vectors, gradient } = this.vectors;
    const { value: patterns, gradient: patternGradient } = this.patterns;
    projection.words.forEach((word, at) => {
      for (let k = 0; k < 3; k++) {
        const from = (at * 3 + k) * filters;
        for (let d = 0; d < width; d++) {
          const value = vectors[word * width + d] ?? 0;
          const to = (k * width + d) * filters;
          let back = 0;
          for (let f = 0; f < filters; f++) {
            const slope = slopes[from + f] ?? 0;
            patternGradient[to + f] = (patternGradient[to + f] ?? 0) + value * slope;
            back += (patterns[to + f] ?? 0) * slope;
          }
          gradient[word * width + d] = (gradient[word * width + d] ?? 0) + back;
        }
      }
      if (word === 0) gradient.fill(0, 0, width);
      else this.vectors.update(rate, word * width, (word + 1) * width);
    });
  }
}
