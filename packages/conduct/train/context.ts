import { CONTEXT_SIZE, contextInput, type Opinion, temper } from '../src/context.ts';
import { OUTPUTS } from '../src/model.ts';
import type { Example, ExampleThread } from './examples.ts';
import { Parameter, sigmoid } from './parameter.ts';
import { Random } from './random.ts';

const BATCH = 16;
const DECAY = 0.002;

/** A thread with the first opinions of its messages, given by models that never saw it. */
export interface Judged {
  readonly thread: ExampleThread;
  readonly opinions: readonly Opinion[];
}

/** The part that reads the thread: a small layer over a message's own opinions and its neighbours'. */
export class Context {
  readonly hidden: number;
  readonly size = CONTEXT_SIZE;
  readonly inward: Parameter;
  readonly inwardBias: Parameter;
  readonly outward: Parameter;
  readonly direct: Parameter;
  readonly bias: Parameter;
  private readonly random: Random;

  constructor(hidden: number, seed: number) {
    const random = new Random(seed);
    this.hidden = hidden;
    this.random = random;
    this.inward = new Parameter(this.size * hidden, random, 1 / Math.sqrt(this.size), DECAY);
    this.inwardBias = new Parameter(hidden, random, 0);
    this.outward = new Parameter(hidden * OUTPUTS, random, 1 / Math.sqrt(hidden), DECAY);
    this.direct = new Parameter(this.size * OUTPUTS, random, 0, DECAY);
    this.bias = new Parameter(OUTPUTS, random, 0);
    for (let o = 0; o < OUTPUTS; o++) this.direct.value[o * OUTPUTS + o] = 3;
  }

  /** Learns from judged threads; each message is also shown alone now and then, as a person typing will show it. */
  learn(judged: readonly Judged[], rounds: number, rate: number): void {
    const lessons: { input: Float64Array; example: Example }[] = [];
    for (const { thread, opinions: given } of judged) {
      const opinions = given.map((opinion) => temper(opinion));
      const senders = thread.examples.map((example) => example.sender);
      thread.examples.forEach((example, at) => {
        const input = new Float64Array(this.size);
        contextInput(opinions, senders, at, input);
        lessons.push({ input, example });
        const own = opinions[at];
        if (own === undefined || this.random.next() >= 0.15) return;
        const alone = new Float64Array(this.size);
        contextInput([own], [''], 0, alone);
        lessons.push({ input: alone, example });
      });
    }
    const steps = rounds * Math.ceil(lessons.length / BATCH);
    let step = 0;
    for (let round = 0; round < rounds; round++) {
      this.random.shuffle(lessons);
      for (let from = 0; from < lessons.length; from += BATCH) {
        const batch = lessons.slice(from, from + BATCH);
        for (const { input, example } of batch) this.gather(input, example, 1 / batch.length);
        step++;
        const now = rate * Math.max(0.05, 1 - step / steps);
        for (const parameter of [this.inward, this.inwardBias, this.outward, this.direct, this.bias])
          parameter.update(now);
      }
    }
  }

  /** Takes a share of what it says of one output off what it says of another, for good. */
  lessen(output: number, by: number, share: number): void {
    for (const { value } of [this.outward, this.direct, this.bias]) {
      for (let row = 0; row < value.length; row += OUTPUTS) {
        value[row + output] = (value[row + output] ?? 0) - share * (value[row + by] ?? 0);
      }
    }
  }

  /** What the thread makes of its messages, before it is made a probability. */
  ask({ thread, opinions }: Judged): Float32Array[] {
    const senders = thread.examples.map((example) => example.sender);
    const input = new Float64Array(this.size);
    const tempered = opinions.map((opinion) => temper(opinion));
    return thread.examples.map((_, at) => {
      contextInput(tempered, senders, at, input);
      return this.pass(input).out;
    });
  }

  private pass(input: Float64Array): { layer: Float32Array; out: Float32Array } {
    const layer = Float32Array.from(this.inwardBias.value);
    const out = Float32Array.from(this.bias.value);
    for (let i = 0; i < this.size; i++) {
      const value = input[i] ?? 0;
      if (value === 0) continue;
      for (let k = 0; k < this.hidden; k++)
        layer[k] = (layer[k] ?? 0) + value * (this.inward.value[i * this.hidden + k] ?? 0);
      for (let o = 0; o < OUTPUTS; o++)
        out[o] = (out[o] ?? 0) + value * (this.direct.value[i * OUTPUTS + o] ?? 0);
    }
    for (let k = 0; k < this.hidden; k++) {
      const value = layer[k] ?? 0;
      if (value <= 0) layer[k] = 0;
      else
        for (let o = 0; o < OUTPUTS; o++)
          out[o] = (out[o] ?? 0) + value * (this.outward.value[k * OUTPUTS + o] ?? 0);
    }
    return { layer, out };
  }

  private gather(input: Float64Array, example: Example, share: number): void {
    const { hidden } = this;
    const { layer, out } = this.pass(input);
    const slope = new Float32Array(OUTPUTS);
    for (let o = 0; o < OUTPUTS; o++) {
      slope[o] = (sigmoid(out[o] ?? 0) - (example.target[o] ?? 0)) * (example.weight[o] ?? 0) * share;
      this.bias.gradient[o] = (this.bias.gradient[o] ?? 0) + (slope[o] ?? 0);
    }
    const back = new Float32Array(hidden);
    for (let k = 0; k < hidden; k++) {
      const value = layer[k] ?? 0;
      if (value === 0) continue;
      for (let o = 0; o < OUTPUTS; o++) {
        const place = k * OUTPUTS + o;
        this.outward.gradient[place] = (this.outward.gradient[place] ?? 0) + value * (slope[o] ?? 0);
        back[k] = (back[k] ?? 0) + (this.outward.value[place] ?? 0) * (slope[o] ?? 0);
      }
      this.inwardBias.gradient[k] = (this.inwardBias.gradient[k] ?? 0) + (back[k] ?? 0);
    }
    for (let i = 0; i < this.size; i++) {
      const value = input[i] ?? 0;
      if (value === 0) continue;
      for (let k = 0; k < hidden; k++) {
        const place = i * hidden + k;
        this.inward.gradient[place] = (this.inward.gradient[place] ?? 0) + value * (back[k] ?? 0);
      }
      for (let o = 0; o < OUTPUTS; o++) {
        const place = i * OUTPUTS + o;
        this.direct.gradient[place] = (this.direct.gradient[place] ?? 0) + value * (slope[o] ?? 0);
      }
    }
  }
}
