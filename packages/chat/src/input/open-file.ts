import { emptyFile, somethingElse } from '../errors.ts';
import { NEWLINE, RETURN } from '../header/codes.ts';
import { encodingOf } from './decode.ts';
import { isZip, whatItIs } from './identify.ts';
import type { ChatTest } from './opened.ts';
import { inBlob } from './random-access.ts';
import { piecesOf, unpacked } from './unpack-stream.ts';
import { type Spelling, type Window, windowsOf } from './windows.ts';
import { pickFromZip } from './zip-blob.ts';

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
  const file = inBlob(blob);
  const beginning = await file.read(0, HEAD);
  if (!isZip(beginning)) {
    const spelling = spellingOf(beginning, blob.size);
    return { files: null, size: blob.size, windows: () => windowsOf(piecesOf(blob.stream()), spelling) };
  }
  const { entry, head, files } = await pickFromZip(file, isChat);
  const spelling = spellingOf(head, entry.size);
  return { files, size: entry.size, windows: () => windowsOf(unpacked(file, entry), spelling) };
}
