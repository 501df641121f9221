import { NEWLINE } from '../header/codes.ts';
import { type Encoding, withLineEnds, withoutBom } from './decode.ts';

/** Bytes that are worked on at a time. Few, so that what is done with is swept away at once. */
const WINDOW = 1 << 15;
const encoder = new TextEncoder();

/** Some lines of a chat. */
export interface Window {
  /** In UTF-8, whatever the file is in; good until the next window is asked for. */
  readonly bytes: Uint8Array;
  /** Bytes of the file done with it. */
  readonly done: number;
  readonly isLast: boolean;
}

/** How a file's bytes become lines of UTF-8. */
export interface Spelling {
  readonly encoding: Encoding;
  /** Lines end with a carriage return and nothing else. */
  readonly bareReturns: boolean;
}

// The same in UTF-8, without a byte order mark, and with lines that end in LF.
async function* inUtf8(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, bareReturns }: Spelling,
): AsyncGenerator<{ piece: Uint8Array; done: number }> {
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding);
  let done = 0;
  for await (const read of bytes) {
    let piece = decoder === null ? read : encoder.encode(decoder.decode(read, { stream: true }));
    if (done === 0) piece = withoutBom(piece);
    done += read.length;
    yield { piece: bareReturns ? withLineEnds(piece) : piece, done };
  }
  if (decoder !== null) yield { piece: encoder.encode(decoder.decode()), done };
}

/**
 * Cuts bytes, in pieces of any size, into windows that end with a line. All of them use the same room, so that memory
 * need not be swept for the next.
 * @param bytes a text
 * @param spelling how it is written
 */
export async function* windowsOf(
  bytes: AsyncIterable<Uint8Array>,
  spelling: Spelling,
): AsyncGenerator<Window> {
  let room = new Uint8Array(WINDOW);
  let size = 0;
  let read = 0;
  for await (const { piece, done } of inUtf8(bytes, spelling)) {
    read = done;
    let from = 0;
    while (size + piece.length - from > room.length) {
      const fits = from + room.length - size;
      room.set(piece.subarray(from, fits), size);
      from = fits;
      size = room.length;
      const end = room.lastIndexOf(NEWLINE) + 1;
      if (end > 0) {
        yield { bytes: room.subarray(0, end), done, isLast: false };
        room.copyWithin(0, end);
        size -= end;
      } else {
        // A line longer than the room.
        const wider = new Uint8Array(2 * room.length);
        wider.set(room);
        room = wider;
      }
    }
    room.set(piece.subarray(from), size);
    size += piece.length - from;
  }
  yield { bytes: room.subarray(0, size), done: read, isLast: true };
}
