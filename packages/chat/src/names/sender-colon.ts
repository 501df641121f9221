import { isDigit, isMark, isSpace } from '../header/characters.ts';
import { BEYOND_ASCII, COLON, NEWLINE, RETURN } from '../header/codes.ts';
import { codeAt } from '../header/letters.ts';
import { letterBytes } from '../header/utf8.ts';

/** A longer beginning of a line is no name: WhatsApp allows 100 characters for a group and 25 for a person. */
const LONGEST_NAME = 160;
/** Bytes of one character at most. */
const WIDEST_LETTER = 4;

/**
 * Position of the colon that ends the sender's name, or -1.
 * @param bytes the chat
 * @param from where the line goes on after its header
 * @param to where the entry ends, or later
 * @param tight whether a colon without a space after it will do
 */
export function senderColon(bytes: Uint8Array, from: number, to: number, tight: boolean): number {
  const limit = Math.min(to, from + LONGEST_NAME * WIDEST_LETTER);
  let characters = 0;
  for (let at = from; at < limit && characters < LONGEST_NAME; at += 1) {
    const byte = bytes[at] ?? 0;
    // Letters are counted where they begin.
    if ((byte & 0xc0) !== 0x80) characters += 1;
    if (byte > COLON) continue;
    if (byte === NEWLINE) return -1;
    if (byte !== COLON || at === from) continue;
    if (at + 1 >= to) return at;
    const next = codeAt(bytes, at + 1);
    // A time of day is no name and its message.
    if (tight && !(isDigit(bytes[at - 1]) && isDigit(next))) return at;
    if (isSpace(next) || isMark(next) || next === NEWLINE || next === RETURN) return at;
  }
  return -1;
}

/** What comes after the colon: one space, and nothing else that belongs to the words. */
export function afterColon(bytes: Uint8Array, colon: number, to: number): number {
  const next = colon + 1;
  if (next >= to || !isSpace(codeAt(bytes, next))) return next;
  return next + ((bytes[next] ?? 0) < BEYOND_ASCII ? 1 : letterBytes(bytes, next));
}
