import { utf16Kind } from './detect.ts';

/**
 * Decodes a text file: UTF-16 and UTF-8 by their marks or their shape, otherwise Windows-1252, which every byte
 * sequence fits. Line ends become `\n`.
 */
export function decodeText(bytes: Uint8Array): string {
  return decodeBytes(bytes).replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n');
}

function decodeBytes(bytes: Uint8Array): string {
  const wide = utf16Kind(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
