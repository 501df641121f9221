import { dayWords, timeWords } from '../page/elements.ts';

/** What a moderator can have done, besides writing it down. */
export const DEEDS = [
  'noted',
  'wrote-privately',
  'reminded',
  'deleted',
  'paused',
  'removed',
  'let-back',
  'told-school',
] as const;
export type Deed = (typeof DEEDS)[number];

export const DEED_WORDS: Readonly<Record<Deed, string>> = {
  noted: 'Wrote it down, nothing else',
  'wrote-privately': 'Wrote to somebody in private',
  reminded: 'Reminded the group',
  deleted: 'Deleted a message for everyone',
  paused: 'Paused the group',
  removed: 'Removed somebody from the group',
  'let-back': 'Let somebody back in',
  'told-school': 'Told the school',
};

/** A message that a moderator keeps with an entry, as it stood in the chat. */
export interface KeptMessage {
  readonly at: string;
  readonly sender: string;
  readonly text: string;
}

/** One entry of a moderator's own log. It never leaves the device by itself. */
export interface LogEntry {
  /** The device's own time, `YYYY-MM-DDTHH:MM:SS`. */
  readonly at: string;
  readonly deed: Deed;
  readonly note: string;
  readonly messages: readonly KeptMessage[];
}

/** Whether a text is one of the deeds. */
export function isDeed(value: string): value is Deed {
  return DEEDS.some((deed) => deed === value);
}

const two = (value: number) => String(value).padStart(2, '0');

/** A moment as the device's clock on the wall shows it. */
export function wallTime(moment: Date): string {
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-');
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}:${two(moment.getSeconds())}`;
}

function entryText({ at, deed, note, messages }: LogEntry): string {
  const kept = messages.map((message) => `  ${timeWords(message.at)}, ${message.sender}: ${message.text}`);
  return [`${timeWords(at)}: ${DEED_WORDS[deed]}`, ...(note === '' ? [] : [note]), ...kept].join('\r\n');
}

/**
 * A log as a text file that any program opens, the oldest entry first.
 * @param entries in the order they were written
 * @param today the day it is made, as `YYYY-MM-DD`
 */
export function logText(entries: readonly LogEntry[], today: string): string {
  const head = `A group moderator’s own log, saved on ${dayWords(today)}. It is private. Keep it as carefully as the phone.`;
  return [head, ...entries.map(entryText), ''].join('\r\n\r\n');
}
