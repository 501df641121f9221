import { markersOf } from './body/markers.ts';
import { type CutTools, cutMessages } from './cut.ts';
import { ChatReadError, noMessages } from './errors.ts';
import type { PrintedDate } from './header/candidates.ts';
import { type Decision, decide } from './header/decide.ts';
import { type HeaderEvidence, isWorded, survey } from './header/survey.ts';
import { type ChatFile, openFile } from './input/windows.ts';
import type { LanguageTable } from './languages/table.ts';
import { Speakers } from './names/speakers.ts';
import { orderLanguages } from './notices/language-order.ts';
import { looksLikeChat } from './read-text.ts';
import type { Message, ReadOptions } from './types.ts';

/** Letters that are worked on at a time. Few, so that what is done with is swept away at once. */
const WINDOW = 1 << 14;
/** Letters of the longest message there may be. */
const LONGEST_MESSAGE = 32 << 20;
/** Share of the work that deciding the format is, for progress. */
const FIRST_PASS = 0.4;

/** Gives the language tables for a chat, by its beginning. */
export type TableSource = (sample: string) => Promise<readonly LanguageTable[]>;

// Gathers pieces into windows that end with a line.
async function* windowsOf(file: ChatFile): AsyncGenerator<{ text: string; done: number; isLast: boolean }> {
  let text = '';
  let done = 0;
  for await (const piece of file.pieces()) {
    text += piece.text;
    done = piece.done;
    if (text.length < WINDOW) continue;
    const end = text.lastIndexOf('\n') + 1;
    if (end === 0) continue;
    yield { text: text.slice(0, end), done, isLast: false };
    text = text.slice(end);
  }
  yield { text, done, isLast: true };
}

class Evidence implements HeaderEvidence {
  readonly dates: PrintedDate[] = [];
  crlf = 0;
  lineEnds = 0;
  endsWithCrlf = false;
  firstShape = -2;
  hasMarks = false;

  add(found: HeaderEvidence, text: string): void {
    for (const date of found.dates) this.dates.push(date);
    this.crlf += found.crlf;
    this.lineEnds += found.lineEnds;
    if (text !== '') this.endsWithCrlf = found.endsWithCrlf;
    if (this.firstShape === -2) this.firstShape = found.firstShape;
    this.hasMarks ||= text.includes('\u200e');
  }
}

interface Plan {
  readonly decision: Decision;
  readonly worded: boolean;
  readonly tools: Omit<CutTools, 'speakers'>;
}

// First pass: decides, from the whole file, what a header is.
async function plan(file: ChatFile, tablesFor: TableSource, options: ReadOptions): Promise<Plan> {
  const evidence = new Evidence();
  let sample: string | null = null;
  let worded = false;
  let markers = markersOf([], false);
  let tables: CutTools['tables'] = { likely: [], all: [] };
  for await (const { text, done } of windowsOf(file)) {
    if (sample === null) {
      sample = text;
      worded = isWorded(text);
      tables = orderLanguages(await tablesFor(text), text, options.locale);
      markers = markersOf(tables.all, (file.files?.size ?? 0) > 0);
    }
    evidence.add(survey(text, worded, { speakers: new Speakers() }), text);
    options.onProgress?.((done / Math.max(1, file.size)) * FIRST_PASS);
  }
  const decision = decide(evidence, options.locale);
  if (decision === null) throw noMessages();
  const { hasMarks } = evidence;
  return { decision, worded, tools: { tables, markers, files: file.files, name: options.name, hasMarks } };
}

function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
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
  const { decision, worded, tools } = await plan(file, tablesFor, options);
  let rest = '';
  let index = 0;
  let line = 0;
  let lastDay = 0;
  const colonNames = new Map<string, Set<string>>();
  for await (const { text: next, done, isLast } of windowsOf(file)) {
    const text = rest + next;
    const speakers = new Speakers();
    const found = survey(text, worded, { speakers });
    const before = { messages: index, lines: line };
    const cut = cutMessages(text, found, decision, { ...tools, speakers, lastDay, colonNames, before });
    const whole = isLast ? cut.entries.length : cut.entries.length - 1;
    if (whole <= 0 && !isLast) {
      if (text.length > LONGEST_MESSAGE) throw tooLong();
      rest = text;
      continue;
    }
    if (whole > 0) yield cut.messages.slice(0, whole);
    index += Math.max(0, whole);
    rest = text.slice(cut.accepted.lastBegins);
    line += lineEndsIn(text.slice(0, cut.accepted.lastBegins));
    lastDay = cut.accepted.lastDay;
    options.onProgress?.(FIRST_PASS + (done / Math.max(1, file.size)) * (1 - FIRST_PASS));
  }
  if (index === 0) throw noMessages();
}

function tooLong(): ChatReadError {
  return new ChatReadError(
    'too-big',
    'This file holds a message far longer than any chat has, so we stopped.',
  );
}
