import { ChatReadError, emptyFile, somethingElse } from '../errors.ts';
import { type Encoding, encodingOf } from './decode.ts';
import { isZip, whatItIs } from './identify.ts';
import { filesBeside } from './open.ts';
import { chatCandidates, checkEntry, dataStart, LOCAL_SIZE, Unpacker, zipWithoutChat } from './zip-chat.ts';
import { brokenZip, findDirectory, readDirectory, TAIL, type ZipEntry } from './zip-directory.ts';

/** Bytes looked at to tell what a file is. */
const HEAD = 8192;
/** Texts of a zip that are tried. */
const MOST_TEXTS = 20;

/** A chat that can be gone through piece by piece, as often as needed, without being held whole. */
export interface ChatFile {
  readonly encoding: Encoding;
  /** Name of the chat inside the zip; null when it did not come in a zip. */
  readonly fileInZip: string | null;
  readonly files: ReadonlyMap<string, number> | null;
  /** Bytes that are gone through, packed or not; for progress. */
  readonly size: number;
  /** Goes through the text from its start. */
  pieces(): AsyncGenerator<{ readonly text: string; readonly done: number }>;
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

// Unpacks an entry as its bytes come.
async function* unpacked(blob: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const header = await bytesOf(blob, entry.offset, entry.offset + LOCAL_SIZE);
  const start = entry.offset + dataStart(header);
  let ready: Uint8Array[] = [];
  const unpacker = new Unpacker(entry, (bytes) => ready.push(bytes.slice()));
  for await (const packed of bytesIn(blob.slice(start, start + entry.packedSize))) {
    unpacker.push(packed);
    yield* ready;
    ready = [];
  }
  unpacker.finish();
}

async function* decoded(
  bytes: AsyncGenerator<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<{ text: string; done: number }> {
  const decoder = new TextDecoder(encoding);
  let done = 0;
  for await (const piece of bytes) {
    done += piece.length;
    yield { text: decoder.decode(piece, { stream: true }), done };
  }
  yield { text: decoder.decode(), done };
}

async function headOf(bytes: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  for await (const piece of bytes) if (piece.length > 0) return piece.slice(0, HEAD);
  return new Uint8Array();
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
export async function openFile(blob: Blob, isChat: (text: string) => boolean): Promise<ChatFile> {
  if (blob.size === 0) throw emptyFile();
  const head = await bytesOf(blob, 0, HEAD);
  if (!isZip(head)) {
    const encoding = encodingOrThrow(head);
    const pieces = () => decoded(bytesIn(blob), encoding);
    return { encoding, fileInZip: null, files: null, size: blob.size, pieces };
  }
  const place = findDirectory(await bytesOf(blob, Math.max(0, blob.size - TAIL), blob.size), blob.size);
  const entries = readDirectory(await bytesOf(blob, place.offset, place.offset + place.size), place.entries);
  const { entry, encoding } = await pickChat(blob, entries, isChat);
  return {
    encoding,
    fileInZip: entry.name,
    files: filesBeside(entries, entry),
    size: entry.size,
    pieces: () => decoded(unpacked(blob, entry), encoding),
  };
}

async function pickChat(
  blob: Blob,
  entries: readonly ZipEntry[],
  isChat: (text: string) => boolean,
): Promise<{ entry: ZipEntry; encoding: Encoding }> {
  const [likeliest, ...others] = chatCandidates(entries);
  if (likeliest === undefined) throw zipWithoutChat(entries);
  let failure: ChatReadError | null = null;
  for (const entry of [likeliest, ...others].slice(0, MOST_TEXTS)) {
    try {
      checkEntry(entry);
      const head = await headOf(unpacked(blob, entry));
      const encoding = encodingOrThrow(head);
      if (isChat(new TextDecoder(encoding).decode(head))) return { entry, encoding };
    } catch (error) {
      if (!(error instanceof ChatReadError)) throw error;
      failure ??= error;
    }
  }
  throw failure ?? brokenZip();
}
