import { type Bodies, NOTICE, PLAIN } from './body/bodies.ts';
import { typed } from './body/body.ts';
import { mentionsIn } from './body/mentions.ts';
import type { Entries } from './entries.ts';
import { isoDay, twoDigits } from './header/calendar.ts';
import { ReadMessage } from './read-message.ts';
import type { ChatEvent, Message } from './types.ts';
import type { Words } from './words.ts';

const NO_MENTIONS: readonly string[] = [];

const HOUR = 3600;
/** The seconds of an hour, as a time ends. */
const ENDS: readonly string[] = Array.from(
  { length: HOUR },
  (_, second) => `${twoDigits((second / 60) | 0)}:${twoDigits(second % 60)}`,
);

/** Everything a list of messages stands on. */
export interface MessageSource {
  readonly entries: Entries;
  readonly names: readonly string[];
  readonly words: Words;
  readonly bodies: Bodies;
  /** What the notice at a position, printed as `raw`, says; null when it was not understood. */
  readonly eventAt: (index: number, raw: string) => ChatEvent | null;
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
  // The hour written last: messages come close together.
  #hour = -1;
  #printed = '';

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
  [Symbol.iterator](): IterableIterator<Message, undefined> {
    let index = -1;
    // A generator would take as long for its own work as for the messages.
    const next = (): IteratorResult<Message, undefined> => {
      index += 1;
      return index < this.length
        ? { done: false, value: this.#read(index) }
        : { done: true, value: undefined };
    };
    return {
      next,
      [Symbol.iterator]() {
        return this;
      },
    };
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
    const hour = (seconds / HOUR) | 0;
    // A leap second may make a day of 25 hours.
    if (day * 25 + hour !== this.#hour) {
      this.#hour = day * 25 + hour;
      this.#printed = `${isoDay(day)}T${twoDigits(hour)}:`;
    }
    return this.#printed + (ENDS[seconds - hour * HOUR] ?? '');
  }

  #read(index: number): Message {
    const { entries, names, words, bodies } = this.#source;
    const raw = words.of(index);
    const body = bodies.glance(index, raw);
    const isNotice = body === NOTICE;
    const text = isNotice ? typed(raw) : body === PLAIN ? raw : body.text;
    return new ReadMessage(
      index + this.#messagesBefore,
      (entries.line[index] ?? 0) + this.#linesBefore,
      this.atOf(index),
      isNotice ? null : (names[entries.sender[index] ?? -1] ?? null),
      text,
      body,
      isNotice || !words.hasAt ? NO_MENTIONS : mentionsIn(text),
      isNotice ? this.#eventAt(index, raw) : null,
    );
  }

  #eventAt(index: number, raw: string): ChatEvent | null {
    const event = this.#source.eventAt(index, raw);
    return event === null || this.#messagesBefore === 0
      ? event
      : { ...event, index: index + this.#messagesBefore };
  }
}
