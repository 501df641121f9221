import type { EventType, MediaType } from '../types.ts';

/**
 * A notice's wording with holes: `{a}` who did it, `{t}` to whom, `{v}` a new name or number, `{x}` anything. Quotation
 * marks stand for any kind of them; the full stop at the end is left out; `…` at the end allows more to follow.
 */
export type Wording = readonly [type: EventType, wording: string, me?: Me];

/** In languages whose verbs say "you" without a word for it: whether the exporter did it, or had it done to them. */
export type Me = 'by' | 'to';

/**
 * A word of the everyday language that tells what a notice is about where its wording is not known: the verb or the
 * thing that changed. Looked for only in what the form of the file proves to be a notice.
 */
export type TellingWord = readonly [type: EventType, word: RegExp];

/** What WhatsApp writes in one language. Every wording was seen; {@link LanguageTable.source} says where. */
export interface LanguageTable {
  /** BCP 47 tag. */
  readonly code: string;
  /** Where the wordings come from, for the documentation. */
  readonly source: string;
  /** Notices, the more specific first. */
  readonly notices: readonly Wording[];
  /** Words for notices in wordings not seen yet, the more specific first. */
  readonly tells: readonly TellingWord[];
  /** How this language says "you" where a name would stand. */
  readonly you: readonly string[];
  /** Words between the last two of a list of names, with their spaces. */
  readonly and: readonly string[];
  /** What stands in place of media that was left out, without angle brackets. */
  readonly omitted: Readonly<Record<string, MediaType>>;
  /** The word in `<attached: file>`. */
  readonly attached: readonly string[];
  /** The words in `file (file attached)`. */
  readonly fileAttached: readonly string[];
  /** What stands in place of a deleted message, without the full stop. */
  readonly deleted: readonly string[];
  /** The mark of an edited message, without angle brackets and full stop. */
  readonly edited: readonly string[];
  /** Calls that stand as a message; more may follow after a comma. */
  readonly calls: readonly string[];
  /** Words that people begin messages with before a colon, in small letters, a space between them: no names. */
  readonly leads?: string;
  /** What is called media, in whatever way it is said that it was left out; for many languages at once. */
  readonly media?: RegExp;
  /** Labels: `poll` and `option` before a poll's parts, `location` before a link, `event` before a calendar entry;
   * `waiting` begins what stands in place of a message that had not come yet. */
  readonly labels: {
    readonly poll?: readonly string[];
    readonly option?: readonly string[];
    readonly location?: readonly string[];
    readonly liveLocation?: readonly string[];
    readonly event?: readonly string[];
    readonly waiting?: readonly string[];
  };
}
