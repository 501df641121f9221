import { markersOf } from './body/markers.ts';
import { type Cut, type CutTools, cutMessages, today } from './cut.ts';
import { noMessages, tooLong } from './errors.ts';
import { accept, acceptsAll } from './header/accept.ts';
import { Candidates, type PrintedDate } from './header/candidates.ts';
import { type Decision, decide } from './header/decide.ts';
import { holdsLrm, Letters } from './header/letters.ts';
import * as SHAPE from './header/shape.ts';
import { type HeaderEvidence, isWorded, type Survey, survey } from './header/survey.ts';
import { type ChatFile, openFile } from './input/open-file.ts';
import { LONGEST_MESSAGE, moved } from './input/windows.ts';
import type { LanguageTable } from './languages/table.ts';
import { isRepeated, type NamedEntries, type Tally, tally } from './names/colon-tally.ts';
import { checkSenders } from './names/find-senders.ts';
import { Speakers } from './names/speakers.ts';
import { refuseOthers } from './not-a-chat.ts';
import { orderLanguages } from './notices/language-order.ts';
import { matchNotice } from './notices/matcher.ts';
import { looksLikeChat } from './read-text.ts';
import type { Message, ReadOptions } from './types.ts';

/** Senders that are kept in mind; a hostile file may have a million. */
const MOST_SPEAKERS = 5000;
/** Entries of a window, at first, and its bytes with what was left of the one before. */
const COLUMNS = 1024;
const ROOM = 1 << 17;
/** Share of the work that deciding the format is, for progress. */
const FIRST_PASS = 0.4;

/** Gives the language tables for a chat, by its beginning. */
export type TableSource = (beginning: Letters) => Promise<readonly LanguageTable[]>;

class Evidence implements HeaderEvidence {
  readonly dates: PrintedDate[] = [];
  crlf = 0;
  lineEnds = 0;
  endsWithCrlf = false;
  firstShape = -2;
  hasMarks = false;

  add(found: HeaderEvidence, bytes: Uint8Array): void {
    for (const date of found.dates) this.dates.push(date);
    this.crlf += found.crlf;
    this.lineEnds += found.lineEnds;
    if (bytes.length > 0) this.endsWithCrlf = found.endsWithCrlf;
    if (this.firstShape === -2) this.firstShape = found.firstShape;
    this.hasMarks ||= found.hasMarks || holdsLrm(bytes);
  }
}

function isBracketed({ dates }: Pick<HeaderEvidence, 'dates'>): boolean {
  return ((dates[0]?.shape ?? 0) & SHAPE.bracket) !== 0;
}

interface Plan {
  readonly decision: Decision;
  readonly worded: boolean;
  readonly tools: Omit<CutTools, 'speakers'>;
  /** Senders met. */
  readonly names: readonly string[];
}

// First pass: decides, from the whole file, what a header is.
async function plan(file: ChatFile, tablesFor: TableSource, options: ReadOptions): Promise<Plan> {
  const evidence = new Evidence();
  let isFirst = true;
  let worded = false;
  let markers = markersOf([], false);
  let tables: CutTools['tables'] = { likely: [], all: [] };
  const columns = new Candidates(COLUMNS);
  const kinds = { plain: 0, wide: 0 };
  const speakers = new Speakers();
  const tallies = new Map<number, Tally>();
  for await (const { bytes, done } of file.windows()) {
    const letters = new Letters(bytes);
    if (isFirst) {
      isFirst = false;
      worded = isWorded(letters.piece(0, bytes.length));
      tables = orderLanguages(await tablesFor(letters), letters, options.locale);
      markers = markersOf(tables.all, (file.files?.size ?? 0) > 0);
    }
    const isCounting = speakers.names.length <= MOST_SPEAKERS;
    const found = survey(letters, worded, isCounting ? { columns, kinds, speakers } : { columns, kinds });
    evidence.add(found, bytes);
    if (isCounting) countNames(found, { letters, speakers, leads: markers.leads }, tables.likely, tallies);
    options.onProgress?.((done / Math.max(1, file.size)) * FIRST_PASS);
  }
  const decision = decide(evidence, options.locale);
  if (decision === null) throw noMessages();
  const count = acceptsAll(evidence.dates, decision, today())
    ? { speakers, tallies }
    : await recount(file, decision, worded, tables, markers.leads);
  const memory = { parts: new Map(), actors: new Map(), open: openNames(count) };
  const tools = {
    tables,
    markers,
    files: file.files,
    name: options.name,
    hasMarks: evidence.hasMarks,
    memory,
  };
  return { decision, worded, tools, names: speakers.names };
}

/** Senders, and what follows the colon after each. */
interface Count {
  readonly speakers: Speakers;
  readonly tallies: Map<number, Tally>;
}

function openNames({ speakers, tallies }: Count): Map<string, boolean> {
  const open = new Map<string, boolean>();
  for (const [sender, its] of tallies)
    if (!its.refuted) open.set(speakers.names[sender] ?? '', isRepeated(its));
  return open;
}

