import { openExport } from './input/open.ts';
import { type ExportSource, openSource } from './input/source.ts';
import { allLanguages } from './languages/all.ts';
import { looksLikeChat, readText } from './read-text.ts';
import { streamMessages } from './stream.ts';
import type { ChatExport, Message, ReadOptions } from './types.ts';

export * from './api.ts';

/**
 * Reads a WhatsApp export at once. The bytes are kept, not copied, and words are decoded from them when they are asked
 * for: leave them as they are.
 * @param input the file's bytes: a `.txt` or a `.zip`
 * @param options the file's name, a hint, progress
 * @throws ChatReadError when the file is no export; its message tells the user what it is and what to do
 */
export function readExport(input: Uint8Array, options: ReadOptions = {}): ChatExport {
  return readText(openExport(input, looksLikeChat), allLanguages, options);
}

/**
 * Reads a WhatsApp export from a file the user chose, or from a stream.
 * @param source a `Blob` or `File`, a stream of bytes, or the bytes
 * @param options the file's name, a hint, progress
 * @throws ChatReadError when the file is no export
 */
export async function readExportFrom(source: ExportSource, options: ReadOptions = {}): Promise<ChatExport> {
  return readText(await openSource(source, looksLikeChat), allLanguages, options);
}

/**
 * Reads a WhatsApp export of any size in constant memory.
 * @param file the file; in Node, `fs.openAsBlob` gives one
 * @param options the file's name, a hint, progress
 * @returns the messages in file order, in batches
 * @throws ChatReadError when the file is no export
 */
export function readExportStream(file: Blob, options: ReadOptions = {}): AsyncGenerator<Message[]> {
  return streamMessages(file, async () => allLanguages, options);
}
