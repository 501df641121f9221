import type { Entries } from '../entries.ts';
import { LRM } from '../header/characters.ts';
import type { Letters } from '../header/letters.ts';
import type { Words } from '../words.ts';
import { type Body, makeBody } from './body.ts';
import { type BodyContext, describeBody } from './describe.ts';
import { maybeSpecial } from './maybe-special.ts';

/** The body of plain text, and that of a notice: their words are as printed. */
export const PLAIN = makeBody('text', '');
export const NOTICE = makeBody('system', '');

// What an entry was found to be when it was last looked at.
const SEEN_PLAIN = 1;
const SEEN_NOTICE = 2;
const SEEN_OTHER = 3;

/** Tells what entries are, one at a time and when asked. */
export class Bodies {
  readonly #letters: Letters;
  readonly #words: Words;
  readonly #entries: Entries;
  readonly #context: BodyContext;
  readonly #lostMarks: boolean;
  readonly #isNotice: (at: number) => boolean;
  readonly #seen: Uint8Array;

  /**
   * @param letters the chat
   * @param words the chat's
   * @param entries its entries, with their senders
   * @param context what is known about the chat
   * @param isNotice asked, in a bracketed file that lost its marks, whether words are a notice beyond doubt
   */
  constructor(
    letters: Letters,
    words: Words,
    entries: Entries,
    context: BodyContext,
    isNotice: (at: number) => boolean,
  ) {
    this.#letters = letters;
    this.#words = words;
    this.#entries = entries;
    this.#context = context;
    this.#lostMarks = context.bracket && !context.hasMarks;
    this.#isNotice = isNotice;
    this.#seen = new Uint8Array(entries.length);
  }

  /**
   * What an entry is: {@link PLAIN}, {@link NOTICE}, or something else. Lines without a sender are notices; so is what
   * a bracketed line holds after U+200E, when it is nothing else.
   * @param at the entry
   * @param raw its words as printed, where they are at hand
   */
  glance(at: number, raw: string | null = null): Body {
    const seen = this.#seen[at];
    if (seen === SEEN_PLAIN) return PLAIN;
    if (seen === SEEN_NOTICE) return NOTICE;
    const body = this.#look(at, raw);
    this.#seen[at] = body === PLAIN ? SEEN_PLAIN : body === NOTICE ? SEEN_NOTICE : SEEN_OTHER;
    return body;
  }

  /** Is an entry a notice? */
  isNotice(at: number): boolean {
    const seen = this.#seen[at];
    return seen === 0 ? this.glance(at) === NOTICE : seen === SEEN_NOTICE;
  }

  #look(at: number, known: string | null): Body {
    const { from, to, line, length, sender, isMarked: marked } = this.#entries;
    if ((sender[at] ?? -1) < 0 || (this.#lostMarks && this.#isNotice(at))) return NOTICE;
    const isMarked = marked(at);
    if (!isMarked && !this.#lostMarks) {
      const isLine = at + 1 < length && (line[at + 1] ?? 0) - (line[at] ?? 0) === 1;
      const { markers } = this.#context;
      if (!maybeSpecial(this.#letters, from[at] ?? 0, to[at] ?? 0, isLine, markers, known)) return PLAIN;
    }
    // What is kept of a body must not keep the words of others, which it would if it were cut from the same string.
    const raw = known ?? this.#words.copyOf(at);
    const body = describeBody(raw, isMarked, this.#context);
    const isNotice = body.byPhone && body.kind === 'text' && raw.startsWith(LRM);
    return isNotice ? NOTICE : body;
  }
}
