import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, utimes } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { SchoolId } from '../ids.ts';
import { Refusal } from '../web/refusal.ts';

/** Where encrypted files lie: bytes under a school and a SHA-256. It knows nothing of keys or names. */
export interface FileDisk {
  /**
   * Keeps bytes for good: they are on the disk when this returns.
   * @throws Refusal 503 when the disk is full or cannot be written
   */
  write(school: SchoolId, sha256: string, bytes: Uint8Array): Promise<void>;
  /** The bytes kept under a hash; undefined when there are none. */
  read(school: SchoolId, sha256: string): Promise<Uint8Array | undefined>;
  /** Removes every file of a school but those named, half-written ones too; gives how many went. */
  removeAllBut(school: SchoolId, kept: ReadonlySet<string>): Promise<number>;
}

const ENDING = '.age';

/**
 * Files in folders of this machine: `<folder>/<school>/<first two digits>/<sha256>.age`.
 * @param folder made when the first file comes
 */
export function folderDisk(folder: string): FileDisk {
  const root = resolve(folder);
  const pathOf = (school: SchoolId, sha256: string) =>
    join(root, school, sha256.slice(0, 2), `${sha256}${ENDING}`);
  return {
    async write(school, sha256, bytes) {
      try {
        await writeDurably(pathOf(school, sha256), bytes);
      } catch (error) {
        throw explained(error);
      }
    },
    async read(school, sha256) {
      try {
        return await readFile(pathOf(school, sha256));
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw explained(error);
      }
    },
    async removeAllBut(school, kept) {
      const names = await filesBelow(join(root, school));
      const lost = names.filter((path) => !kept.has(basename(path, ENDING)));
      for (const path of lost) await rm(path, { force: true });
      return lost.length;
    },
  };
}

/** The full hour of now: a file's own time must not tell when somebody reported. */
function theHour(): Date {
  const now = new Date();
  now.setUTCMinutes(0, 0, 0);
  return now;
}

/** Writes beside the place, then moves into it: whatever stops the process, the place holds all bytes or none. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  const half = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(half, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.utimes(theHour(), theHour());
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true }).catch(() => undefined);
    throw error;
  }
  // A new name lasts only once its folder is on the disk; a new folder, once the folder above it is.
  for (let each = folder; ; each = dirname(each)) {
    if (process.platform !== 'win32') await utimes(each, theHour(), theHour());
    await syncFolder(each);
    if (made === undefined || each === dirname(made)) break;
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there the file system keeps names by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What a person can be told of a disk that refuses. */
function explained(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Refusal(
      503,
      'The disk of this Handbell is full, so the file could not be kept.',
      'Please tell the school office, and try again later. Nothing you sent was saved.',
    );
  }
  if (['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOTDIR'].includes(code)) {
    return new Refusal(
      503,
      'This Handbell cannot use its disk at the moment.',
      'Please tell the school office, and try again later. Nothing you sent was saved.',
    );
  }
  return error;
}
