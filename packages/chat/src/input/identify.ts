/** First bytes of files, in hexadecimal. */
const SIGNATURES: readonly (readonly [bytes: string, what: string])[] = [
  ['25504446', 'a PDF document'],
  ['89504e47', 'a picture (PNG)'],
  ['ffd8ff', 'a picture (JPEG)'],
  ['47494638', 'a picture (GIF)'],
  ['52494646', 'a picture or a sound'],
  ['d0cf11e0', 'an old Word or Excel document'],
  ['52617221', 'a RAR archive'],
  ['377abcaf', 'a 7-Zip archive'],
  ['1f8b', 'a gzip archive'],
  ['4f676753', 'a voice message'],
  ['494433', 'a sound recording'],
  ['1a45dfa3', 'a video'],
  ['53514c697465', 'a database'],
  ['7b5c727466', 'a rich text document (RTF)'],
];
/** What stands behind the size of the first part of a video or picture from a phone: "ftyp". */
const PHONE_FILE = '66747970';

/** Bytes of which a file's first part is judged. */
const SAMPLE = 4096;

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
  const beginning = Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  for (const [signature, what] of SIGNATURES) if (beginning.startsWith(signature)) return what;
  if (beginning.endsWith(PHONE_FILE)) return 'a video or picture from a phone';
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
