import { OUTPUTS } from './model.ts';

const SHARES = 64;
const SHARE = OUTPUTS * Float64Array.BYTES_PER_ELEMENT;

/**
 * Cuts tables of one number an output from a larger one. By itself each would get memory outside the engine's own heap,
 * which takes ten times as long. A table keeps its 63 neighbours in memory.
 */
export class Room {
  private block = new ArrayBuffer(SHARES * SHARE);
  private taken = 0;

  /** A new table of zeros. */
  next(): Float64Array {
    if (this.taken === SHARES) {
      this.block = new ArrayBuffer(SHARES * SHARE);
      this.taken = 0;
    }
    return new Float64Array(this.block, SHARE * this.taken++, OUTPUTS);
  }
}
