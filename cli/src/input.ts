import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { InputError } from './errors.ts';

/**
 * Reads a file that somebody named, or standard input for `-`.
 * @throws InputError when it cannot be read, with the reason
 */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    return file === '-' ? await buffer(process.stdin) : await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why = new Map<unknown, string>([
      ['ENOENT', 'there is no such file'],
      ['EISDIR', 'it is a folder'],
      ['EACCES', 'you may not read it'],
    ]).get(code);
    throw new InputError(`${file}: ${why ?? 'it cannot be read'}.`, { cause: error });
  }
}
