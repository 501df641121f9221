import { ChatReadError, emptyFile, somethingElse } from '../errors.ts';
import { NEWLINE, RETURN } from '../header/characters.ts';
import { decode, encodingOf } from './decode.ts';
import { isZip, whatItIs } from './identify.ts';
import { join } from './join.ts';
import { BEGINNING, type ChatTest, filesBeside, MOST_TEXTS } from './open.ts';
import { bytesOf, piecesOf, unpacked } from './unpack-stream.ts';
import { type Spelling, type Window, windowsOf } from './windows.ts';
import { chatCandidates, checkEntry, zipWithoutChat } from './zip-chat.ts';
import { findDirectory, readDirectory, TAIL, type ZipEntry } from './zip-directory.ts';

/** Bytes looked at to tell what a file is. */
const HEAD = 8192;

/** A chat that can be gone through piece by piece, as often as needed, without being held whole. */
export interface ChatFile {
  /** Names and sizes of what lies beside the chat in its zip; null when there is no zip. */
  readonly files: ReadonlyMap<string, number> | null;
  /** Bytes of the text that are gone through; for progress. */
  readonly size: number;
  /** Goes through the text from its start, some whole lines at a time. */
  windows(): AsyncGenerator<Window>;
}

/** The text of a zip that is the chat, and how it is written. */
interface Picked {
  readonly entry: ZipEntry;
  readonly spelling: Spelling;
}

// Bare carriage returns end lines only in files from very old editors, and where a file was cut. One at the end of what
// was looked at may be half of a line end.
function hasBareReturns(head: Uint8Array, size: number): boolean {
  const first = head.indexOf(RETURN);
  return first >= 0 && (first + 1 < head.length || head.length === size) && !head.includes(NEWLINE);
}

// How a text is written, by its beginning.
function spellingOf(head: Uint8Array, size: number): Spelling {
  const encoding = encodingOf(head);
  const what = encoding === 'utf-8' ? whatItIs(head) : null;
  if (what !== null) throw somethingElse(what);
  return { encoding, bareReturns: hasBareReturns(head, size) };
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
    const spelling = spellingOf(head, blob.size);
    return { files: null, size: blob.size, windows: () => windowsOf(piecesOf(blob.stream()), spelling) };
  }
  const place = findDirectory(await bytesOf(blob, Math.max(0, blob.size - TAIL), blob.size), blob.size);
  const entries = readDirectory(await bytesOf(blob, place.offset, place.offset + place.size), place.entries);
  const { entry, spelling } = await pickChat(blob, entries, isChat);
  return {
    files: filesBeside(entries, entry),
    size: entry.size,
    windows: () => windowsOf(unpacked(blob, entry), spelling),
  };
}

// What an entry begins with: no more is unpacked than is looked at.
async function headOf(blob: Blob, entry: ZipEntry): Promise<Uint8Array> {
  const enough = Math.min(BEGINNING, entry.size);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of unpacked(blob, entry)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= enough) break;
  }
  return join(pieces).subarray(0, enough);
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
      const picked = { entry, spelling: spellingOf(head, entry.size) };
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
