import type { Letters } from './header/letters.ts';
import { openExport } from './input/open.ts';
import { type ExportSource, openSource } from './input/source.ts';
import { en } from './languages/en.ts';
import { loaders } from './languages/loaders.ts';
import { languagesNeeded } from './languages/signs.ts';
import type { LanguageTable } from './languages/table.ts';
import { looksLikeChat, readText } from './read-text.ts';
import { streamMessages } from './stream.ts';
import type { ChatExport, Message, ReadOptions } from './types.ts';

export * from './api.ts';

const loaded = new Map<string, LanguageTable>([['en', en]]);

async function load(codes: readonly string[]): Promise<void> {
  for (const code of codes) {
    const loader = loaders[code];
    if (loader !== undefined && !loaded.has(code)) loaded.set(code, await loader());
  }
}

/**
 * Reads a WhatsApp export at once. The bytes are kept, not copied, and words are decoded from them when they are asked
 * for: leave them as they are. In a browser it knows English and the languages that {@link readExportFrom} has
 * loaded before; use that one where you can wait.
 * @param input the file's bytes: a `.txt` or a `.zip`
 * @param options the file's name, a hint, progress
 * @throws ChatReadError when the file is no export; its message tells the user what it is and what to do
 */
export function readExport(input: Uint8Array, options: ReadOptions = {}): ChatExport {
  return readText(openExport(input, looksLikeChat), [...loaded.values()], options);
}

/**
 * Reads a WhatsApp export from a file the user chose, or from a stream. Loads the language tables it needs.
 * @param source a `Blob` or `File`, a stream of bytes, or the bytes
 * @param options the file's name, a hint, progress
 * @throws ChatReadError when the file is no export
 */
export async function readExportFrom(source: ExportSource, options: ReadOptions = {}): Promise<ChatExport> {
  const opened = await openSource(source, looksLikeChat);
  await load(languagesNeeded(opened.letters, options.locale));
  return readText(opened, [...loaded.values()], options);
}

/**
 * Reads a WhatsApp export of any size in constant memory. Loads the language tables it needs.
 * @param file the file
 * @param options the file's name, a hint, progress
 * @returns the messages in file order, in batches
 * @throws ChatReadError when the file is no export
 */
export function readExportStream(file: Blob, options: ReadOptions = {}): AsyncGenerator<Message[]> {
  const tablesFor = async (beginning: Letters) => {
    await load(languagesNeeded(beginning, options.locale));
    return [...loaded.values()];
  };
  return streamMessages(file, tablesFor, options);
}
