import type { Cut } from './cut.ts';
import type { Decision } from './header/decide.ts';
import * as SHAPE from './header/shape.ts';
import type { Survey } from './header/survey.ts';
import type { Opened } from './input/opened.ts';
import type { MessageList } from './message-list.ts';
import type { Speakers } from './names/speakers.ts';
import { membersOf } from './people/members.ts';
import { titleOf } from './title.ts';
import type { ChatEvent, ChatExport, ChatFormat, ChatWarning, MediaItem, Member } from './types.ts';
import { warningsOf } from './warnings.ts';

/** What an export is made of. */
export interface Parts {
  readonly opened: Opened;
  readonly found: Survey;
  readonly decision: Decision;
  readonly cut: Cut;
  readonly speakers: Speakers;
  /** The file's name. */
  readonly name: string | null;
}

/** An export whose messages are cut; events, members, media and warnings are worked out when first asked for. */
export class LazyExport implements ChatExport {
  readonly messages: MessageList;
  readonly #parts: Parts;
  #members: readonly Member[] | null = null;
  #warnings: readonly ChatWarning[] | null = null;

  /** @param parts what it is made of */
  constructor(parts: Parts) {
    this.#parts = parts;
    this.messages = parts.cut.messages;
  }

  get format(): ChatFormat {
    return formatOf(this.#parts, this.#parts.cut.analysis().events.languages);
  }

  get title(): string | null {
    const { cut, name, speakers } = this.#parts;
    const writers = new Set(
      this.members.filter((member) => member.messages > 0).map((member) => member.name),
    );
    return titleOf(this.events, cut.entries, speakers.names, writers, name);
  }

  get members(): readonly Member[] {
    const { cut, speakers } = this.#parts;
    const { events, notices } = cut.analysis();
    const atOf = (index: number) => this.messages.atOf(index);
    this.#members ??= membersOf(speakers.names, cut.entries, notices, events.events, atOf);
    return this.#members;
  }

  get events(): readonly ChatEvent[] {
    return this.#parts.cut.analysis().events.events;
  }

  get media(): readonly MediaItem[] {
    return this.#parts.cut.analysis().media;
  }

  get warnings(): readonly ChatWarning[] {
    const { opened, cut, decision } = this.#parts;
    const { events, media } = cut.analysis();
    this.#warnings ??= warningsOf({ opened, accepted: cut.accepted, order: decision.order, events, media });
    return this.#warnings;
  }

  /** Everything as plain data, for `JSON.stringify`. */
  toJSON(): ChatExport {
    const { format, title, messages, members, events, media, warnings } = this;
    return { format, title, messages, members, events, media, warnings };
  }
}

function formatOf({ opened, found, decision, cut }: Parts, languages: readonly string[]): ChatFormat {
  const { main, order } = decision;
  const { accepted } = cut;
  const has = (bit: number) => (main & bit) !== 0;
  const bracket = has(SHAPE.bracket);
  const { crlf, lineEnds } = found;
  return {
    family: has(SHAPE.colon) ? 'colon' : !bracket ? 'dash' : has(SHAPE.timeFirst) ? 'web' : 'bracket',
    dateOrder: order.order,
    dateOrderCertainty: order.certainty,
    dateOrderReason: order.reason,
    clock: has(SHAPE.half) ? '12h' : '24h',
    seconds: has(SHAPE.seconds),
    calendar: accepted.calendar,
    languages,
    lineEnds: decision.crlfBetween ? 'crlf-between' : crlf * 2 > lineEnds ? 'crlf' : 'lf',
    encoding: opened.encoding,
    headers: accepted.entries.length,
    foreignHeaders: accepted.foreign,
    fileInZip: opened.fileInZip,
  };
}
