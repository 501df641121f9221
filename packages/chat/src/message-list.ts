import type { Body } from './body/body.ts';
import { type BodyContext, describeBody } from './body/describe.ts';
import { mentionsIn } from './body/mentions.ts';
import { type Entries, KIND, KINDS } from './entries.ts';
import { isoDay } from './header/calendar.ts';
import type { ChatEvent, Message } from './types.ts';

const NO_MENTIONS: readonly string[] = [];

function isoTime(seconds: number): string {
  const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Everything a list of messages stands on. */
export interface MessageSource {
  readonly text: string;
  readonly entries: Entries;
  readonly names: readonly string[];
  readonly context: BodyContext;
  /** Notices that were understood, by the position of their message. */
  readonly events: ReadonlyMap<number, ChatEvent>;
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
    const { day, seconds } = this.#source.entries;
    const packed = day[index] ?? 0;
    if (packed !== this.#lastDay) {
      this.#lastDay = packed;
      this.#lastIso = isoDay(packed);
    }
    return `${this.#lastIso}T${isoTime(seconds[index] ?? 0)}`;
  }

  #read(index: number): Message {
    const { text, entries, names, context, events } = this.#source;
    const raw = text.slice(entries.from[index], entries.to[index]);
    const kind = KINDS[entries.kind[index] ?? 0] ?? 'text';
    const isPlain = entries.kind[index] === KIND.text && !this.#isOdd(index, raw);
    const body: Body | null = isPlain ? null : describeBody(raw, entries.marked[index] === 1, context);
    const words = body === null ? raw : body.text;
    return {
      index,
      line: entries.line[index] ?? 0,
      at: this.atOf(index),
      sender: kind === 'system' ? null : (names[entries.sender[index] ?? -1] ?? null),
      kind,
      text: words,
      edited: body?.edited ?? false,
      attachment: kind === 'system' ? null : (body?.attachment ?? null),
      media: kind === 'system' ? null : (body?.media ?? null),
      mentions: kind === 'system' ? NO_MENTIONS : mentionsIn(words),
      event: events.get(index) ?? null,
      poll: body?.poll ?? null,
      place: body?.place ?? null,
    };
  }

  // Text that still carries a mark of the phone: an "edited" mark at its end, or U+200E at its start.
  #isOdd(index: number, raw: string): boolean {
    return (
      raw.endsWith('>') ||
      raw.charCodeAt(0) === 0x200e ||
      raw.includes('\r') ||
      this.#source.entries.marked[index] === 1
    );
  }
}
