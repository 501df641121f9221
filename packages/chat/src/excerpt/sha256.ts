// SHA-256 as FIPS 180-4 defines it. The browser's own is asynchronous, which would cost far more for a million small
// hashes than the hashing itself.

const ROUNDS = 64;

// The constants are the first 32 bits of the fractions of square and cube roots of the first primes.
function fractionBits(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

const PRIMES = firstPrimes(ROUNDS);
const K = Int32Array.from(PRIMES, (prime) => fractionBits(Math.cbrt(prime)));
const INITIAL = Int32Array.from(PRIMES.slice(0, 8), (prime) => fractionBits(Math.sqrt(prime)));

/** A SHA-256 hash in the making; one object may be used for any number of hashes. */
export class Sha256 {
  readonly #state = new Int32Array(8);
  readonly #words = new Int32Array(ROUNDS);
  readonly #block = new Uint8Array(64);
  #filled = 0;
  #length = 0;

  constructor() {
    this.reset();
  }

  /** Begins a new hash. */
  reset(): this {
    this.#state.set(INITIAL);
    this.#filled = 0;
    this.#length = 0;
    return this;
  }

  /** Takes more bytes. */
  update(bytes: Uint8Array): this {
    this.#length += bytes.length;
    let at = 0;
    while (at < bytes.length) {
      const take = Math.min(64 - this.#filled, bytes.length - at);
      if (take === 64) this.#compress(bytes, at);
      else {
        this.#block.set(bytes.subarray(at, at + take), this.#filled);
        this.#filled += take;
        if (this.#filled === 64) {
          this.#compress(this.#block, 0);
          this.#filled = 0;
        }
      }
      at += take;
    }
    return this;
  }

  /** Ends the hash and writes its 32 bytes into `out` at `offset`. */
  digestInto(out: Uint8Array, offset: number): void {
    const block = this.#block;
    block[this.#filled] = 0x80;
    block.fill(0, this.#filled + 1);
    if (this.#filled >= 56) {
      this.#compress(block, 0);
      block.fill(0);
    }
    const view = new DataView(block.buffer);
    view.setUint32(56, Math.floor(this.#length / 2 ** 29));
    view.setUint32(60, (this.#length << 3) >>> 0);
    this.#compress(block, 0);
    for (let at = 0; at < 8; at += 1) {
      const word = this.#state[at] ?? 0;
      out[offset + at * 4] = word >>> 24;
      out[offset + at * 4 + 1] = word >>> 16;
      out[offset + at * 4 + 2] = word >>> 8;
      out[offset + at * 4 + 3] = word;
    }
  }

  /** Ends the hash. */
  digest(): Uint8Array {
    const out = new Uint8Array(32);
    this.digestInto(out, 0);
    return out;
  }

  #compress(bytes: Uint8Array, from: number): void {
    const words = this.#words;
    for (let at = 0; at < 16; at += 1) {
      const place = from + at * 4;
      words[at] =
        ((bytes[place] ?? 0) << 24) |
        ((bytes[place + 1] ?? 0) << 16) |
        ((bytes[place + 2] ?? 0) << 8) |
        (bytes[place + 3] ?? 0);
    }
    for (let at = 16; at < ROUNDS; at += 1) {
      const early = words[at - 15] ?? 0;
      const late = words[at - 2] ?? 0;
      const small0 = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3);
      const small1 = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10);
      words[at] = ((words[at - 16] ?? 0) + small0 + (words[at - 7] ?? 0) + small1) | 0;
    }
    const state = this.#state;
    let a = state[0] ?? 0;
    let b = state[1] ?? 0;
    let c = state[2] ?? 0;
    let d = state[3] ?? 0;
    let e = state[4] ?? 0;
    let f = state[5] ?? 0;
    let g = state[6] ?? 0;
    let h = state[7] ?? 0;
    for (let at = 0; at < ROUNDS; at += 1) {
      const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const first = (h + big1 + ((e & f) ^ (~e & g)) + (K[at] ?? 0) + (words[at] ?? 0)) | 0;
      const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    state[0] = (state[0] ?? 0) + a;
    state[1] = (state[1] ?? 0) + b;
    state[2] = (state[2] ?? 0) + c;
    state[3] = (state[3] ?? 0) + d;
    state[4] = (state[4] ?? 0) + e;
    state[5] = (state[5] ?? 0) + f;
    state[6] = (state[6] ?? 0) + g;
    state[7] = (state[7] ?? 0) + h;
  }
}

/** Bytes as lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte < 16 ? `0${byte.toString(16)}` : byte.toString(16);
  return hex;
}

/**
 * Bytes from hexadecimal.
 * @param hex an even number of lower-case digits; {@link isHash} says whether a string is fit
 */
export function fromHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16),
  );
}

/** Is this a SHA-256 hash in lower-case hexadecimal? */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[\da-f]{64}$/.test(value);
}
