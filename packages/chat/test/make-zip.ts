import { constants, crc32, deflateRawSync } from 'node:zlib';

/** One file of a zip to build for a test. */
export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly store?: boolean;
  readonly descriptor?: boolean;
  readonly encrypted?: boolean;
}

interface Packed {
  readonly part: ZipPart;
  readonly bytes: Buffer;
  readonly crc: number;
  readonly size: number;
}

const UTF8 = 0x800;
const DESCRIPTOR = 8;
const ENCRYPTED = 1;

function flagsOf(part: ZipPart): number {
  return UTF8 | (part.descriptor === true ? DESCRIPTOR : 0) | (part.encrypted === true ? ENCRYPTED : 0);
}

function local({ part, bytes, crc, size }: Packed, name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flagsOf(part), 6);
  header.writeUInt16LE(part.store === true ? 0 : 8, 8);
  if (part.descriptor !== true) {
    header.writeUInt32LE(crc, 14);
    header.writeUInt32LE(bytes.length, 18);
    header.writeUInt32LE(size, 22);
  }
  header.writeUInt16LE(name.length, 26);
  const descriptor = Buffer.alloc(part.descriptor === true ? 16 : 0);
  if (part.descriptor === true) {
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(crc, 4);
    descriptor.writeUInt32LE(bytes.length, 8);
    descriptor.writeUInt32LE(size, 12);
  }
  return Buffer.concat([header, name, bytes, descriptor]);
}

// Numbers that take 64 bits, for the extra field and the end record of large zips.
function longs(...numbers: readonly number[]): Buffer {
  const out = Buffer.alloc(numbers.length * 8);
  for (const [at, number] of numbers.entries()) out.writeBigUInt64LE(BigInt(number), at * 8);
  return out;
}

function central({ part, bytes, crc, size }: Packed, name: Buffer, offset: number, large: boolean): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(flagsOf(part), 8);
  header.writeUInt16LE(part.store === true ? 0 : 8, 10);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(bytes.length, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  if (!large) return Buffer.concat([header, name]);
  for (const place of [20, 24, 42]) header.writeUInt32LE(0xffffffff, place);
  const field = Buffer.concat([
    Buffer.from([0x0a, 0, 4, 0, 1, 2, 3, 4, 1, 0, 24, 0]),
    longs(size, bytes.length, offset),
  ]);
  header.writeUInt16LE(field.length, 30);
  return Buffer.concat([header, name, field]);
}

// The end record of a large zip and the pointer to it.
function largeEnd(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(24);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeUInt32LE(44, 4);
  const pointer = Buffer.alloc(8);
  pointer.writeUInt32LE(0x07064b50, 0);
  const disks = Buffer.alloc(4);
  disks.writeUInt32LE(1, 0);
  return Buffer.concat([record, longs(count, count, size, offset), pointer, longs(offset + size), disks]);
}

function assemble(packed: readonly Packed[], large = false): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const each of packed) {
    const name = Buffer.from(each.part.name);
    directory.push(central(each, name, offset, large));
    const file = local(each, name);
    files.push(file);
    offset += file.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(packed.length, 8);
  end.writeUInt16LE(packed.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  if (!large) return new Uint8Array(Buffer.concat([...files, entries, end]));
  end.writeUInt16LE(0xffff, 8);
  end.writeUInt16LE(0xffff, 10);
  end.writeUInt32LE(0xffffffff, 12);
  end.writeUInt32LE(0xffffffff, 16);
  return new Uint8Array(
    Buffer.concat([...files, entries, largeEnd(packed.length, entries.length, offset), end]),
  );
}

/**
 * Builds a zip as phones and desktops do; a `large` one with the records of zips over 4 GB. What is packed may have some
 * bytes behind its end, as `trailing` says.
 */
export function makeZip(parts: readonly ZipPart[], { large = false, trailing = 0 } = {}): Uint8Array {
  const packed = parts.map((part) => {
    const raw = Buffer.from(part.data);
    const bytes =
      part.store === true ? raw : Buffer.concat([deflateRawSync(raw), Buffer.alloc(trailing, 'zip')]);
    return { part, bytes, crc: crc32(raw), size: raw.length };
  });
  return assemble(packed, large);
}

/** A zip whose chat unpacks to `megabytes` of the same letters, without ever holding them. */
export function makeBomb(name: string, megabytes: number, claimed = megabytes): Uint8Array {
  const unit = Buffer.alloc(1 << 20, 'la ');
  const block = deflateRawSync(unit, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const bytes = Buffer.concat([...new Array<Buffer>(megabytes).fill(block), Buffer.from([3, 0])]);
  return assemble([{ part: { name, data: '' }, bytes, crc: 0, size: claimed * (1 << 20) }]);
}
