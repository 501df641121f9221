/** Bits of the sieve that turns most unknown keys away before the table is searched: 64 kB, which stays near the core. */
const SIEVE = 1 << 19;

/** Finds a pair's row by its key: open addressing over a table at least twice as large as its content. */
export class PairTable {
  private readonly keys: Uint32Array;
  private readonly rows: Int32Array;
  private readonly mask: number;
  private readonly sieve = new Uint32Array(SIEVE >> 5);

  /** @param keys the keys; a key's row is its place among them */
  constructor(keys: Uint32Array) {
    let size = 1024;
    while (size < keys.length * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Uint32Array(size);
    this.rows = new Int32Array(size).fill(-1);
    keys.forEach((key, row) => {
      const bit = key & (SIEVE - 1);
      this.sieve[bit >> 5] = (this.sieve[bit >> 5] ?? 0) | (1 << (bit & 31));
      let slot = key & this.mask;
      while (this.rows[slot] !== -1) slot = (slot + 1) & this.mask;
      this.keys[slot] = key;
      this.rows[slot] = row;
    });
  }

  /** The pair's row, or -1 when it adds nothing. */
  row(key: number): number {
    const bit = key & (SIEVE - 1);
    if ((((this.sieve[bit >> 5] ?? 0) >>> (bit & 31)) & 1) === 0) return -1;
    let slot = key & this.mask;
    for (;;) {
      const row = this.rows[slot] ?? -1;
      if (row === -1 || this.keys[slot] === key) return row;
      slot = (slot + 1) & this.mask;
    }
  }
}
