import { tooLong } from '../errors.ts';
import { NEWLINE } from '../header/codes.ts';
import { type Encoding, withLineEnds, withoutBom } from './decode.ts';

/** Bytes that are worked on at a time. Few, so that what is done with is swept away at once. */
const WINDOW = 1 << 15;
/** Bytes of the longest line and of the longest message that there may be. */
export const LONGEST_MESSAGE = 32 << 20;
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
 * need not be swept for the next, save for a line that is longer than it.
 * @param bytes a text
 * @param spelling how it is written
 * @throws ChatReadError when a line is far longer than any chat has
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
        size -= end;
        room = moved(room, end, size, WINDOW);
      } else {
        // A line longer than the room.
        if (size >= LONGEST_MESSAGE) throw tooLong();
        room = moved(room, 0, size, 2 * size);
      }
    }
    room.set(piece.subarray(from), size);
    size += piece.length - from;
  }
  yield { bytes: room.subarray(0, size), done: read, isLast: true };
}

/**
 * Moves what stands in a room from a place on to its beginning; into another room where there is a fitter one.
 * @param room where it stands
 * @param from where it begins
 * @param size how much it is
 * @param wanted bytes that the room should have: more are given where they are needed, and taken back when they are not
 */
export function moved(
  room: Uint8Array<ArrayBuffer>,
  from: number,
  size: number,
  wanted: number,
): Uint8Array<ArrayBuffer> {
  if (room.length === wanted || size > wanted) return room.copyWithin(0, from, from + size);
  const other = new Uint8Array(wanted);
  other.set(room.subarray(from, from + size));
  return other;
}
