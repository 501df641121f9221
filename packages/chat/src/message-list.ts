import type { Bodies } from './body/bodies.ts';
import { mentionsIn } from './body/mentions.ts';
import type { Entries } from './entries.ts';
import { isoDay } from './header/calendar.ts';
import type { ChatEvent, Message } from './types.ts';
import type { Words } from './words.ts';

const NO_MENTIONS: readonly string[] = [];

/** The numbers 0 to 60 in two digits. */
const TWO_DIGITS: readonly string[] = Array.from({ length: 61 }, (_, number) =>
  String(number).padStart(2, '0'),
);

function twoDigits(number: number): string {
  return TWO_DIGITS[number] ?? '';
}

/** Everything a list of messages stands on. */
export interface MessageSource {
  readonly entries: Entries;
  readonly names: readonly string[];
  readonly words: Words;
  readonly bodies: Bodies;
  /** Notices that were understood, by the position of their message; asked for when the first notice is. */
  readonly events: () => ReadonlyMap<number, ChatEvent>;
  /** Messages and lines of the file before this text, when it is a part of one. */
  readonly before?: { readonly messages: number; readonly lines: number } | undefined;
}

/**
 * The messages of an export, in file order. A message becomes an object when it is asked for, so a million of them
 * cost no more than the text and some columns of numbers. To get an array, spread it: `[...chat.messages]`.
 */
export class MessageList implements Iterable<Message> {
  readonly length: number;
  readonly #source: MessageSource;
  readonly #messagesBefore: number;
  readonly #linesBefore: number;
  // The minute written last: messages come close together.
  #lastDay = -1;
  #lastMinute = -1;
  #lastPrinted = '';

  /** @param source the text and what was found in it */
  constructor(source: MessageSource) {
    this.#source = source;
    this.#messagesBefore = source.before?.messages ?? 0;
    this.#linesBefore = source.before?.lines ?? 0;
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
  *[Symbol.iterator](): Generator<Message, undefined> {
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
    const day = entries.dayOf(index);
    const seconds = entries.seconds[index] ?? 0;
    const minute = Math.floor(seconds / 60);
    if (day !== this.#lastDay || minute !== this.#lastMinute) {
      this.#lastDay = day;
      this.#lastMinute = minute;
      this.#lastPrinted = `${isoDay(day)}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:`;
    }
    return this.#lastPrinted + twoDigits(seconds - minute * 60);
  }

  #read(index: number): Message {
    const { entries, names, words, bodies } = this.#source;
    const { kind, body } = bodies.glance(index);
    const isNotice = kind === 'system';
    const text = body === null ? words.of(index) : body.text;
    return {
      index: index + this.#messagesBefore,
      line: (entries.line[index] ?? 0) + this.#linesBefore,
      at: this.atOf(index),
      sender: isNotice ? null : (names[entries.sender[index] ?? -1] ?? null),
      kind,
      text: isNotice ? plainNotice(text) : text,
      edited: body?.edited ?? false,
      attachment: body?.attachment ?? null,
      media: body?.media ?? null,
      mentions: isNotice ? NO_MENTIONS : mentionsIn(text),
      event: isNotice ? this.#eventAt(index) : null,
      poll: body?.poll ?? null,
      place: body?.place ?? null,
    };
  }

  #eventAt(index: number): ChatEvent | null {
    const event = this.#source.events().get(index);
    if (event === undefined) return null;
    return this.#messagesBefore === 0 ? event : { ...event, index: index + this.#messagesBefore };
  }
}

// A notice's words without the marks that the phone put before them.
function plainNotice(raw: string): string {
  const text = raw.charCodeAt(0) === 0x200e ? raw.replace(/^\u200e+/, '') : raw;
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}
