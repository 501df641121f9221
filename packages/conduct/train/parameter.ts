import type { Random } from './random.ts';

/** A table of weights with its gradient and the two running means of Adam. */
export class Parameter {
  readonly value: Float32Array;
  readonly gradient: Float32Array;
  private readonly mean: Float32Array;
  private readonly square: Float32Array;
  private readonly decay: number;

  /** @param scale deviation of the first weights; @param decay pull towards nothing at each step */
  constructor(size: number, random: Random, scale: number, decay = 0) {
    this.value = Float32Array.from({ length: size }, () => (scale === 0 ? 0 : random.normal() * scale));
    this.gradient = new Float32Array(size);
    this.mean = new Float32Array(size);
    this.square = new Float32Array(size);
    this.decay = decay;
  }

  /** One step of AdamW over the weights [from, to); their gradient starts again at nothing. */
  update(rate: number, from = 0, to = this.value.length): void {
    const { value, gradient, mean, square, decay } = this;
    for (let i = from; i < to; i++) {
      const slope = gradient[i] ?? 0;
      const m = 0.9 * (mean[i] ?? 0) + 0.1 * slope;
      const v = 0.999 * (square[i] ?? 0) + 0.001 * slope * slope;
      mean[i] = m;
      square[i] = v;
      const weight = value[i] ?? 0;
      value[i] = weight - rate * (m / (Math.sqrt(v) + 1e-6) + decay * weight);
      gradient[i] = 0;
    }
  }
}

/** 1 / (1 + e^-x). */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
