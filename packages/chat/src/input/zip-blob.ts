import { Joined } from './joined.ts';
import { BEGINNING, type ChatTest, filesBeside } from './opened.ts';
import { type Picked, pickChat } from './pick-chat.ts';
import type { RandomAccess } from './random-access.ts';
import { unpacked } from './unpack-stream.ts';
import { SMALL_CHUNK } from './zip-chat.ts';
import { findDirectory, readDirectory, TAIL, type ZipEntry } from './zip-directory.ts';

/** The chat of a zip, and what lies beside it. */
export interface PickedFromZip extends Picked {
  /** Names and sizes. */
  readonly files: ReadonlyMap<string, number>;
}

/**
 * Finds the chat in a zip. Nothing is read but the directory and the beginnings of likely texts.
 * @param file the zip
 * @param isChat asked for the beginning of each text
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
  return { ...step.value, files: filesBeside(entries, step.value.entry) };
}

// What an entry begins with: no more is unpacked than is looked at, and what comes with it. What is no longer than that
// is checked as a whole.
async function headOf(file: RandomAccess, entry: ZipEntry): Promise<Uint8Array> {
  const head = new Joined(Math.min(BEGINNING, entry.size));
  for await (const piece of unpacked(file, entry, SMALL_CHUNK))
    if (head.add(piece) && entry.size > BEGINNING) break;
  return head.bytes;
}
