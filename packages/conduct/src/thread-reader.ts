import { CONTEXT_SIZE, contextInput } from './context.ts';
import { type ModelData, OUTPUTS } from './model.ts';

/** Columns worked out at once. */
const STRIP = 4;

/**
 * Reads what a thread says about one of its messages: a small layer over the message's opinion and its neighbours'.
 * The columns of both ways through it, by the layer and straight, lie in strips of four, so that each number of the
 * input is fetched once for four sums that stay in registers.
 */
export class ThreadReader {
  private readonly hidden: number;
  private readonly columns: number;
  private readonly strips: Float32Array;
  private readonly offsets: Float64Array;
  private readonly outward: Float64Array;
  private readonly sums: Float64Array;
  private readonly input = new Float64Array(CONTEXT_SIZE);

  constructor({ hidden, contextIn, contextBias, contextOut, contextDirect, outBias }: ModelData) {
    this.hidden = hidden;
    this.columns = Math.ceil((hidden + OUTPUTS) / STRIP) * STRIP;
    this.strips = new Float32Array(this.columns * CONTEXT_SIZE);
    this.offsets = new Float64Array(this.columns);
    this.sums = new Float64Array(this.columns);
    this.outward = Float64Array.from(contextOut);
    for (let column = 0; column < hidden + OUTPUTS; column++) {
      const o = column - hidden;
      this.offsets[column] = (o < 0 ? contextBias[column] : outBias[o]) ?? 0;
      const strip = column - (column % STRIP);
      for (let i = 0; i < CONTEXT_SIZE; i++) {
        const weight = o < 0 ? contextIn[i * hidden + column] : contextDirect[i * OUTPUTS + o];
        this.strips[strip * CONTEXT_SIZE + i * STRIP + (column % STRIP)] = weight ?? 0;
      }
    }
  }

  /**
   * What the thread makes of the message at `at`, before it is made a probability.
   * @param opinions tempered, one a message
   * @param out receives one number an output
   */
  read(opinions: readonly Float64Array[], senders: readonly string[], at: number, out: Float64Array): void {
    const { hidden, columns, strips, offsets, outward, sums, input } = this;
    contextInput(opinions, senders, at, input);
    // A message alone has only its own opinion: what follows it in the input is nothing.
    const filled = opinions.length === 1 ? OUTPUTS : CONTEXT_SIZE;
    for (let column = 0; column < columns; column += STRIP) {
      let a = offsets[column] ?? 0;
      let b = offsets[column + 1] ?? 0;
      let c = offsets[column + 2] ?? 0;
      let d = offsets[column + 3] ?? 0;
      let place = column * CONTEXT_SIZE;
      for (let i = 0; i < filled; i++) {
        const value = input[i] ?? 0;
        a += value * (strips[place] ?? 0);
        b += value * (strips[place + 1] ?? 0);
        c += value * (strips[place + 2] ?? 0);
        d += value * (strips[place + 3] ?? 0);
        place += STRIP;
      }
      sums[column] = a;
      sums[column + 1] = b;
      sums[column + 2] = c;
      sums[column + 3] = d;
    }
    for (let o = 0; o < OUTPUTS; o++) out[o] = sums[hidden + o] ?? 0;
    for (let k = 0; k < hidden; k++) {
      const value = sums[k] ?? 0;
      if (value <= 0) continue;
      for (let o = 0; o < OUTPUTS; o++) out[o] = (out[o] ?? 0) + value * (outward[k * OUTPUTS + o] ?? 0);
    }
  }
}
