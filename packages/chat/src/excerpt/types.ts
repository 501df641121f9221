import type { EventType, MediaType, MessageKind } from '../types.ts';

/** One message of an excerpt. Holds no name but those kept on purpose. */
export interface ExcerptMessage {
  /** Position in the full export. */
  readonly index: number;
  readonly at: string;
  /** "Parent 2", or the name where it is kept; null for notices. */
  readonly who: string | null;
  /** True when the person reporting ticked it; false for context around it. */
  readonly ticked: boolean;
  readonly kind: MessageKind;
  readonly media: MediaType | null;
  /** What a notice tells of; null for what people sent. */
  readonly event: EventType | null;
  readonly edited: boolean;
  /** The words, with names, numbers, addresses and links to groups masked. */
  readonly text: string;
  /** Commitment to who wrote what, as in the export; hexadecimal. */
  readonly body: string;
  /** The hashes that lead from this message to the root; hexadecimal, the lowest first. */
  readonly proof: readonly string[];
}

/** A few messages of an export, fit to leave the device, with the means to prove later that they are genuine. */
export interface Excerpt {
  readonly format: 'handbell-excerpt';
  readonly version: 2;
  /** Names that were kept: the people this is about. */
  readonly subjects: readonly string[];
  /** Other names that were kept. */
  readonly kept: readonly string[];
  /** Commitments to further words that the reporter asked to mask: they show which to nobody without the export. */
  readonly hidden: readonly string[];
  /** Messages in the full export. */
  readonly total: number;
  /** Root over all messages of the full export; hexadecimal. */
  readonly root: string;
  readonly messages: readonly ExcerptMessage[];
}

/** Most words of a hidden phrase that whoever has the export can find again. */
export const LONGEST_PHRASE = 6;

/** What goes into an excerpt. */
export interface ExcerptOptions {
  /** Positions of the ticked messages. */
  readonly ticked: Iterable<number>;
  /** Messages to add before and after each ticked one; 0 when left out. */
  readonly context?: number;
  /** The people this is about, as senders are written: they keep their names. */
  readonly subjects?: readonly string[];
  /** Others who keep their names, such as staff named in the messages. */
  readonly keepNames?: readonly string[];
  /** Further words to mask, such as a child's name; up to {@link LONGEST_PHRASE} words each can be proved later. */
  readonly alsoHide?: readonly string[];
}
