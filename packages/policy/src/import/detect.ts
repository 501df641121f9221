import type { ImportErrorCode } from './errors.ts';

/** What a file is by its first bytes: one of the kinds that are read, or why it is refused. */
export type FileKind = 'pdf' | 'zip' | 'text' | { readonly refused: ImportErrorCode };

type Signature = readonly [offset: number, bytes: readonly number[], kind: FileKind];

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));
const refused = (code: ImportErrorCode): FileKind => ({ refused: code });

const SIGNATURES: readonly Signature[] = [
  [0, [0x50, 0x4b, 0x03, 0x04], 'zip'],
  [0, [0x50, 0x4b, 0x05, 0x06], refused('archive')],
  [0, ascii('{\\rtf'), refused('rich-text')],
  [0, [0x89, ...ascii('PNG')], refused('picture')],
  [0, [0xff, 0xd8, 0xff], refused('picture')],
  [0, ascii('GIF8'), refused('picture')],
  [0, ascii('BM'), refused('picture')],
  [0, [0x49, 0x49, 0x2a, 0x00], refused('picture')],
  [0, [0x4d, 0x4d, 0x00, 0x2a], refused('picture')],
  [8, ascii('WEBP'), refused('picture')],
  [4, ascii('ftyp'), refused('picture')],
  [0, [0x7f, ...ascii('ELF')], refused('program')],
  [0, [0x1f, 0x8b], refused('archive')],
  [0, ascii('Rar!'), refused('archive')],
  [0, [0x37, 0x7a, 0xbc, 0xaf], refused('archive')],
];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;

function startsWith(bytes: Uint8Array, offset: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[offset + index] === byte);
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/** Old Office files share one container; the names of its streams, in UTF-16, say which program wrote it. */
function compoundKind(bytes: Uint8Array): ImportErrorCode {
  const names = latin1(bytes).replaceAll('\0', '');
  if (names.includes('EncryptedPackage')) return 'password';
  if (names.includes('WordDocument')) return 'old-word';
  if (names.includes('Workbook')) return 'spreadsheet';
  return names.includes('PowerPoint Document') ? 'slides' : 'unknown-type';
}

/** Bytes that text in UTF-8 or Windows-1252 never holds; UTF-16 is told apart before this is asked. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  let odd = 0;
  for (const byte of sample) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 11) odd++;
  }
  return odd > sample.length / 200;
}

/** Whether the bytes are UTF-16, by their mark or by the zeros beside Latin letters. */
export function utf16Kind(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length % 2 !== 0 || bytes.length < 4) return undefined;
  const sample = bytes.subarray(0, 4096);
  const zeros: [number, number] = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 0 : 1]++;
  });
  const half = sample.length / 2;
  if (zeros[1] > half * 0.7 && zeros[0] < half * 0.05) return 'utf-16le';
  return zeros[0] > half * 0.7 && zeros[1] < half * 0.05 ? 'utf-16be' : undefined;
}

/** Tells what a file is from its content; its name is never trusted. */
export function detectKind(bytes: Uint8Array): FileKind {
  if (latin1(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  if (startsWith(bytes, 0, COMPOUND)) return refused(compoundKind(bytes));
  if (startsWith(bytes, 0, ascii('MZ')) && looksBinary(bytes)) return refused('program');
  const known = SIGNATURES.find(([offset, wanted]) => startsWith(bytes, offset, wanted));
  if (known && (known[1].length > 2 || looksBinary(bytes))) return known[2];
  if (utf16Kind(bytes) !== undefined) return 'text';
  return looksBinary(bytes) ? refused('unknown-type') : 'text';
}
