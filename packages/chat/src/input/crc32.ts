// The check sum of zips (ISO 3309), a byte at a time.
const POLYNOMIAL = 0xedb88320;
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  return value;
});

/**
 * Goes on with a check sum.
 * @param sum of the bytes before; 0 at the start
 * @param bytes what follows
 * @returns the sum of all, as an unsigned number
 */
export function crc32(sum: number, bytes: Uint8Array): number {
  let value = ~sum;
  for (let at = 0; at < bytes.length; at += 1)
    value = (value >>> 8) ^ (TABLE[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~value >>> 0;
}
