import type { Entries } from '../entries.ts';
import { isMark, isSpace } from '../header/characters.ts';
import { Speakers } from './speakers.ts';

const COLON = 58;
const NEWLINE = 10;
const LRM = 0x200e;
/** A longer beginning of a line is no name: WhatsApp allows 100 characters for a group and 25 for a person. */
const LONGEST_NAME = 160;
const QUOTE_OPENS = /["“„«‟❝]/;
const SAMPLE = 200;

/** Tells whether a line without a plain sender, such as one with a quoted group name, is a notice. */
export type NoticeTest = (line: string) => boolean;

// Position of the colon that ends the sender's name, or -1. `tight` takes a colon without a space after it.
function senderColon(text: string, from: number, to: number, tight: boolean): number {
  const limit = Math.min(to, from + LONGEST_NAME);
  for (let at = from; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) return -1;
    if (code !== COLON || at === from) continue;
    if (at + 1 >= to || tight) return at;
    const next = text.charCodeAt(at + 1);
    if (isSpace(next) || isMark(next) || next === NEWLINE || next === 13) return at;
  }
  return -1;
}

// In a file whose headers are "[…] Bob:Hi", colons are followed by no space in most lines.
function isTight(text: string, entries: Entries): boolean {
  let spaced = 0;
  let tight = 0;
  for (let at = 0; at < Math.min(entries.length, SAMPLE); at += 1) {
    const from = entries.from[at] ?? 0;
    const to = entries.to[at] ?? 0;
    if (senderColon(text, from, to, false) >= 0) spaced += 1;
    else if (senderColon(text, from, to, true) >= 0) tight += 1;
  }
  return tight > spaced;
}

/** What comes after the colon: one space, and nothing else that belongs to the words. */
function afterColon(text: string, colon: number, to: number): number {
  const next = colon + 1;
  return next < to && isSpace(text.charCodeAt(next)) ? next + 1 : next;
}

/**
 * Gives each entry its sender, by the first colon after the header, and moves `from` past it. Names that hold a colon
 * themselves are put right later, with the evidence of the whole file.
 * @param text the chat
 * @param entries changed: `sender` and `from`
 * @param bracket whether headers stand in brackets; there a colon without a space may end a name
 * @param isNotice asked about a line whose would-be sender holds an opening quotation mark
 */
export function findSenders(
  text: string,
  entries: Entries,
  bracket: boolean,
  isNotice: NoticeTest,
): Speakers {
  const speakers = new Speakers();
  const tight = bracket && isTight(text, entries);
  const { from, to, sender } = entries;
  for (let at = 0; at < entries.length; at += 1) {
    const begin = from[at] ?? 0;
    const end = to[at] ?? 0;
    const colon = senderColon(text, begin, end, tight);
    if (colon < 0) continue;
    const raw = text.slice(begin, colon);
    let number = speakers.find(raw);
    if (number < 0) {
      if (raw.charCodeAt(0) === LRM && !bracket) continue;
      if (QUOTE_OPENS.test(raw) && isNotice(firstLine(text, begin, end))) continue;
      number = speakers.add(raw);
    }
    sender[at] = number;
    from[at] = afterColon(text, colon, end);
  }
  return speakers;
}

/** The first line of a stretch of text. */
export function firstLine(text: string, from: number, to: number): string {
  const line = text.slice(from, Math.min(to, from + 1000));
  const end = line.indexOf('\n');
  return end < 0 ? line : line.slice(0, end).replace(/\r$/, '');
}
