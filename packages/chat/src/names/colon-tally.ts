import type { Entries } from '../entries.ts';
import { LRM } from '../header/characters.ts';
import { COLON, NEWLINE, SPACE } from '../header/codes.ts';
import type { Letters } from '../header/letters.ts';
import { WIDEST } from '../header/utf8.ts';
import type { NoticeMatch } from '../notices/matcher.ts';
import type { Speakers } from './speakers.ts';

/** Longest second part of a name that holds a colon. */
const LONGEST_PART = 60;
/** Different second parts that are counted for one first part. */
const MOST_PARTS = 64;
const LONGEST_TRIED = 400;
/** Reads a line as a notice, or says that it is none. */
export type ReadNotice = (line: string) => NoticeMatch | null;

/** What one would-be sender's messages begin with, up to a second colon. */
export interface Tally {
  readonly parts: Map<string, number>;
  /** Lines that make sense as a notice about someone whose name holds a colon. */
  readonly notices: number[];
  messages: number;
  /** Some message has no second colon: then the first part is a whole name. */
  refuted: boolean;
}

/** The beginning of some words up to the first ": " of their first line, or null. */
export function secondPart(words: string): string | null {
  const limit = Math.min(words.length, LONGEST_PART);
  for (let at = 0; at < limit; at += 1) {
    const code = words.charCodeAt(at);
    if (code === NEWLINE) return null;
    if (code === COLON && at > 0) {
      return words.charCodeAt(at + 1) === SPACE || at + 1 === words.length ? words.slice(0, at) : null;
    }
  }
  return null;
}

function looksLikeName(part: string, leads: ReadonlySet<string>): boolean {
  const word = part.replace(/[\u2068\u2069]/g, '').trim();
  // What stands behind the phone's mark is its own words.
  return (
    !part.startsWith(LRM) && word !== '' && !/[?!.,;<>]|https?$/.test(word) && !leads.has(word.toLowerCase())
  );
}

/** Entries whose senders are found, but may be only the first part of a name. */
export interface NamedEntries {
  readonly letters: Letters;
  readonly entries: Pick<Entries, 'length' | 'from' | 'to' | 'sender'>;
  readonly speakers: Speakers;
  /** Null in bracketed files, whose notices always have a sender. */
  readonly readNotice: ReadNotice | null;
  /** Words that people begin messages with, again and again: a name is not made of them. */
  readonly leads: ReadonlySet<string>;
}

/** The words of an entry, as far as a notice may go. */
export function beginningOf({ letters, entries }: NamedEntries, at: number): string {
  const from = entries.from[at] ?? 0;
  const to = Math.min(entries.to[at] ?? 0, from + LONGEST_TRIED * WIDEST);
  return letters.piece(from, to).slice(0, LONGEST_TRIED);
}

/**
 * Counts what the messages of each would-be sender begin with.
 * @param named the entries
 * @param all counts by the sender's number, from earlier stretches too; added to
 */
export function tally(named: NamedEntries, all: Map<number, Tally>): Map<number, Tally> {
  const { entries, speakers } = named;
  // Marks who need no look any more: most messages are theirs.
  const refuted = new Uint8Array(speakers.names.length);
  let open = speakers.names.length;
  for (let at = 0; at < entries.length && open > 0; at += 1) {
    const sender = entries.sender[at] ?? -1;
    if (sender < 0 || refuted[sender] === 1) continue;
    let its = all.get(sender);
    if (its === undefined) {
      its = { parts: new Map(), notices: [], messages: 0, refuted: false };
      all.set(sender, its);
    }
    if (!its.refuted) count(named, at, its);
    if (!its.refuted) continue;
    refuted[sender] = 1;
    open -= 1;
  }
  return all;
}

function count(named: NamedEntries, at: number, its: Tally): void {
  const { entries, speakers, readNotice } = named;
  const words = beginningOf(named, at);
  const part = secondPart(words);
  if (part !== null && looksLikeName(part, named.leads) && its.parts.size < MOST_PARTS) {
    its.messages += 1;
    its.parts.set(part, (its.parts.get(part) ?? 0) + 1);
    return;
  }
  const name = speakers.names[entries.sender[at] ?? -1] ?? '';
  const notice = readNotice?.(`${name}: ${words}`);
  if (notice?.actor?.includes(': ') === true) its.notices.push(at);
  else its.refuted = true;
}

/** Do the messages of one would-be sender go on with the same few second parts? */
export function isRepeated({ refuted, messages, parts }: Tally): boolean {
  return !refuted && messages >= 2 && parts.size * 2 <= messages;
}
