/** Puts pieces of bytes together in a room of a known size. */
export class Joined {
  readonly bytes: Uint8Array<ArrayBuffer>;
  #at = 0;

  /** @param size bytes there is room for */
  constructor(size: number) {
    this.bytes = new Uint8Array(size);
  }

  /**
   * Adds a piece. What there is no room for is left out.
   * @returns whether the room is full
   */
  add(piece: Uint8Array): boolean {
    const fits = piece.subarray(0, this.bytes.length - this.#at);
    this.bytes.set(fits, this.#at);
    this.#at += fits.length;
    return this.#at === this.bytes.length;
  }
}
