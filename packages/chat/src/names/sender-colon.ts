import { isMark, isSpace } from '../header/characters.ts';

const COLON = 58;
const NEWLINE = 10;
const SPACE = 32;
/** A longer beginning of a line is no name: WhatsApp allows 100 characters for a group and 25 for a person. */
const LONGEST_NAME = 160;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/**
 * Position of the colon that ends the sender's name, or -1.
 * @param tight whether a colon without a space after it will do
 */
export function senderColon(text: string, from: number, to: number, tight: boolean): number {
  const limit = Math.min(to, from + LONGEST_NAME);
  for (let at = from; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code > COLON) continue;
    if (code === NEWLINE) return -1;
    if (code !== COLON || at === from) continue;
    if (at + 1 >= to) return at;
    const next = text.charCodeAt(at + 1);
    // A time of day is no name and its message.
    if (tight && !(isDigit(text.charCodeAt(at - 1)) && isDigit(next))) return at;
    if (next === SPACE || isSpace(next) || isMark(next) || next === NEWLINE || next === 13) return at;
  }
  return -1;
}

/** What comes after the colon: one space, and nothing else that belongs to the words. */
export function afterColon(text: string, colon: number, to: number): number {
  const next = colon + 1;
  return next < to && isSpace(text.charCodeAt(next)) ? next + 1 : next;
}
