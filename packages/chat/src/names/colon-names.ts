import type { Entries } from '../entries.ts';
import type { NoticeMatch } from '../notices/matcher.ts';
import { cleanName } from './clean-name.ts';
import type { Speakers } from './speakers.ts';

/** Longest second part of a name that holds a colon. */
const LONGEST_PART = 60;
/** Different second parts that are counted for one first part. */
const MOST_PARTS = 64;
/** Would-be senders that are looked into. A chat has a handful; a hostile file must not cost more. */
const MOST_CANDIDATES = 200;
const LONGEST_NOTICE = 400;
/** Longest words that the phone writes in place of a message. */
const LONGEST_FIXED = 80;
/** Most colons in one name. */
const MOST_COLONS = 3;
/** Words that people begin messages with, again and again: a name is not made of them. */
const LEADS = new Set(
  `note see reminder fyi ps nb update edit edited re question q a answer ans todo ok sorry today tomorrow yesterday monday
  tuesday wednesday thursday friday saturday sunday http https also example eg ie wrote said says from to subject date time
  when where who what why how cost price location link poll option event nota hinweis rappel recordatorio`.split(
    /\s+/,
  ),
);

/** Reads a line as a notice, or says that it is none. */
export type ReadNotice = (line: string) => NoticeMatch | null;

// What one would-be sender's messages begin with, up to a second colon.
interface Tally {
  readonly parts: Map<string, number>;
  /** Lines that make sense as a notice about someone whose name holds a colon. */
  readonly notices: number[];
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
      return text.charCodeAt(at + 1) === 32 || at + 1 === to ? text.slice(from, at) : null;
    }
  }
  return null;
}

function looksLikeName(part: string): boolean {
  const word = part.replace(/[\u2068\u2069]/g, '').trim();
  // What stands behind the phone's mark is its own words.
  return (
    !part.startsWith('\u200e') &&
    word !== '' &&
    !/[?!.,;<>]|https?$/.test(word) &&
    !LEADS.has(word.toLowerCase())
  );
}

/** Are some words the phone's own from end to end, such as `<Media omitted>`? */
export type FixedTest = (words: string) => boolean;

/** Everything that joining names looks at. */
interface Scene {
  readonly text: string;
  readonly entries: Entries;
  readonly speakers: Speakers;
  /** Null in bracketed files, whose notices always have a sender. */
  readonly readNotice: ReadNotice | null;
  readonly isFixed: FixedTest;
}

function wordsOf({ text, entries }: Scene, at: number): string {
  return text.slice(
    entries.from[at],
    Math.min(entries.to[at] ?? 0, (entries.from[at] ?? 0) + LONGEST_NOTICE),
  );
}

function tally(scene: Scene): Tally[] {
  const { text, entries, speakers, readNotice } = scene;
  const all = speakers.names.map(
    (): Tally => ({ parts: new Map(), notices: [], messages: 0, refuted: false }),
  );
  for (let at = 0; at < entries.length; at += 1) {
    const sender = entries.sender[at] ?? -1;
    const its = all[sender];
    if (its === undefined || its.refuted) continue;
    const part = secondPart(text, entries.from[at] ?? 0, entries.to[at] ?? 0);
    if (part !== null && looksLikeName(part) && its.parts.size < MOST_PARTS) {
      its.messages += 1;
      its.parts.set(part, (its.parts.get(part) ?? 0) + 1);
    } else if (
      readNotice?.(`${speakers.names[sender] ?? ''}: ${wordsOf(scene, at)}`)?.actor?.includes(': ') === true
    ) {
      its.notices.push(at);
    } else its.refuted = true;
  }
  return all;
}

// Texts of the notices that have no sender, for names to be looked up in.
function noticesOf(scene: Scene): string[] {
  const notices: string[] = [];
  for (let at = 0; at < scene.entries.length; at += 1) {
    if ((scene.entries.sender[at] ?? -1) < 0) notices.push(cleanName(wordsOf(scene, at)));
  }
  return notices;
}

// "Ben added Oak: Ruth" looks like words of one "Ben added Oak". Where Ben is known, it is a notice.
function freeNotices(scene: Scene): void {
  const { entries, speakers, readNotice } = scene;
  if (readNotice === null) return;
  const notices = new Set<number>();
  for (const [number, name] of speakers.names.slice(0, MOST_CANDIDATES).entries()) {
    const actor = readNotice(name)?.actor;
    if (actor !== undefined && actor !== null && speakers.has(actor)) notices.add(number);
  }
  if (notices.size === 0) return;
  for (let at = 0; at < entries.length; at += 1) {
    const sender = entries.sender[at] ?? -1;
    if (!notices.has(sender)) continue;
    entries.sender[at] = -1;
    entries.from[at] = entries.body[at] ?? 0;
  }
}

