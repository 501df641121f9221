import { decode } from './decode.ts';
import { isZip } from './identify.ts';
import { BEGINNING, type ChatTest, filesBeside, type Opened, openText } from './opened.ts';
import { pickChat } from './pick-chat.ts';
import { beginningOf, wholeOf } from './unpack.ts';
import { dataStart, LOCAL_SIZE } from './zip-chat.ts';
import { brokenZip, findDirectory, readDirectory, TAIL, type ZipEntry } from './zip-directory.ts';

/**
 * Takes the chat's text out of a file.
 * @param bytes the whole file: a text, or a zip
 * @param isChat asked for the beginning of a zip’s texts
 * @throws ChatReadError when there is no text in it, or it cannot be unpacked
 */
export function openExport(bytes: Uint8Array, isChat: ChatTest): Opened {
  if (!isZip(bytes)) return openText(bytes);
  const place = findDirectory(bytes.subarray(Math.max(0, bytes.length - TAIL)), bytes.length);
  const entries = readDirectory(bytes.subarray(place.offset, place.offset + place.size), place.entries);
  const entry = chatOf(bytes, entries, isChat);
  return {
    ...decode(wholeOf(entry, packedBytes(bytes, entry))),
    fileInZip: entry.name,
    files: filesBeside(entries, entry),
  };
}

function chatOf(bytes: Uint8Array, entries: readonly ZipEntry[], isChat: ChatTest): ZipEntry {
  const choice = pickChat(entries, isChat);
  let step = choice.next();
  while (!step.done) {
    const entry = step.value;
    step = choice.next(() => beginningOf(entry, packedBytes(bytes, entry), BEGINNING));
  }
  return step.value.entry;
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const start = entry.offset + dataStart(bytes.subarray(entry.offset, entry.offset + LOCAL_SIZE));
  const end = start + entry.packedSize;
  if (end > bytes.length) throw brokenZip();
  return bytes.subarray(start, end);
}
