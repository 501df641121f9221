import { Bodies, NOTICE } from './body/bodies.ts';
import type { Body } from './body/body.ts';
import type { BodyContext } from './body/describe.ts';
import type { Markers } from './body/markers.ts';
import type { Entries } from './entries.ts';
import { type Accepted, accept } from './header/accept.ts';
import type { Decision } from './header/decide.ts';
import { holdsLrm, type Letters } from './header/letters.ts';
import * as SHAPE from './header/shape.ts';
import type { Survey } from './header/survey.ts';
import type { LanguageTable } from './languages/table.ts';
import { MessageList } from './message-list.ts';
import { joinColonNames, type NameMemory } from './names/colon-names.ts';
import { checkSenders } from './names/find-senders.ts';
import type { Speakers } from './names/speakers.ts';
import { lostNotices } from './notices/lost-marks.ts';
import { matchNotice } from './notices/matcher.ts';
import { type Events, eventReader } from './notices/read-events.ts';
import type { MediaItem } from './types.ts';
import { Words } from './words.ts';

const NO_FILES: ReadonlyMap<string, number> = new Map();

/** What messages are cut with. */
export interface CutTools {
  readonly tables: { readonly likely: readonly LanguageTable[]; readonly all: readonly LanguageTable[] };
  readonly markers: Markers;
  readonly speakers: Speakers;
  /** The zip's other files and their sizes; null when there is no zip. */
  readonly files: ReadonlyMap<string, number> | null;
  /** The file's name. */
  readonly name?: string | undefined;
  /** What earlier stretches of the chat gave away of names. */
  readonly memory?: NameMemory;
  /** Packed day of the entry before this text. */
  readonly lastDay?: number;
  /** Messages and lines of the file before this text. */
  readonly before?: { readonly messages: number; readonly lines: number };
  /** U+200E stands somewhere in the file, be it in this text or not. */
  readonly hasMarks?: boolean;
}

/** What a closer look at every entry gives. */
export interface Analysis {
  readonly events: Events;
  readonly media: readonly MediaItem[];
  /** Positions of the notices. */
  readonly notices: ReadonlySet<number>;
}

/** Messages cut from a text. */
export interface Cut {
  readonly accepted: Accepted;
  readonly entries: Entries;
  readonly messages: MessageList;
  /** Looks at every entry more closely; done once, when it is first asked for. */
  readonly analysis: () => Analysis;
}

/** Today's date, `YYYY-MM-DD`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/**
 * Cuts a text into messages, once it is decided what a header is.
 * @param letters the chat, or a part that begins with a header
 * @param found its survey; its columns are used up
 * @param decision what counts as a header
 * @param tools see {@link CutTools}
 */
export function cutMessages(letters: Letters, found: Survey, decision: Decision, tools: CutTools): Cut {
  const { tables, markers, speakers, files } = tools;
  const accepted = accept(letters, found, decision, today(), tools.lastDay);
  const { entries } = accepted;
  const bracket = (decision.main & SHAPE.bracket) !== 0;
  const readNotice = (line: string) => matchNotice(line, tables.likely, () => false);
  checkSenders(letters, entries, speakers, bracket, tables.all);
  const fixed = bracket ? markers.exact.ios : markers.exact.android;
  const known = { isFixed: (words: string) => fixed.has(words), leads: markers.leads };
  joinColonNames(letters, entries, speakers, bracket ? null : readNotice, known, tools.memory);
  const context: BodyContext = {
    markers,
    bracket,
    // Only in brackets does it mean anything that marks are missing.
    hasMarks: tools.hasMarks ?? (bracket && (found.hasMarks || holdsLrm(letters.bytes))),
    files: files ?? NO_FILES,
  };
  const words = new Words(letters, entries);
  const isLost = lostNotices(words, entries, speakers.names, tables.likely, tools.name);
  const bodies = new Bodies(letters, words, entries, context, isLost);
  const atOf = (index: number) => messages.atOf(index);
  const reader = eventReader({ entries, bodies, words, speakers, tables, atOf });
  const { before } = tools;
  const messages = new MessageList({
    entries,
    names: speakers.names,
    words,
    bodies,
    eventAt: reader.at,
    before,
  });
  let analysis: Analysis | undefined;
  const analyse = (): Analysis => {
    analysis ??= { ...closerLook(bodies, entries, files), events: reader.all() };
    return analysis;
  };
  return { accepted, entries, messages, analysis: analyse };
}

function closerLook(bodies: Bodies, { length }: Entries, files: CutTools['files']): Omit<Analysis, 'events'> {
  const media: MediaItem[] = [];
  const notices = new Set<number>();
  for (let index = 0; index < length; index += 1) {
    const body = bodies.glance(index);
    if (body === NOTICE) notices.add(index);
    else if (body.media !== null) media.push(mediaItem(index, body, files));
  }
  return { media, notices };
}

function mediaItem(index: number, body: Body, files: CutTools['files']): MediaItem {
  const file = body.attachment;
  const size = file === null ? undefined : files?.get(file.normalize('NFC'));
  return {
    index,
    type: body.media ?? 'unknown',
    file,
    inZip: file === null || files === null ? null : size !== undefined,
    size: size ?? null,
  };
}