/**
 * Puts names right that hold ": " themselves, such as "Oak: Ruth". The whole file is the evidence: every message of
 * "Oak" goes on with the same few second parts; or the phone's own words or its mark U+200E stand after a second
 * colon; or a notice names "Oak: Ruth".
 * @param text the chat
 * @param entries changed: `sender` and `from`
 * @param speakers the senders; full names are added
 * @param readNotice reads a line as a notice; null where notices always have a sender
 * @param isFixed knows the phone's own words
 * @param memory first and second parts known from earlier stretches of the same chat; what is found is added
 */
export function joinColonNames(
  text: string,
  entries: Entries,
  speakers: Speakers,
  readNotice: ReadNotice | null,
  isFixed: FixedTest,
  memory?: Map<string, Set<string>>,
): void {
  const scene: Scene = { text, entries, speakers, readNotice, isFixed };
  freeNotices(scene);
  let more = MOST_COLONS;
  while (more > 0 && joinOnce(scene, memory)) more -= 1;
}

// Joins one more part to each name that goes on after its colon. Tells whether there was any.
function joinOnce(scene: Scene, memory: Map<string, Set<string>> | undefined): boolean {
  const { speakers } = scene;
  const known = new Map<number, { parts: ReadonlySet<string>; notices: readonly number[] }>();
  let notices: string[] | null = null;
  let examined = 0;
  for (const [sender, its] of tally(scene).entries()) {
    const remembered = memory?.get(speakers.names[sender] ?? '');
    if (remembered !== undefined) {
      known.set(sender, { parts: remembered, notices: its.notices });
      continue;
    }
    if (its.refuted || its.messages === 0 || examined >= MOST_CANDIDATES) continue;
    examined += 1;
    notices ??= noticesOf(scene);
    const name = speakers.names[sender] ?? '';
    if (notices.some((notice) => notice.startsWith(`${name} `) || notice.endsWith(` ${name}`))) continue;
    const repeated = its.messages >= 2 && its.parts.size * 2 <= its.messages;
    const parts = [...its.parts.keys()].filter(
      (part) => repeated || isMarked(scene, sender, part) || isNamed(notices ?? [], `${name}: ${part}`),
    );
    if (parts.length === 0) continue;
    const found = new Set(parts);
    known.set(sender, { parts: found, notices: its.notices });
    memory?.set(name, found);
  }
  if (known.size > 0) join(scene, known);
  return known.size > 0;
}

function isNamed(notices: readonly string[], name: string): boolean {
  const full = cleanName(name);
  return notices.some((notice) => notice.includes(full));
}

// Do the phone's own mark or words stand after the second colon in some message?
function isMarked({ text, entries, isFixed }: Scene, sender: number, part: string): boolean {
  for (let at = 0; at < entries.length; at += 1) {
    if (entries.sender[at] !== sender || !text.startsWith(part, entries.from[at])) continue;
    const words = (entries.from[at] ?? 0) + part.length + 2;
    const to = entries.to[at] ?? 0;
    if (text.charCodeAt(words) === 0x200e) return true;
    if (to - words < LONGEST_FIXED && isFixed(text.slice(words, to))) return true;
  }
  return false;
}

function join(
  { text, entries, speakers }: Scene,
  known: ReadonlyMap<number, { parts: ReadonlySet<string>; notices: readonly number[] }>,
): void {
  const freed = new Set([...known.values()].flatMap((each) => each.notices));
  for (let at = 0; at < entries.length; at += 1) {
    const sender = entries.sender[at] ?? -1;
    const its = known.get(sender);
    if (its === undefined) continue;
    const name = speakers.names[sender] ?? '';
    const from = entries.from[at] ?? 0;
    if (freed.has(at)) {
      entries.sender[at] = -1;
      entries.from[at] = entries.body[at] ?? 0;
      continue;
    }
    const part = secondPart(text, from, entries.to[at] ?? 0);
    if (part === null || !its.parts.has(part)) continue;
    entries.sender[at] = speakers.add(`${name}: ${part}`);
    entries.from[at] = Math.min(entries.to[at] ?? 0, from + part.length + 2);
  }
}
