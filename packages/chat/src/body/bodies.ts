import type { Entries } from '../entries.ts';
import type { MessageKind } from '../types.ts';
import type { Words } from '../words.ts';
import type { Body } from './body.ts';
import { type BodyContext, describeBody } from './describe.ts';
import { maybeSpecial } from './maybe-special.ts';

const LRM = 0x200e;
const RETURN = 13;

/** The kind of an entry, and its body where it is more than plain text. */
export interface Glance {
  readonly kind: MessageKind;
  readonly body: Body | null;
}

const PLAIN: Glance = { kind: 'text', body: null };
const NOTICE: Glance = { kind: 'system', body: null };

/** What an entry was found to be when it was last looked at. */
const SEEN = { plain: 1, notice: 2 } as const;

/** Tells what entries are, one at a time and when asked. */
export class Bodies {
  readonly #words: Words;
  readonly #entries: Entries;
  readonly #context: BodyContext;
  readonly #lostMarks: boolean;
  readonly #isNotice: (at: number) => boolean;
  readonly #seen: Uint8Array;

  /**
   * @param words the chat's
   * @param entries its entries, with their senders
   * @param context what is known about the chat
   * @param isNotice asked, in a bracketed file that lost its marks, whether words are a notice beyond doubt
   */
  constructor(words: Words, entries: Entries, context: BodyContext, isNotice: (at: number) => boolean) {
    this.#words = words;
    this.#entries = entries;
    this.#context = context;
    this.#lostMarks = context.bracket && !context.hasMarks;
    this.#isNotice = isNotice;
    this.#seen = new Uint8Array(entries.length);
  }

  /**
   * What an entry is. Lines without a sender are notices; so is what a bracketed line holds after U+200E, when it is
   * nothing else.
   */
  glance(at: number): Glance {
    const seen = this.#seen[at];
    if (seen === SEEN.plain) return PLAIN;
    if (seen === SEEN.notice) return NOTICE;
    const glance = this.#look(at);
    if (glance === PLAIN) this.#seen[at] = SEEN.plain;
    else if (glance === NOTICE) this.#seen[at] = SEEN.notice;
    return glance;
  }

  #look(at: number): Glance {
    const words = this.#words;
    if ((this.#entries.sender[at] ?? -1) < 0 || (this.#lostMarks && this.#isNotice(at))) return NOTICE;
    const begin = words.from(at);
    const end = words.to(at);
    const isMarked = this.#entries.isMarked(at);
    if (!isMarked && !this.#lostMarks && !this.#isSpecial(at, begin, end)) return PLAIN;
    const body = describeBody(words.of(at), isMarked, this.#context);
    const isNotice = body.byPhone && body.kind === 'text' && words.text.charCodeAt(begin) === LRM;
    return isNotice ? NOTICE : { kind: body.kind, body };
  }

  #isSpecial(at: number, from: number, to: number): boolean {
    const { line, length } = this.#entries;
    const { text } = this.#words;
    const next = at + 1 < length ? (line[at + 1] ?? 0) : Number.POSITIVE_INFINITY;
    const severalLines = next - (line[at] ?? 0) > 1;
    if (maybeSpecial(text, from, to, severalLines, this.#context.markers)) return true;
    // Lines may end with CRLF inside a message too: then its words must be written anew.
    return severalLines && text.charCodeAt(text.indexOf('\n', from) - 1) === RETURN;
  }
}
