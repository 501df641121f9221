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

/**
 * The accepted entries of a chat, as columns of numbers. No object a message is kept. Positions are among the bytes,
 * until `Words` turns those of the words into positions in the text.
 */
export interface Entries {
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
  /** Packed day of an entry. */
  readonly dayOf: (at: number) => number;
  /** Did the line of an entry begin with U+200E? */
  readonly isMarked: (at: number) => boolean;
}
