import { openAsBlob } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { InputError } from './errors.ts';

const REASONS = new Map<unknown, string>([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'you may not read it'],
]);

function unreadable(file: string, error: unknown): InputError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return new InputError(`${file}: ${REASONS.get(code) ?? 'it cannot be read'}.`, { cause: error });
}

/**
 * Reads a file that somebody named, or standard input for `-`.
 * @throws InputError when it cannot be read, with the reason
 */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    return file === '-' ? await buffer(process.stdin) : await readFile(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

/**
 * Opens a file that somebody named, to be read piece by piece; standard input for `-` is held.
 * @throws InputError when it cannot be read, with the reason
 */
export async function openInput(file: string): Promise<Blob> {
  if (file === '-') return new Blob([new Uint8Array(await readInput(file))]);
  try {
    // A blob tells neither why it cannot be opened nor that it is a folder.
    const handle = await open(file);
    try {
      await handle.read(new Uint8Array(1));
    } finally {
      await handle.close();
    }
    return await openAsBlob(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}
