import { dataStart, EntryCheck, LOCAL_SIZE, STORED } from './zip-chat.ts';
import { brokenZip, type ZipEntry } from './zip-directory.ts';

/** Gives some bytes of a file. */
export async function bytesOf(blob: Blob, from: number, to: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(from, to).arrayBuffer());
}

/** Goes through a stream's pieces, also where streams are not iterable (Safari). */
export async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

/**
 * Unpacks an entry as its bytes come: some kilobytes, and more of them when they are taken.
 * @param blob the zip
 * @param entry what its directory says, which is within limits
 * @throws ChatReadError when it is broken, or unpacks to something else than the directory says
 */
export async function* unpacked(blob: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const start = entry.offset + dataStart(await bytesOf(blob, entry.offset, entry.offset + LOCAL_SIZE));
  const packed = blob.slice(start, start + entry.packedSize);
  if (packed.size < entry.packedSize) throw brokenZip();
  const check = new EntryCheck(entry);
  const stream = packed.stream();
  const isStored = entry.method === STORED;
  try {
    for await (const piece of piecesOf(
      isStored ? stream : stream.pipeThrough(new DecompressionStream('deflate-raw')),
    )) {
      check.add(piece);
      yield piece;
    }
  } catch (error) {
    // So the platform calls bytes that are broken or cut short (Compression Streams, 5).
    throw error instanceof TypeError ? brokenZip() : error;
  }
  check.finish();
}
