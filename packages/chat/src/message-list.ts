import type { Bodies } from './body/bodies.ts';
import { mentionsIn } from './body/mentions.ts';
import type { Entries } from './entries.ts';
import { isoDay } from './header/calendar.ts';
import type { ChatEvent, Message } from './types.ts';

const NO_MENTIONS: readonly string[] = [];

function isoTime(seconds: number): string {
  const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Everything a list of messages stands on. */
export interface MessageSource {
  readonly entries: Entries;
  readonly names: readonly string[];
  readonly bodies: Bodies;
  /** Notices that were understood, by the position of their message; asked for when the first notice is. */
  readonly events: () => ReadonlyMap<number, ChatEvent>;
}

/**
 * The messages of an export, in file order. A message becomes an object when it is asked for, so a million of them
 * cost no more than the text and some columns of numbers. To get an array, spread it: `[...chat.messages]`.
 */
export class MessageList implements Iterable<Message> {
  readonly length: number;
  readonly #source: MessageSource;
  #lastDay = -1;
  #lastIso = '';

  /** @param source the text and what was found in it */
  constructor(source: MessageSource) {
    this.#source = source;
    this.length = source.entries.length;
  }

  /**
   * The message at a position; a negative one counts from the end.
   * @returns undefined when there is none
   */
  at(index: number): Message | undefined {
    const position = index < 0 ? this.length + index : index;
    return Number.isInteger(position) && position >= 0 && position < this.length
      ? this.#read(position)
      : undefined;
  }

  /** The messages from `start` up to but not including `end`. */
  slice(start = 0, end = this.length): Message[] {
    const from = Math.max(0, start < 0 ? this.length + start : start);
    const to = Math.min(this.length, end < 0 ? this.length + end : end);
    const messages: Message[] = [];
    for (let index = from; index < to; index += 1) messages.push(this.#read(index));
    return messages;
  }

  /** Goes through the messages in file order. */
  *[Symbol.iterator](): IterableIterator<Message> {
    for (let index = 0; index < this.length; index += 1) yield this.#read(index);
  }

  /** The messages for which a test holds, as an array. */
  filter(test: (message: Message) => boolean): Message[] {
    const found: Message[] = [];
    for (const message of this) if (test(message)) found.push(message);
    return found;
  }

  /** What a function makes of each message, as an array. */
  map<T>(make: (message: Message) => T): T[] {
    return Array.from(this, make);
  }

  /** The messages as an array, as `JSON.stringify` wants them. */
  toJSON(): Message[] {
    return this.slice();
  }

  /** Time of a message, without making the message. */
  atOf(index: number): string {
    const { entries } = this.#source;
    const packed = entries.dayOf(index);
    if (packed !== this.#lastDay) {
      this.#lastDay = packed;
      this.#lastIso = isoDay(packed);
    }
    return `${this.#lastIso}T${isoTime(entries.seconds[index] ?? 0)}`;
  }

  #read(index: number): Message {
    const { entries, names, bodies, events } = this.#source;
    const { kind, body } = bodies.glance(index);
    const isNotice = kind === 'system';
    const text = body === null ? bodies.raw(index) : body.text;
    return {
      index,
      line: entries.line[index] ?? 0,
      at: this.atOf(index),
      sender: isNotice ? null : (names[entries.sender[index] ?? -1] ?? null),
      kind,
      text: isNotice ? plainNotice(text) : text,
      edited: body?.edited ?? false,
      attachment: body?.attachment ?? null,
      media: body?.media ?? null,
      mentions: isNotice ? NO_MENTIONS : mentionsIn(text),
      event: isNotice ? (events().get(index) ?? null) : null,
      poll: body?.poll ?? null,
      place: body?.place ?? null,
    };
  }
}

// A notice's words without the marks that the phone put before them.
function plainNotice(raw: string): string {
  const text = raw.charCodeAt(0) === 0x200e ? raw.replace(/^\u200e+/, '') : raw;
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}