// Counts again where some lines look like headers and are none: what they say of names does not count.
async function recount(
  file: ChatFile,
  decision: Decision,
  worded: boolean,
  tables: CutTools['tables'],
  leads: NamedEntries['leads'],
): Promise<Count> {
  const bracket = (decision.main & SHAPE.bracket) !== 0;
  const columns = new Candidates(COLUMNS);
  const kinds = { plain: 0, wide: 0 };
  const speakers = new Speakers();
  const tallies = new Map<number, Tally>();
  let lastDay = 0;
  for await (const { bytes } of file.windows()) {
    if (speakers.names.length > MOST_SPEAKERS) break;
    const letters = new Letters(bytes);
    const found = survey(letters, worded, { columns, kinds, speakers });
    const accepted = accept(letters, found, decision, today(), lastDay);
    const { entries } = accepted;
    lastDay = accepted.lastDay;
    checkSenders(letters, entries, speakers, bracket, tables.all);
    tally({ letters, entries, speakers, leads, readNotice: noticeReader(bracket, tables.likely) }, tallies);
  }
  return { speakers, tallies };
}

// Counts what follows each sender's colon, for names that hold a colon themselves.
function countNames(
  { candidates, end }: Survey,
  about: Pick<NamedEntries, 'letters' | 'speakers' | 'leads'>,
  tables: readonly LanguageTable[],
  tallies: Map<number, Tally>,
): void {
  const { length, words, before, sender, dates } = candidates;
  before[length] = end;
  const entries = { length, from: words, to: before.subarray(1), sender };
  tally({ ...about, entries, readNotice: noticeReader(isBracketed({ dates }), tables) }, tallies);
}

// What reads a line as a notice, for names that hold a colon; in brackets, notices have marks of their own.
function noticeReader(bracket: boolean, tables: readonly LanguageTable[]): NamedEntries['readNotice'] {
  return bracket ? null : (line) => matchNotice(line, tables, () => false);
}

/** Messages of a stretch of a chat, and what was found on the way; all of it is good until the next one is asked for. */
interface Stretch {
  readonly cut: Cut;
  /** How many of its messages are whole. */
  readonly whole: number;
  readonly names: readonly string[];
  readonly done: number;
}

// Second pass: cuts the messages, a stretch after the other. All of them use the same room.
async function* stretches(file: ChatFile, { decision, worded, tools }: Plan): AsyncGenerator<Stretch> {
  const columns = new Candidates(COLUMNS);
  const kinds = { plain: 0, wide: 0 };
  let speakers = new Speakers();
  let room = new Uint8Array(ROOM);
  let size = 0;
  // A message longer than a window is waited for, ever longer, so that it is gone through a few times only.
  let enough = 0;
  let index = 0;
  let line = 0;
  let lastDay = 0;
  for await (const { bytes, done, isLast } of file.windows()) {
    if (size + bytes.length > room.length) room = moved(room, 0, size, 2 * (size + bytes.length));
    room.set(bytes, size);
    size += bytes.length;
    if (size < enough && !isLast) continue;
    if (speakers.names.length > MOST_SPEAKERS) speakers = new Speakers();
    const letters = new Letters(room.subarray(0, size));
    const found = survey(letters, worded, { speakers, columns, kinds });
    const before = { messages: index, lines: line };
    const cut = cutMessages(letters, found, decision, { ...tools, speakers, lastDay, before });
    const whole = isLast ? cut.entries.length : cut.entries.length - 1;
    if (whole <= 0 && !isLast) {
      if (size > LONGEST_MESSAGE) throw tooLong();
      enough = Math.min(size * 2, LONGEST_MESSAGE + 1);
      continue;
    }
    if (whole > 0) yield { cut, whole, names: speakers.names, done };
    index += Math.max(0, whole);
    line += (cut.entries.line[whole] ?? 1) - 1;
    lastDay = cut.accepted.lastDay;
    // The last message may go on: it is where the next stretch begins.
    const { lastBegins } = cut.accepted;
    size -= lastBegins;
    room = moved(room, lastBegins, size, ROOM);
    enough = 0;
  }
}

// Goes through a file in which the first pass met no sender, until it shows that it is a chat.
async function refuseNameless(file: ChatFile, planned: Plan, bracket: boolean): Promise<void> {
  let met: readonly string[] = [];
  for await (const { cut, names } of stretches(file, planned)) {
    if (names.length === 0 && cut.analysis().events.events.length > 0) return;
    met = names;
  }
  refuseOthers(met, bracket, () => false);
}

/**
 * Reads an export of any size in constant memory: goes through the file twice, first to decide the format, then to
 * give the messages, in batches. Names that hold a colon are known from the first stretch that gives them away.
 * @param blob the file
 * @param tablesFor gives the language tables
 * @param options the file's name, a hint, progress
 * @throws ChatReadError when the file is no export
 */
export async function* streamMessages(
  blob: Blob,
  tablesFor: TableSource,
  options: ReadOptions,
): AsyncGenerator<Message[]> {
  const file = await openFile(blob, looksLikeChat);
  const planned = await plan(file, tablesFor, options);
  const bracket = (planned.decision.main & SHAPE.bracket) !== 0;
  if (planned.names.length > 0) refuseOthers(planned.names, bracket, () => false);
  else await refuseNameless(file, planned, bracket);
  let isEmpty = true;
  for await (const { cut, whole, done } of stretches(file, planned)) {
    isEmpty = false;
    yield cut.messages.slice(0, whole);
    options.onProgress?.(FIRST_PASS + (done / Math.max(1, file.size)) * (1 - FIRST_PASS));
  }
  if (isEmpty) throw noMessages();
}
