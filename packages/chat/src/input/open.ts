import { ChatReadError, emptyFile } from '../errors.ts';
import type { Letters } from '../header/letters.ts';
import { type Decoded, decode } from './decode.ts';
import { isZip } from './identify.ts';
import { beginningOf, wholeOf } from './unpack.ts';
import {
  chatCandidates,
  checkEntry,
  dataStart,
  LARGEST_CHAT,
  LOCAL_SIZE,
  zipWithoutChat,
} from './zip-chat.ts';
import { brokenZip, findDirectory, readDirectory, TAIL, type ZipEntry } from './zip-directory.ts';

/** Texts of a zip that are tried. */
export const MOST_TEXTS = 20;
/** Bytes that a text of a zip is judged by. */
export const BEGINNING = 1 << 15;

/** A chat's text, taken out of whatever it came in. */
export interface Opened extends Decoded {
  /** Name of the chat inside the zip; null when it did not come in a zip. */
  readonly fileInZip: string | null;
  /** The zip's other files and their sizes; null when there is no zip. */
  readonly files: ReadonlyMap<string, number> | null;
}

/** Does the beginning of a text look like a chat? Asked when a zip holds several texts. */
export type ChatTest = (letters: Letters) => boolean;

/**
 * Takes the chat's text out of a file.
 * @param bytes the whole file: a text, or a zip
 * @param isChat asked when a zip holds more than one text
 * @throws ChatReadError when there is no text in it, or it cannot be unpacked
 */
export function openExport(bytes: Uint8Array, isChat: ChatTest): Opened {
  if (bytes.length === 0) throw emptyFile();
  if (!isZip(bytes)) {
    if (bytes.length > LARGEST_CHAT) throw tooLarge();
    return { ...decode(bytes), fileInZip: null, files: null };
  }
  const place = findDirectory(bytes.subarray(Math.max(0, bytes.length - TAIL)), bytes.length);
  const entries = readDirectory(bytes.subarray(place.offset, place.offset + place.size), place.entries);
  const entry = pickChat(bytes, entries, isChat);
  return {
    ...decode(wholeOf(entry, packedBytes(bytes, entry))),
    fileInZip: entry.name,
    files: filesBeside(entries, entry),
  };
}

/** The error for a text that is too long to be read in one piece. */
export function tooLarge(): ChatReadError {
  return new ChatReadError(
    'too-big',
    'This file is far bigger than any chat, so we stopped.',
    'a very big file',
  );
}

/** Names and sizes of what lies beside the chat in its zip, by file name without folders. */
export function filesBeside(entries: readonly ZipEntry[], chat: ZipEntry): Map<string, number> {
  const files = new Map<string, number>();
  for (const entry of entries) {
    if (entry === chat || entry.name.endsWith('/') || entry.name.startsWith('__MACOSX/')) continue;
    files.set(entry.name.slice(entry.name.lastIndexOf('/') + 1).normalize('NFC'), entry.size);
  }
  return files;
}

// Looks at the beginning of one likely text after the other until one is a chat. A single text is taken as it is.
function pickChat(bytes: Uint8Array, entries: readonly ZipEntry[], isChat: ChatTest): ZipEntry {
  const candidates = chatCandidates(entries);
  let failure: ChatReadError | null = null;
  let fallback: ZipEntry | null = null;
  for (const entry of candidates.slice(0, MOST_TEXTS)) {
    try {
      checkEntry(entry);
      if (
        candidates.length === 1 ||
        isChat(decode(beginningOf(entry, packedBytes(bytes, entry), BEGINNING)).letters)
      )
        return entry;
      fallback ??= entry;
    } catch (error) {
      if (!(error instanceof ChatReadError)) throw error;
      failure ??= error;
    }
  }
  if (failure !== null) throw failure;
  if (fallback !== null) return fallback;
  throw zipWithoutChat(entries);
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const start = entry.offset + dataStart(bytes.subarray(entry.offset, entry.offset + LOCAL_SIZE));
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (packed.length < entry.packedSize) throw brokenZip();
  return packed;
}
