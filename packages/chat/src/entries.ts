import { MARKED } from './header/candidates.ts';
import type { MessageKind } from './types.ts';

/** Message kinds in the order of their numbers in proofs. */
export const KINDS: readonly MessageKind[] = [
  'text',
  'system',
  'media',
  'deleted',
  'poll',
  'location',
  'contact',
  'call',
  'event',
];

/** Number of a kind in {@link KINDS}. */
export const KIND = {
  text: 0,
  system: 1,
  media: 2,
  deleted: 3,
  poll: 4,
  location: 5,
  contact: 6,
  call: 7,
  event: 8,
} as const;

/** Columns of {@link Entries}. Positions are among the bytes, until `Words` turns them into those in the text. */
interface Columns {
  readonly length: number;
  /** Where the entry goes on after its header. */
  readonly body: Int32Array;
  /** Where the words begin: after the sender, or after the header where there is none. */
  readonly from: Int32Array;
  /** Where the words end. */
  readonly to: Int32Array;
  readonly line: Int32Array;
  /** Seconds since midnight. */
  readonly seconds: Int32Array;
  /** Index into the list of senders, or -1 for nobody. */
  readonly sender: Int32Array;
  readonly flags: Uint8Array;
  /** Index into `days`. */
  readonly date: Int32Array;
  /** Packed Gregorian days. */
  readonly days: Int32Array;
}

/** The accepted entries of a chat, as columns of numbers. No object a message is kept. */
export class Entries
  implements Pick<Columns, 'length' | 'body' | 'from' | 'to' | 'line' | 'seconds' | 'sender'>
{
  readonly length: number;
  readonly body: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly line: Int32Array;
  readonly seconds: Int32Array;
  readonly sender: Int32Array;
  readonly #flags: Uint8Array;
  readonly #date: Int32Array;
  readonly #days: Int32Array;

  /** @param columns at least `length` rows of each */
  constructor(columns: Columns) {
    this.length = columns.length;
    this.body = columns.body;
    this.from = columns.from;
    this.to = columns.to;
    this.line = columns.line;
    this.seconds = columns.seconds;
    this.sender = columns.sender;
    this.#flags = columns.flags;
    this.#date = columns.date;
    this.#days = columns.days;
  }

  /** Packed day of an entry. */
  dayOf(at: number): number {
    return this.#days[this.#date[at] ?? -1] ?? 0;
  }

  /** Did the line of an entry begin with U+200E? */
  isMarked(at: number): boolean {
    return ((this.#flags[at] ?? 0) & MARKED) !== 0;
  }
}
