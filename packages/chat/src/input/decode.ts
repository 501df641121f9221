import { somethingElse } from '../errors.ts';
import { type Letters, lettersOf, markBytes } from '../header/utf8.ts';
import { whatItIs } from './identify.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Bytes looked at to tell UTF-16 without a byte order mark. */
const SAMPLE = 2048;

/**
 * Tells how a text is encoded: WhatsApp writes UTF-8; an editor may have made UTF-16 of it.
 * @param bytes the file, or its beginning
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length & ~1, SAMPLE);
  if (length < 8) return 'utf-8';
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) evenZeros += 1;
    if (bytes[at + 1] === 0) oddZeros += 1;
  }
  // The Latin half of a UTF-16 text, its digits and spaces at least, has a zero in every pair.
  if (oddZeros * 5 > length && evenZeros * 50 < length) return 'utf-16le';
  if (evenZeros * 5 > length && oddZeros * 50 < length) return 'utf-16be';
  return 'utf-8';
}

/** A file's text, with the same in UTF-8. */
export interface Decoded extends Letters {
  readonly encoding: Encoding;
}

/**
 * Turns a file's bytes into text.
 * @param file the whole file
 * @throws ChatReadError when it is certainly no text
 */
export function decode(file: Uint8Array): Decoded {
  const encoding = encodingOf(file);
  if (encoding === 'utf-8') {
    const what = whatItIs(file);
    if (what !== null) throw somethingElse(what);
  }
  const text = new TextDecoder(encoding).decode(file);
  // Bare carriage returns end lines only in files from very old editors.
  if (!text.includes('\n') && text.includes('\r'))
    return { ...lettersOf(text.replaceAll('\r', '\n')), encoding };
  return { ...lettersOf(text, encoding === 'utf-8' ? withoutBom(file) : undefined), encoding };
}

// The decoder leaves the mark at the beginning out, too.
function withoutBom(bytes: Uint8Array): Uint8Array {
  return markBytes(bytes, 0) > 0 && bytes[0] === 0xef ? bytes.subarray(3) : bytes;
}
