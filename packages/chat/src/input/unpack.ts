import { Inflate } from 'fflate';
import { Joined } from './joined.ts';
import { EntryCheck, SMALL_CHUNK, STORED } from './zip-chat.ts';
import { brokenZip, type ZipEntry } from './zip-directory.ts';

/** Packed bytes that are unpacked at a time, so that the limits hold while it unpacks. */
const CHUNK = 1 << 16;

// Gives what an entry unpacks to, piece by piece.
function* unpack(entry: ZipEntry, packed: Uint8Array, chunk: number): Generator<Uint8Array, void> {
  const check = new EntryCheck(entry);
  let piece = packed;
  const inflate = new Inflate((bytes) => {
    piece = bytes;
  });
  let at = 0;
  do {
    piece = packed.subarray(at, at + chunk);
    at += piece.length;
    try {
      if (entry.method !== STORED) inflate.push(piece, at === packed.length);
    } catch {
      throw brokenZip();
    }
    check.add(piece);
    yield piece;
  } while (at < packed.length);
  check.finish();
}

/**
 * What an entry begins with: no more is unpacked than is looked at. What is no longer than that is checked as a whole.
 * @param entry what the directory says, which is within limits
 * @param packed its packed bytes
 * @param size bytes that are looked at
 * @throws ChatReadError when they are broken or unpack to far more than the directory says
 */
export function beginningOf(entry: ZipEntry, packed: Uint8Array, size: number): Uint8Array {
  const beginning = new Joined(Math.min(size, entry.size));
  for (const piece of unpack(entry, packed, SMALL_CHUNK))
    if (beginning.add(piece) && entry.size > size) break;
  return beginning.bytes;
}

/**
 * Unpacks an entry.
 * @param entry what the directory says, which is within limits
 * @param packed its packed bytes
 * @throws ChatReadError when they are broken, or unpack to something else than the directory says
 */
export function wholeOf(entry: ZipEntry, packed: Uint8Array): Uint8Array {
  const whole = new Joined(entry.size);
  for (const piece of unpack(entry, packed, CHUNK)) whole.add(piece);
  return whole.bytes;
}
