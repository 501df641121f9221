import type { Entries } from '../entries.ts';
import { isLrm, type Letters } from '../header/letters.ts';
import { skipCharacters } from '../header/utf8.ts';
import { cleanName } from './clean-name.ts';
import {
  beginningOf,
  isRepeated,
  type NamedEntries,
  type ReadNotice,
  secondPart,
  tally,
} from './colon-tally.ts';
import type { Speakers } from './speakers.ts';

/** Would-be senders that are looked into. A chat has a handful; a hostile file must not cost more. */
const MOST_CANDIDATES = 200;
/** Would-be senders that are read as a notice, once each. */
const MOST_ACTORS = 1000;
/** Longest words that the phone writes in place of a message, in bytes. */
const LONGEST_FIXED = 240;
/** Most colons in one name. */
const MOST_COLONS = 3;

/** What is known of words that stand after a colon. */
export interface KnownWords {
  /** Are some words the phone's own from end to end, such as `<Media omitted>`? */
  readonly isFixed: (words: string) => boolean;
  /** Words that people begin messages with. */
  readonly leads: ReadonlySet<string>;
}

/** What is known of names from earlier stretches of a chat. */
export interface NameMemory {
  /** Second parts of names with a colon, by the first part. */
  readonly parts: Map<string, Set<string>>;
  /** Who acts in would-be senders that read as a notice; null for all others. */
  readonly actors: Map<string, string | null>;
  /**
   * Names of the whole chat that nothing refutes as first parts, and whether their second parts repeat; null where the
   * text at hand is the whole chat. A stretch alone proves nothing.
   */
  readonly open: ReadonlyMap<string, boolean> | null;
}

/** Everything that joining names looks at. */
interface Scene extends NamedEntries, KnownWords {
  readonly entries: Entries;
}

// Texts of the notices that have no sender, for names to be looked up in.
function noticesOf(scene: Scene): string[] {
  const notices: string[] = [];
  for (let at = 0; at < scene.entries.length; at += 1) {
    if ((scene.entries.sender[at] ?? -1) < 0) notices.push(cleanName(beginningOf(scene, at)));
  }
  return notices;
}

// "Ben added Oak: Ruth" looks like words of one "Ben added Oak". Where Ben is known, it is a notice.
function freeNotices(scene: Scene, { actors }: NameMemory): void {
  const { entries, speakers, readNotice } = scene;
  if (readNotice === null) return;
  const notices = new Set<number>();
  for (const [number, name] of speakers.names.slice(0, MOST_ACTORS).entries()) {
    let actor = actors.get(name);
    if (actor === undefined) {
      actor = readNotice(name)?.actor ?? null;
      actors.set(name, actor);
    }
    if (actor !== null && speakers.has(actor)) notices.add(number);
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
 * @param letters the chat
 * @param entries changed: `sender` and `from`
 * @param speakers the senders; full names are added
 * @param readNotice reads a line as a notice; null where notices always have a sender
 * @param known what is known of words
 * @param memory what earlier stretches of the same chat gave away; what is found is added
 */
export function joinColonNames(
  letters: Letters,
  entries: Entries,
  speakers: Speakers,
  readNotice: ReadNotice | null,
  known: KnownWords,
  memory: NameMemory = { parts: new Map(), actors: new Map(), open: null },
): void {
  const scene: Scene = { letters, entries, speakers, readNotice, ...known };
  freeNotices(scene, memory);
  let more = MOST_COLONS;
  while (more > 0 && joinOnce(scene, memory)) more -= 1;
}

// Joins one more part to each name that goes on after its colon. Tells whether there was any.
function joinOnce(scene: Scene, memory: NameMemory): boolean {
  const { speakers } = scene;
  const known = new Map<number, { parts: ReadonlySet<string>; notices: readonly number[] }>();
  let notices: string[] | null = null;
  let examined = 0;
  for (const [sender, its] of tally(scene, new Map())) {
    const name = speakers.names[sender] ?? '';
    const remembered = memory.parts.get(name);
    if (remembered !== undefined) {
      known.set(sender, { parts: remembered, notices: its.notices });
      continue;
    }
    if (its.refuted || its.messages === 0 || examined >= MOST_CANDIDATES) continue;
    // A name that has been joined already was none when the whole chat was counted.
    const repeated = memory.open === null || name.includes(': ') ? isRepeated(its) : memory.open.get(name);
    if (repeated === undefined) continue;
    examined += 1;
    notices ??= noticesOf(scene);
    if (notices.some((notice) => notice.startsWith(`${name} `) || notice.endsWith(` ${name}`))) continue;
    const marked = repeated ? its.parts : markedParts(scene, sender, its.parts);
    const parts = [...its.parts.keys()].filter(
      (part) => marked.has(part) || isNamed(notices ?? [], `${name}: ${part}`),
    );
    if (parts.length === 0) continue;
    const found = new Set(parts);
    known.set(sender, { parts: found, notices: its.notices });
    memory.parts.set(name, found);
  }
  if (known.size > 0) join(scene, known);
  return known.size > 0;
}

function isNamed(notices: readonly string[], name: string): boolean {
  const full = cleanName(name);
  return notices.some((notice) => notice.includes(full));
}

// The second parts after which the phone's own mark or words stand in some message.
function markedParts(scene: Scene, sender: number, parts: ReadonlyMap<string, number>): Set<string> {
  const { letters, entries, isFixed } = scene;
  const marked = new Set<string>();
  for (let at = 0; at < entries.length; at += 1) {
    if (entries.sender[at] !== sender) continue;
    const part = secondPart(beginningOf(scene, at));
    if (part === null || !parts.has(part) || marked.has(part)) continue;
    const words = afterPart(scene, at, part);
    const to = entries.to[at] ?? 0;
    if (isLrm(letters.bytes, words) || (to - words < LONGEST_FIXED && isFixed(letters.piece(words, to))))
      marked.add(part);
  }
  return marked;
}

// Where the words of an entry go on after a second part of its sender's name, its colon and space.
function afterPart({ letters, entries }: Scene, at: number, part: string): number {
  return skipCharacters(letters.bytes, entries.from[at] ?? 0, part.length + 2);
}

function join(
  scene: Scene,
  known: ReadonlyMap<number, { parts: ReadonlySet<string>; notices: readonly number[] }>,
): void {
  const { entries, speakers } = scene;
  const freed = new Set([...known.values()].flatMap((each) => each.notices));
  for (let at = 0; at < entries.length; at += 1) {
    const sender = entries.sender[at] ?? -1;
    const its = known.get(sender);
    if (its === undefined) continue;
    const name = speakers.names[sender] ?? '';
    if (freed.has(at)) {
      entries.sender[at] = -1;
      entries.from[at] = entries.body[at] ?? 0;
      continue;
    }
    const part = secondPart(beginningOf(scene, at));
    if (part === null || !its.parts.has(part)) continue;
    entries.sender[at] = speakers.add(`${name}: ${part}`);
    entries.from[at] = Math.min(entries.to[at] ?? 0, afterPart(scene, at, part));
  }
}
