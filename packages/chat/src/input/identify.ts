const SIGNATURES: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture (PNG)'],
  [[0xff, 0xd8, 0xff], 'a picture (JPEG)'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture (GIF)'],
  [[0x52, 0x49, 0x46, 0x46], 'a picture or a sound recording'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Word or Excel document'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7-Zip archive'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x4f, 0x67, 0x67, 0x53], 'a voice message'],
  [[0x49, 0x44, 0x33], 'a sound recording'],
  [[0x1a, 0x45, 0xdf, 0xa3], 'a video'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'a database'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a rich text document (RTF)'],
];

/** Bytes of which a file's first part is judged. */
const SAMPLE = 4096;

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** Does the file begin like a zip? */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7);
}

/**
 * What a file is that is certainly no text, by its first bytes.
 * @param bytes the file, or its beginning
 * @returns with its article ("a PDF document"), or null when it may be text
 */
export function whatItIs(bytes: Uint8Array): string | null {
  for (const [signature, what] of SIGNATURES) if (startsWith(bytes, signature)) return what;
  if (startsWith(bytes.subarray(4), [0x66, 0x74, 0x79, 0x70])) return 'a video or picture from a phone';
  return isBinary(bytes) ? 'a file that is not text' : null;
}

// Text holds next to no zero bytes and control characters, save in UTF-16, which is asked about before this.
function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SAMPLE);
  let odd = 0;
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 9 || (byte > 13 && byte < 32)) odd += 1;
  }
  return odd * 20 > length;
}

/**
 * What a zip is that holds no chat, by the names of its entries.
 * @returns with its article, or null for a plain archive
 */
export function whatZipIs(names: readonly string[]): string | null {
  const has = (start: string) => names.some((name) => name.startsWith(start));
  if (has('word/')) return 'a Word document';
  if (has('xl/')) return 'a spreadsheet';
  if (has('ppt/')) return 'a presentation';
  if (names.includes('mimetype')) return 'an OpenDocument file or an e-book';
  if (names.includes('AndroidManifest.xml')) return 'an Android app';
  return null;
}
