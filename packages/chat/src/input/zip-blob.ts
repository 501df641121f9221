import { ChatReadError } from '../errors.ts';
import { decode } from './decode.ts';
import { Joined } from './joined.ts';
import { BEGINNING, type ChatTest, filesBeside, MOST_TEXTS } from './opened.ts';
import type { RandomAccess } from './random-access.ts';
import { unpacked } from './unpack-stream.ts';
import { chatCandidates, checkEntry, zipWithoutChat } from './zip-chat.ts';
import { findDirectory, readDirectory, TAIL, type ZipEntry } from './zip-directory.ts';

/** The text of a zip that is the chat. */
interface Picked {
  readonly entry: ZipEntry;
  /** What it begins with. */
  readonly head: Uint8Array;
}

/** The chat of a zip, and what lies beside it. */
export interface PickedFromZip extends Picked {
  /** Names and sizes. */
  readonly files: ReadonlyMap<string, number>;
}

/**
 * Finds the chat in a zip. Nothing is read but the directory and the beginnings of texts.
 * @param file the zip
 * @param isChat asked for the beginning of each text, where there are several
 * @throws ChatReadError when there is none, or it cannot be unpacked
 */
export async function pickFromZip(file: RandomAccess, isChat: ChatTest): Promise<PickedFromZip> {
  const place = findDirectory(await file.read(Math.max(0, file.size - TAIL), file.size), file.size);
  const entries = readDirectory(await file.read(place.offset, place.offset + place.size), place.entries);
  const picked = await pickChat(file, entries, isChat);
  return { ...picked, files: filesBeside(entries, picked.entry) };
}

// What an entry begins with: no more is unpacked than is looked at, and what comes with it.
async function headOf(file: RandomAccess, entry: ZipEntry): Promise<Uint8Array> {
  const head = new Joined(Math.min(BEGINNING, entry.size));
  for await (const piece of unpacked(file, entry)) if (head.add(piece)) break;
  return head.bytes;
}

// As `openExport` does, with no more unpacked of any text than its beginning.
async function pickChat(file: RandomAccess, entries: readonly ZipEntry[], isChat: ChatTest): Promise<Picked> {
  const candidates = chatCandidates(entries);
  let failure: ChatReadError | null = null;
  let fallback: Picked | null = null;
  for (const entry of candidates.slice(0, MOST_TEXTS)) {
    try {
      checkEntry(entry);
      const head = await headOf(file, entry);
      const picked = { entry, head };
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
