import { emptyFile, tooBig } from '../errors.ts';
import type { Letters } from '../header/letters.ts';
import { type Decoded, decode } from './decode.ts';
import { LARGEST_CHAT } from './zip-chat.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Bytes that a text of a zip is judged by. */
export const BEGINNING = 1 << 15;

/** A chat's text, taken out of whatever it came in. */
export interface Opened extends Decoded {
  /** Name of the chat inside the zip; null when it did not come in a zip. */
  readonly fileInZip: string | null;
  /** The zip's other files and their sizes; null when there is no zip. */
  readonly files: ReadonlyMap<string, number> | null;
}

/** Does the beginning of a text look like a chat? Asked for the texts of a zip. */
export type ChatTest = (letters: Letters) => boolean;

/**
 * Takes the letters of a file that is no zip.
 * @param bytes the whole file
 * @throws ChatReadError when it is empty, no text, or too long to be read in one piece
 */
export function openText(bytes: Uint8Array): Opened {
  if (bytes.length === 0) throw emptyFile();
  refuseTooLarge(bytes.length);
  return { ...decode(bytes), fileInZip: null, files: null };
}

/**
 * Refuses a file that is no zip and far bigger than any chat, which need not be read for that.
 * @throws ChatReadError
 */
export function refuseTooLarge(size: number): void {
  if (size > LARGEST_CHAT) throw tooBig();
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
