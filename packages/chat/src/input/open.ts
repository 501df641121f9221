import { ChatReadError } from '../errors.ts';
import { decode } from './decode.ts';
import { isZip } from './identify.ts';
import { BEGINNING, type ChatTest, filesBeside, MOST_TEXTS, type Opened, openText } from './opened.ts';
import { beginningOf, wholeOf } from './unpack.ts';
import { chatCandidates, checkEntry, dataStart, LOCAL_SIZE, zipWithoutChat } from './zip-chat.ts';
import { brokenZip, findDirectory, readDirectory, TAIL, type ZipEntry } from './zip-directory.ts';

/**
 * Takes the chat's text out of a file.
 * @param bytes the whole file: a text, or a zip
 * @param isChat asked when a zip holds more than one text
 * @throws ChatReadError when there is no text in it, or it cannot be unpacked
 */
export function openExport(bytes: Uint8Array, isChat: ChatTest): Opened {
  if (!isZip(bytes)) return openText(bytes);
  const place = findDirectory(bytes.subarray(Math.max(0, bytes.length - TAIL)), bytes.length);
  const entries = readDirectory(bytes.subarray(place.offset, place.offset + place.size), place.entries);
  const entry = pickChat(bytes, entries, isChat);
  return {
    ...decode(wholeOf(entry, packedBytes(bytes, entry))),
    fileInZip: entry.name,
    files: filesBeside(entries, entry),
  };
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
