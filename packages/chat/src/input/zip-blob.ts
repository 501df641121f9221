import { Joined } from './joined.ts';
import { BEGINNING, type ChatTest, filesBeside } from './opened.ts';
import { pickChat } from './pick-chat.ts';
import type { RandomAccess } from './random-access.ts';
import { unpacked } from './unpack-stream.ts';
import { findDirectory, readDirectory, TAIL, type ZipEntry } from './zip-directory.ts';

/** The chat of a zip, and what lies beside it. */
export interface PickedFromZip {
  readonly entry: ZipEntry;
  /** Names and sizes. */
  readonly files: ReadonlyMap<string, number>;
}

/**
 * Finds the chat in a zip. Nothing is read but the directory and, where there are several texts, their beginnings.
 * @param file the zip
 * @param isChat asked for the beginning of each text, where there are several
 * @throws ChatReadError when there is none, or it cannot be unpacked
 */
export async function pickFromZip(file: RandomAccess, isChat: ChatTest): Promise<PickedFromZip> {
  const place = findDirectory(await file.read(Math.max(0, file.size - TAIL), file.size), file.size);
  const entries = readDirectory(await file.read(place.offset, place.offset + place.size), place.entries);
  const choice = pickChat(entries, isChat);
  let step = choice.next();
  while (!step.done) {
    const answer = await headOf(file, step.value).then(
      (head) => () => head,
      (error: unknown) => () => {
        throw error;
      },
    );
    step = choice.next(answer);
  }
  return { entry: step.value, files: filesBeside(entries, step.value) };
}

/**
 * What an entry begins with: no more is unpacked than is looked at, and what comes with it.
 * @throws ChatReadError when it cannot be unpacked
 */
export async function headOf(file: RandomAccess, entry: ZipEntry): Promise<Uint8Array> {
  const head = new Joined(Math.min(BEGINNING, entry.size));
  for await (const piece of unpacked(file, entry)) if (head.add(piece)) break;
  return head.bytes;
}
