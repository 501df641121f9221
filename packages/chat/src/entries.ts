import type { MessageKind } from './types.ts';

/** Message kinds in the order of their numbers in {@link Entries.kind}. */
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

/** The accepted entries of a chat, as columns of numbers over its text. No object a message is kept. */
export class Entries {
  readonly length: number;
  /** Where the entry goes on after its header. */
  readonly body: Int32Array;
  /** Where the words begin: after the sender, or after the header where there is none. */
  readonly from: Int32Array;
  /** Where the words end. */
  readonly to: Int32Array;
  readonly line: Int32Array;
  /** Packed Gregorian day, and seconds since midnight. */
  readonly day: Int32Array;
  readonly seconds: Int32Array;
  /** Index into the list of senders, or -1 for nobody. */
  readonly sender: Int32Array;
  readonly kind: Uint8Array;
  /** 1 where the line began with U+200E. */
  readonly marked: Uint8Array;
  /** 1 where the words may be more than plain text. */
  readonly special: Uint8Array;

  /** Wraps columns of `length` entries each. */
  constructor(columns: {
    length: number;
    body: Int32Array;
    from: Int32Array;
    to: Int32Array;
    line: Int32Array;
    day: Int32Array;
    seconds: Int32Array;
    sender: Int32Array;
    marked: Uint8Array;
    special: Uint8Array;
  }) {
    this.length = columns.length;
    this.body = columns.body;
    this.from = columns.from;
    this.to = columns.to;
    this.line = columns.line;
    this.day = columns.day;
    this.seconds = columns.seconds;
    this.marked = columns.marked;
    this.sender = columns.sender;
    this.special = columns.special;
    this.kind = new Uint8Array(columns.length);
  }
}
