import { ChatReadError } from '../errors.ts';

/** One file of a zip, as its directory tells. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_SIZE = 46;
const ZIP64 = 0xffffffff;
const ENCRYPTED = 1;
const UTF8_NAME = 0x800;
/** More entries than any export has; a directory that claims more is not read. */
const MOST_ENTRIES = 200_000;

/** Bytes at the end of a zip in which its end record is looked for. */
export const TAIL = END_SIZE + LONGEST_COMMENT;

/** The error for a zip that is damaged or cut. */
export function brokenZip(): ChatReadError {
  return new ChatReadError(
    'zip-broken',
    'This zip file is broken or cut short, so we could not open it. Export the chat again and send the new file.',
    'a broken zip file',
  );
}

/** Where the directory of a zip lies. */
export interface DirectoryPlace {
  readonly offset: number;
  readonly size: number;
  readonly entries: number;
}

/**
 * Finds the directory from the end of a zip.
 * @param tail the last bytes of the file, {@link TAIL} of them or all
 * @param fileSize size of the whole file
 * @throws ChatReadError when there is no end record, or it points outside the file
 */
export function findDirectory(tail: Uint8Array, fileSize: number): DirectoryPlace {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - END_SIZE; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const entries = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    if (offset === ZIP64 || size === ZIP64) throw brokenZip();
    if (offset + size > fileSize || entries > MOST_ENTRIES) throw brokenZip();
    return { offset, size, entries };
  }
  throw brokenZip();
}

function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  const name = new TextDecoder().decode(bytes);
  // Archivers that do not say UTF-8 mostly write it all the same; only what is not valid is read as Latin letters.
  return isUtf8 || !name.includes('\ufffd') ? name : new TextDecoder('windows-1252').decode(bytes);
}

/**
 * Reads the directory of a zip.
 * @param bytes the directory and nothing else
 * @param count how many entries it says to have
 * @throws ChatReadError when it is not what it says
 */
export function readDirectory(bytes: Uint8Array, count: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw brokenZip();
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const nameStart = at + ENTRY_SIZE;
    entries.push({
      name: nameOf(bytes.subarray(nameStart, nameStart + nameLength), (flags & UTF8_NAME) !== 0),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & ENCRYPTED) !== 0,
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = nameStart + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
