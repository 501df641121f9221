/** How the letters of a text file are written as bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** So many bytes tell UTF-16 from the others. */
const SAMPLE = 4096;
/** In UTF-16, separators, digits and Latin letters have a zero byte each; other encodings never have one. */
const ZERO_SHARE = 0.1;

/**
 * How a text file is written: by its byte order mark; else UTF-16 by where its zero bytes are; else UTF-8 when it is
 * valid UTF-8; else Windows-1252, which older programs in schools write and in which every byte has a meaning.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const marked = BOMS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[0];
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) > sample.length * ZERO_SHARE && Math.min(even, odd) * 4 < Math.max(even, odd)) {
    return odd > even ? 'utf-16le' : 'utf-16be';
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

const UNPRINTABLE = /[^\P{Cc}\t\n]/gu;

/** A text file's text, without its byte order mark, its lines ended in one way. Any bytes give a text. */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const encoding = detectEncoding(bytes);
  const raw = new TextDecoder(encoding).decode(bytes);
  return { text: tidyText(raw), encoding };
}

/** Lines ended in one way, nothing that a page or the database cannot hold. */
export function tidyText(raw: string): string {
  return raw
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(UNPRINTABLE, '')
    .toWellFormed();
}
