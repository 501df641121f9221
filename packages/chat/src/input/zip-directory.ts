import { ChatReadError } from '../errors.ts';

/** One file of a zip, as its directory tells. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  readonly size: number;
  /** Check sum of what it unpacks to. */
  readonly crc: number;
  /** Where its local header stands. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_SIZE = 46;
/** Stands where a number takes more than 32 or 16 bits (APPNOTE.TXT, 4.3.14 to 4.5.3). */
const ZIP64 = 0xffffffff;
const MANY = 0xffff;
const LARGE_END_SIGNATURE = 0x06064b50;
const LARGE_END_SIZE = 56;
const POINTER_SIGNATURE = 0x07064b50;
const POINTER_SIZE = 20;
const LARGE_FIELD = 1;
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
    const isSmall = offset !== ZIP64 && size !== ZIP64 && entries !== MANY;
    const place = isSmall ? { offset, size, entries } : findLarge(view, at, fileSize);
    if (place.offset + place.size > fileSize || place.entries > MOST_ENTRIES) throw brokenZip();
    return place;
  }
  throw brokenZip();
}

// The end record of a zip over 4 GB, or with very many files: it stands before the small one, and a pointer between.
function findLarge(view: DataView, end: number, fileSize: number): DirectoryPlace {
  const pointer = end - POINTER_SIZE;
  if (pointer < 0 || view.getUint32(pointer, true) !== POINTER_SIGNATURE) throw brokenZip();
  const at = longAt(view, pointer + 8) - (fileSize - view.byteLength);
  if (!(at >= 0 && at + LARGE_END_SIZE <= pointer) || view.getUint32(at, true) !== LARGE_END_SIGNATURE)
    throw brokenZip();
  return { offset: longAt(view, at + 48), size: longAt(view, at + 40), entries: longAt(view, at + 32) };
}

function longAt(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

// Sizes and place of the entry at `at`. Those that take more than 32 bits stand in an extra field, in this order.
function placeOf(view: DataView, at: number): Pick<ZipEntry, 'packedSize' | 'size' | 'offset'> {
  const size = view.getUint32(at + 24, true);
  const packedSize = view.getUint32(at + 20, true);
  const offset = view.getUint32(at + 42, true);
  if (size !== ZIP64 && packedSize !== ZIP64 && offset !== ZIP64) return { size, packedSize, offset };
  let next = at + ENTRY_SIZE + view.getUint16(at + 28, true);
  const end = Math.min(view.byteLength, next + view.getUint16(at + 30, true));
  while (next + 4 <= end && view.getUint16(next, true) !== LARGE_FIELD)
    next += 4 + view.getUint16(next + 2, true);
  next += 4;
  const take = (small: number): number => {
    if (small !== ZIP64) return small;
    if (next + 8 > end) throw brokenZip();
    next += 8;
    return longAt(view, next - 8);
  };
  return { size: take(size), packedSize: take(packedSize), offset: take(offset) };
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
      crc: view.getUint32(at + 16, true),
      ...placeOf(view, at),
    });
    at = nameStart + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
