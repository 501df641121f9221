import { DEEDS, type Deed, type KeptMessage, type LogEntry, logText } from './entry.ts';

/** The file is no log, or was changed or cut short; the message says what to do. */
export class LogFileError extends Error {
  override readonly name = 'LogFileError';
}

/** A log of many years is smaller than this; anything larger is some other file. */
const LARGEST = 20_000_000;
const BEFORE_COPY = 'To bring this log back into the page, leave this last line as it is:';
const MARK = 'handbell-moderator-log-1 ';
const WALL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/;

const NOT_A_LOG = new LogFileError(
  'This is not a whole log saved from these pages. Nothing was changed. Choose the file whose name begins with “moderator-log”, as it was saved.',
);

/**
 * A log as a text file for people, with a copy in its last line from which it can be brought back.
 * @param entries in the order they were written
 * @param today the day it is made, as `YYYY-MM-DD`
 */
export function logFile(entries: readonly LogEntry[], today: string): string {
  const copy = entries.map(({ at, deed, note, messages }) => ({ at, deed, note, messages }));
  return `${logText(entries, today)}${BEFORE_COPY}\r\n${MARK}${JSON.stringify(copy)}\r\n`;
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTime = (value: unknown): value is string => isText(value) && WALL_TIME.test(value);
const deedOf = (value: unknown): Deed | undefined => DEEDS.find((deed) => deed === value);

function messageOf(value: unknown): KeptMessage {
  if (!isFields(value)) throw NOT_A_LOG;
  const { at, sender, text } = value;
  if (!isTime(at) || !isText(sender) || !isText(text)) throw NOT_A_LOG;
  return { at, sender, text };
}

function entryOf(value: unknown): LogEntry {
  if (!isFields(value)) throw NOT_A_LOG;
  const { at, deed: done, note, messages } = value;
  const deed = deedOf(done);
  if (!isTime(at) || deed === undefined || !isText(note) || !Array.isArray(messages)) throw NOT_A_LOG;
  return { at, deed, note, messages: messages.map(messageOf) };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line.slice(MARK.length));
  } catch {
    throw NOT_A_LOG;
  }
}

/**
 * Reads the entries of a saved log.
 * @param text a file of `logFile`
 * @throws LogFileError when it is something else, or was changed or cut short
 */
export function readLogFile(text: string): readonly LogEntry[] {
  if (text.length > LARGEST) throw NOT_A_LOG;
  const line = text
    .split(/\r?\n/)
    .filter((each) => each !== '')
    .at(-1);
  if (line === undefined || !line.startsWith(MARK)) throw NOT_A_LOG;
  const entries = parsed(line);
  if (!Array.isArray(entries)) throw NOT_A_LOG;
  return entries.map(entryOf);
}

const sameness = ({ at, deed, note, messages }: LogEntry): string =>
  JSON.stringify([at, deed, note, messages.map(({ at: sent, sender, text }) => [sent, sender, text])]);

/** The entries of a file that a log does not have yet, each once: so a file can be brought back twice. */
export function missingFrom(log: readonly LogEntry[], file: readonly LogEntry[]): readonly LogEntry[] {
  const known = new Set(log.map(sameness));
  return file.filter((entry) => {
    const key = sameness(entry);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
