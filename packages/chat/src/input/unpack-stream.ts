import { ChatReadError } from '../errors.ts';
import type { RandomAccess } from './random-access.ts';
import { dataStart, EntryCheck, LOCAL_SIZE, STORED } from './zip-chat.ts';
import { brokenZip, type ZipEntry } from './zip-directory.ts';

/** Packed bytes that are given to be unpacked at a time: some engines unpack all they are given before they give any. */
const CHUNK = 1 << 14;

type Inflater = ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>;

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
    reader.releaseLock();
  }
}

/** A part of a file as a stream: read when it is asked for, and no sooner. */
class Part {
  /** What went wrong with the file itself, in a list of one. */
  readonly failures: unknown[] = [];
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;

  constructor(file: RandomAccess, from: number, to: number, chunk: number) {
    let at = from;
    this.stream = new ReadableStream(
      {
        pull: async (controller) => {
          if (at >= to) return controller.close();
          const piece = file.read(at, Math.min(to, at + chunk));
          at += chunk;
          piece.catch((error: unknown) => this.failures.push(error));
          controller.enqueue(await piece);
        },
      },
      { highWaterMark: 0 },
    );
  }
}

/** What unpacks; null where the platform has nothing that does. */
function platformInflater(): Inflater | null {
  try {
    return new DecompressionStream('deflate-raw');
  } catch {
    return null;
  }
}

/**
 * Unpacks an entry as its bytes come: what some kilobytes unpack to, and more when that is taken. What follows the end
 * of the packed text is passed over, as zip programs do; platforms take it for damage, so that where they find any, an
 * inflater of our own has the last word.
 * @param file the zip
 * @param entry what its directory says, which is within limits
 * @param chunk packed bytes that are unpacked at a time
 * @throws ChatReadError when it is broken, or unpacks to something else than the directory says; what the file itself
 * fails with, as it is
 */
export async function* unpacked(
  file: RandomAccess,
  entry: ZipEntry,
  chunk = CHUNK,
): AsyncGenerator<Uint8Array> {
  const start = entry.offset + dataStart(await file.read(entry.offset, entry.offset + LOCAL_SIZE));
  const end = start + entry.packedSize;
  if (end > file.size) throw brokenZip();
  const part = () => new Part(file, start, end, chunk);
  if (entry.method === STORED) return yield* checked(part(), entry, null);
  const inflater = platformInflater();
  let given = 0;
  if (inflater !== null) {
    try {
      for await (const piece of checked(part(), entry, inflater)) {
        given += piece.length;
        yield piece;
      }
      return;
    } catch (error) {
      if (!(error instanceof ChatReadError && error.code === 'zip-broken')) throw error;
    }
  }
  const own = (await import('./inflater.ts')).makeInflater();
  for await (const piece of checked(part(), entry, own)) {
    const left = piece.subarray(Math.min(given, piece.length));
    given -= piece.length - left.length;
    if (left.length > 0) yield left;
  }
}

// Unpacks, and checks what comes against what the directory says.
async function* checked(
  { stream, failures }: Part,
  entry: ZipEntry,
  inflater: Inflater | null,
): AsyncGenerator<Uint8Array> {
  const check = new EntryCheck(entry);
  try {
    for await (const piece of piecesOf(inflater === null ? stream : stream.pipeThrough(inflater))) {
      check.add(piece);
      yield piece;
    }
  } catch (error) {
    if (failures.length > 0) throw failures[0];
    // Whatever else an inflater throws is about the bytes: each platform calls that by a name of its own.
    throw error instanceof ChatReadError ? error : brokenZip();
  }
  check.finish();
}
