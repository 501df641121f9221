import { LRM } from '../header/characters.ts';
import { RETURN } from '../header/codes.ts';
import type { MediaType, MessageKind, Place, Poll } from '../types.ts';

/** One body, understood. */
export interface Body {
  readonly kind: MessageKind;
  readonly text: string;
  readonly edited: boolean;
  readonly attachment: string | null;
  readonly media: MediaType | null;
  readonly poll: Poll | null;
  readonly place: Place | null;
  /** The phone wrote this and not a person, but it is none of the things above: perhaps a notice. */
  readonly byPhone: boolean;
}

// Made by a constructor for the sake of memory, as messages are: see `ReadMessage`.
class MadeBody implements Body {
  // Declared only: each is set once, below.
  declare readonly kind: MessageKind;
  declare readonly text: string;
  declare readonly edited: boolean;
  declare readonly attachment: string | null;
  declare readonly media: MediaType | null;
  declare readonly poll: Poll | null;
  declare readonly place: Place | null;
  declare readonly byPhone: boolean;

  constructor(kind: MessageKind, text: string, more: Partial<Body>) {
    this.kind = kind;
    this.text = text;
    this.edited = more.edited ?? false;
    this.attachment = more.attachment ?? null;
    this.media = more.media ?? null;
    this.poll = more.poll ?? null;
    this.place = more.place ?? null;
    this.byPhone = more.byPhone ?? false;
  }
}

/**
 * Makes a body.
 * @param kind what it is
 * @param text its words
 * @param more what else is known
 */
export function makeBody(kind: MessageKind, text: string, more: Partial<Body> = {}): Body {
  return new MadeBody(kind, text, more);
}

/**
 * Makes the body of what was sent beside words.
 * @param media what it is
 * @param text words sent with it
 * @param attachment its file's name
 */
export function mediaBody(media: MediaType, text: string, attachment: string | null = null): Body {
  return makeBody(media === 'contact' ? media : 'media', text, { media, attachment });
}

/** The words without the marks that WhatsApp put around them; marks between typed words stay. */
export function typed(text: string): string {
  return withLf(text.startsWith(LRM) ? text.replace(/^\u200e+/, '') : text);
}

/** Words whose first line ends with CRLF, with LF. Elsewhere a CRLF came with what somebody pasted, and stays. */
export function withLf(text: string): string {
  return text.charCodeAt(text.indexOf('\n') - 1) === RETURN ? text.replaceAll('\r\n', '\n') : text;
}
