/** Bytes that can be asked for by their place, in whatever they lie. */
export interface RandomAccess {
  readonly size: number;
  /** Gives those from one place up to another, fewer at the end. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** A file's bytes: no more is read of it than what is asked for. */
export function inBlob(blob: Blob): RandomAccess {
  return {
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  };
}

/** Bytes at hand. */
export function inBytes(bytes: Uint8Array): RandomAccess {
  return { size: bytes.length, read: async (from, to) => new Uint8Array(bytes.subarray(from, to)) };
}
