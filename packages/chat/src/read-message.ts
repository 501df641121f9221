import type { Body } from './body/body.ts';
import type { ChatEvent, MediaType, Message, MessageKind, Place, Poll } from './types.ts';

/**
 * A message as it is given out. Made by a constructor and not written down as a literal: of literals, engines learn from
 * a few that live long that all of them will, and would keep the whole of a long chat in the part of memory that is
 * swept last (V8's allocation sites).
 */
export class ReadMessage implements Message {
  // Declared only: each is set once, below.
  declare readonly index: number;
  declare readonly line: number;
  declare readonly at: string;
  declare readonly sender: string | null;
  declare readonly kind: MessageKind;
  declare readonly text: string;
  declare readonly edited: boolean;
  declare readonly attachment: string | null;
  declare readonly media: MediaType | null;
  declare readonly mentions: readonly string[];
  declare readonly event: ChatEvent | null;
  declare readonly poll: Poll | null;
  declare readonly place: Place | null;

  /**
   * @param index its position
   * @param line where it stands
   * @param at when it was sent
   * @param sender who wrote it
   * @param text its words
   * @param body what else it is
   * @param mentions whom it mentions
   * @param event what happened, where it is a notice
   */
  constructor(
    index: number,
    line: number,
    at: string,
    sender: string | null,
    text: string,
    body: Body,
    mentions: readonly string[],
    event: ChatEvent | null,
  ) {
    this.index = index;
    this.line = line;
    this.at = at;
    this.sender = sender;
    this.kind = body.kind;
    this.text = text;
    this.edited = body.edited;
    this.attachment = body.attachment;
    this.media = body.media;
    this.mentions = mentions;
    this.event = event;
    this.poll = body.poll;
    this.place = body.place;
  }
}
