/** Bits of the sieve that turns most unknown keys away before the table is searched: 64 kB, which stays near the core. */
const SIEVE = 1 << 19;
/** A slot holds a row, counted from 1, in its lower half and the upper half of the row's key above it. */
const ROW = 0xffff;

/** Finds a pair's row by its key: open addressing over a table half as large again as its content, or more. */
export class PairTable {
  private readonly keys: Uint32Array;
  private readonly slots: Uint32Array;
  private readonly mask: number;
  private readonly sieve = new Uint32Array(SIEVE >> 5);

  /** @param keys the keys, at most 65,535; a key's row is its place among them */
  constructor(keys: Uint32Array) {
    if (keys.length > ROW) throw new RangeError(`A table holds at most ${ROW} pairs, not ${keys.length}.`);
    let size = 1024;
    while (size * 2 < keys.length * 3) size *= 2;
    this.mask = size - 1;
    this.keys = keys;
    this.slots = new Uint32Array(size);
    keys.forEach((key, row) => {
      const bit = key & (SIEVE - 1);
      this.sieve[bit >> 5] = (this.sieve[bit >> 5] ?? 0) | (1 << (bit & 31));
      let slot = key & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = (key & ~ROW) | (row + 1);
    });
  }

  /** The pair's row, or -1 when it adds nothing. */
  row(key: number): number {
    const bit = key & (SIEVE - 1);
    if ((((this.sieve[bit >> 5] ?? 0) >>> (bit & 31)) & 1) === 0) return -1;
    let slot = key & this.mask;
    for (;;) {
      const held = this.slots[slot] ?? 0;
      if (held === 0) return -1;
      if (((held ^ key) & ~ROW) === 0 && this.keys[(held & ROW) - 1] === key) return (held & ROW) - 1;
      slot = (slot + 1) & this.mask;
    }
  }
}
