import { somethingElse } from '../errors.ts';
import { NEWLINE, RETURN } from '../header/codes.ts';
import { Letters } from '../header/letters.ts';
import { whatItIs } from './identify.ts';

const BOM_BYTES = [0xef, 0xbb, 0xbf];

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

/** A file's letters. */
export interface Decoded {
  readonly letters: Letters;
  readonly encoding: Encoding;
}

/**
 * Takes the letters of a text.
 * @param file the whole file; UTF-8 is kept, not copied
 * @throws ChatReadError when it is certainly no text
 */
export function decode(file: Uint8Array): Decoded {
  const encoding = encodingOf(file);
  const what = encoding === 'utf-8' ? whatItIs(file) : null;
  if (what !== null) throw somethingElse(what);
  const bytes =
    encoding === 'utf-8'
      ? withoutBom(file)
      : new TextEncoder().encode(new TextDecoder(encoding).decode(file));
  return { letters: new Letters(bytes.includes(NEWLINE) ? bytes : withLineEnds(bytes)), encoding };
}

/** Does the text begin with a byte order mark in UTF-8? Then what follows it. */
export function withoutBom(bytes: Uint8Array): Uint8Array {
  return BOM_BYTES.every((byte, at) => bytes[at] === byte) ? bytes.subarray(BOM_BYTES.length) : bytes;
}

/** A text that has bare carriage returns for line ends, as only files from very old editors do, with line ends. */
export function withLineEnds(bytes: Uint8Array): Uint8Array {
  return bytes.includes(RETURN) ? bytes.map((byte) => (byte === RETURN ? NEWLINE : byte)) : bytes;
}
