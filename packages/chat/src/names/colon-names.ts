import type { Entries } from '../entries.ts';
import { cleanName } from './clean-name.ts';
import type { Speakers } from './speakers.ts';

/** Longest second part of a name that holds a colon. */
const LONGEST_PART = 60;
/** Different second parts that are counted for one first part. */
const MOST_PARTS = 64;
/** Words that people begin messages with, again and again: a name is not made of them. */
const LEADS = new Set(
  `note reminder fyi ps nb update edit edited re question q a answer ans todo ok sorry today tomorrow yesterday monday
  tuesday wednesday thursday friday saturday sunday http https also example eg ie wrote said says from to subject date time
  when where who what why how cost price location link poll option event nota hinweis rappel recordatorio`.split(
    /\s+/,
  ),
);

// What one would-be sender's messages begin with, up to a second colon.
interface Tally {
  readonly parts: Map<string, number>;
  messages: number;
  /** Some message has no second colon: then the first part is a whole name. */
  refuted: boolean;
}

// The words between `from` and the next ": " on the same line, or null.
function secondPart(text: string, from: number, to: number): string | null {
  const limit = Math.min(to, from + LONGEST_PART);
  for (let at = from; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) return null;
    if (code === 58 && at > from) {
      const next = text.charCodeAt(at + 1);
      return next === 32 || at + 1 === to ? text.slice(from, at) : null;
    }
  }
  return null;
}

function looksLikeName(part: string): boolean {
  const word = part.replace(/[\u200e\u2068\u2069]/g, '').trim();
  return word !== '' && !/[?!.,;<>]|https?$/.test(word) && !LEADS.has(word.toLowerCase());
}

function tallies(text: string, entries: Entries, senders: number): Tally[] {
  const all: Tally[] = Array.from({ length: senders }, () => ({
    parts: new Map(),
    messages: 0,
    refuted: false,
  }));
  for (let at = 0; at < entries.length; at += 1) {
    const tally = all[entries.sender[at] ?? -1];
    if (tally === undefined || tally.refuted) continue;
    tally.messages += 1;
    const part = secondPart(text, entries.from[at] ?? 0, entries.to[at] ?? 0);
    if (part === null || !looksLikeName(part) || tally.parts.size >= MOST_PARTS) tally.refuted = true;
    else tally.parts.set(part, (tally.parts.get(part) ?? 0) + 1);
  }
  return all;
}

/**
 * Puts names right that hold ": " themselves, such as "Oak: Ruth". The whole file is the evidence: every message of
 * "Oak" goes on with the same few second parts; or the phone's mark U+200E stands after a second colon; or a notice
 * names "Oak: Ruth".
 * @param text the chat
 * @param entries changed: `sender` and `from`
 * @param speakers the senders; full names are added
 */
export function joinColonNames(text: string, entries: Entries, speakers: Speakers): void {
  const count = speakers.names.length;
  const all = tallies(text, entries, count);
  const known = new Map<number, Set<string>>();
  for (const [sender, tally] of all.entries()) {
    if (tally.refuted || tally.messages === 0 || knownAlone(text, entries, speakers.names[sender] ?? ''))
      continue;
    const repeated = tally.messages >= 2 && tally.parts.size * 2 <= tally.messages;
    const parts = [...tally.parts.keys()].filter(
      (part) => repeated || isProved(text, entries, sender, part, speakers),
    );
    if (parts.length > 0) known.set(sender, new Set(parts));
  }
  if (known.size === 0) return;
  for (let at = 0; at < entries.length; at += 1) {
    const sender = entries.sender[at] ?? -1;
    const parts = known.get(sender);
    if (parts === undefined) continue;
    const from = entries.from[at] ?? 0;
    const part = secondPart(text, from, entries.to[at] ?? 0);
    if (part === null || !parts.has(part)) continue;
    entries.sender[at] = speakers.add(`${speakers.names[sender] ?? ''}: ${part}`);
    entries.from[at] = Math.min(entries.to[at] ?? 0, from + part.length + 2);
  }
}

// Does a notice without a sender begin or end with this name by itself? Then it is a whole name.
function knownAlone(text: string, entries: Entries, name: string): boolean {
  return someNotice(text, entries, (notice) => notice.startsWith(`${name} `) || notice.endsWith(` ${name}`));
}

function isProved(text: string, entries: Entries, sender: number, part: string, speakers: Speakers): boolean {
  const full = cleanName(`${speakers.names[sender] ?? ''}: ${part}`);
  for (let at = 0; at < entries.length; at += 1) {
    if (entries.sender[at] !== sender) continue;
    const after = (entries.from[at] ?? 0) + part.length + 2;
    if (text.charCodeAt(after) === 0x200e && text.startsWith(part, entries.from[at])) return true;
  }
  return someNotice(text, entries, (notice) => notice.includes(full));
}

function someNotice(text: string, entries: Entries, test: (notice: string) => boolean): boolean {
  for (let at = 0; at < entries.length; at += 1) {
    if ((entries.sender[at] ?? -1) >= 0) continue;
    if (
      test(
        cleanName(text.slice(entries.from[at], Math.min(entries.to[at] ?? 0, (entries.from[at] ?? 0) + 400))),
      )
    )
      return true;
  }
  return false;
}
