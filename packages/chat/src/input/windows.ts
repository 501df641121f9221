import { ChatReadError, emptyFile, somethingElse } from '../errors.ts';
import { decode, type Encoding, encodingOf, withLineEnds, withoutBom } from './decode.ts';
import { isZip, whatItIs } from './identify.ts';
import { join } from './join.ts';
import { BEGINNING, type ChatTest, filesBeside, MOST_TEXTS } from './open.ts';
import { chatCandidates, checkEntry, dataStart, LOCAL_SIZE, Unpacker, zipWithoutChat } from './zip-chat.ts';
import { findDirectory, readDirectory, TAIL, type ZipEntry } from './zip-directory.ts';

const RETURN = 13;
const NEWLINE = 10;
const encoder = new TextEncoder();
/** Bytes that are worked on at a time. Few, so that what is done with is swept away at once. */
const WINDOW = 1 << 15;
/** Bytes looked at to tell what a file is. */
const HEAD = 8192;

/** A chat that can be gone through piece by piece, as often as needed, without being held whole. */
export interface ChatFile {
  readonly encoding: Encoding;
  /** Name of the chat inside the zip; null when it did not come in a zip. */
  readonly fileInZip: string | null;
  readonly files: ReadonlyMap<string, number> | null;
  /** Bytes that are gone through, packed or not; for progress. */
  readonly size: number;
  /** Goes through the text from its start, some whole lines at a time. */
  windows(): AsyncGenerator<Window>;
}

/** Some lines of a chat. */
export interface Window {
  /** In UTF-8, whatever the file is in. */
  readonly bytes: Uint8Array;
  /** Bytes of the file done with it. */
  readonly done: number;
  readonly isLast: boolean;
}

async function bytesOf(blob: Blob, from: number, to: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(from, to).arrayBuffer());
}

async function* bytesIn(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
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

// Where the packed bytes of an entry begin.
async function dataOf(blob: Blob, entry: ZipEntry): Promise<number> {
  return entry.offset + dataStart(await bytesOf(blob, entry.offset, entry.offset + LOCAL_SIZE));
}

// Unpacks an entry as its bytes come.
async function* unpacked(blob: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const start = await dataOf(blob, entry);
  let ready: Uint8Array[] = [];
  const unpacker = new Unpacker(entry, (bytes) => ready.push(bytes.slice()));
  for await (const packed of bytesIn(blob.slice(start, start + entry.packedSize))) {
    unpacker.push(packed);
    yield* ready;
    ready = [];
  }
  unpacker.finish();
}

// Bare carriage returns end lines only in files from very old editors, and where a file was cut. One at the end of what
// was looked at may be half of a line end.
function hasBareReturns(head: Uint8Array, size: number): boolean {
  const first = head.indexOf(RETURN);
  return first >= 0 && (first + 1 < head.length || head.length === size) && !head.includes(NEWLINE);
}

// The same in UTF-8, without a byte order mark, and with lines that end in LF.
async function* inUtf8(
  bytes: AsyncGenerator<Uint8Array>,
  encoding: Encoding,
  bareReturns: boolean,
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

// Cuts pieces, however large, into windows that end with a line.
async function* windowsOf(
  pieces: AsyncGenerator<{ piece: Uint8Array; done: number }>,
): AsyncGenerator<Window> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let read = 0;
  for await (const { piece, done } of pieces) {
    read = done;
    let from = 0;
    for (;;) {
      const enough = Math.max(from, from + WINDOW - size);
      const before = enough < piece.length ? piece.lastIndexOf(NEWLINE, enough) : -1;
      const end = before >= from || enough >= piece.length ? before : piece.indexOf(NEWLINE, enough);
      if (end < 0) break;
      yield { bytes: join([...parts, piece.subarray(from, end + 1)]), done, isLast: false };
      parts = [];
      size = 0;
      from = end + 1;
    }
    parts.push(piece.subarray(from));
    size += piece.length - from;
  }
  yield { bytes: join(parts), done: read, isLast: true };
}

// What an entry begins with: no more is unpacked than is looked at.
async function headOf(blob: Blob, entry: ZipEntry): Promise<Uint8Array> {
  const start = await dataOf(blob, entry);
  const pieces: Uint8Array[] = [];
  const unpacker = new Unpacker(entry, (piece) => pieces.push(piece.slice()));
  unpacker.push(await bytesOf(blob, start, start + Math.min(entry.packedSize, BEGINNING)));
  return join(pieces).subarray(0, BEGINNING);
}

function encodingOrThrow(head: Uint8Array): Encoding {
  const encoding = encodingOf(head);
  const what = encoding === 'utf-8' ? whatItIs(head) : null;
  if (what !== null) throw somethingElse(what);
  return encoding;
}

/**
 * Opens a chat that is too big to be held: a text, or the text in a zip.
 * @param blob the file
 * @param isChat asked for the beginning of each text of a zip
 * @throws ChatReadError when there is no text in it, or it cannot be unpacked
 */
export async function openFile(blob: Blob, isChat: ChatTest): Promise<ChatFile> {
  if (blob.size === 0) throw emptyFile();
  const head = await bytesOf(blob, 0, HEAD);
  if (!isZip(head)) {
    const encoding = encodingOrThrow(head);
    const windows = () => windowsOf(inUtf8(bytesIn(blob), encoding, hasBareReturns(head, blob.size)));
    return { encoding, fileInZip: null, files: null, size: blob.size, windows };
  }
  const place = findDirectory(await bytesOf(blob, Math.max(0, blob.size - TAIL), blob.size), blob.size);
  const entries = readDirectory(await bytesOf(blob, place.offset, place.offset + place.size), place.entries);
  const { entry, encoding, head: begin } = await pickChat(blob, entries, isChat);
  return {
    encoding,
    fileInZip: entry.name,
    files: filesBeside(entries, entry),
    size: entry.size,
    windows: () => windowsOf(inUtf8(unpacked(blob, entry), encoding, hasBareReturns(begin, entry.size))),
  };
}

/** The text of a zip that is the chat, and what it begins with. */
interface Picked {
  readonly entry: ZipEntry;
  readonly encoding: Encoding;
  readonly head: Uint8Array;
}

// As `openExport` does, with no more unpacked of any text than its beginning.
async function pickChat(blob: Blob, entries: readonly ZipEntry[], isChat: ChatTest): Promise<Picked> {
  const candidates = chatCandidates(entries);
  let failure: ChatReadError | null = null;
  let fallback: Picked | null = null;
  for (const entry of candidates.slice(0, MOST_TEXTS)) {
    try {
      checkEntry(entry);
      const head = await headOf(blob, entry);
      const picked = { entry, head, encoding: encodingOrThrow(head) };
      if (candidates.length === 1 || isChat(decode(head).letters)) return picked;
      fallback ??= picked;
    } catch (error) {
      if (!(error instanceof ChatReadError)) throw error;
      failure ??= error;
    }
  }
  if (failure !== null) throw failure;
  if (fallback !== null) return fallback;
  throw zipWithoutChat(entries);
}
