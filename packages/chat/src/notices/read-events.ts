import type { Bodies } from '../body/bodies.ts';
import type { Entries } from '../entries.ts';
import type { LanguageTable } from '../languages/table.ts';
import type { Speakers } from '../names/speakers.ts';
import type { ChatEvent } from '../types.ts';
import type { Words } from '../words.ts';
import { guessEvent, readEvent } from './read-event.ts';

/** Unknown notices that are tried in every language; a hostile file may hold a million. */
const MOST_TRIED = 500;

/** The notices of a chat, understood as far as that went. */
export interface Events {
  readonly events: readonly ChatEvent[];
  /** Notices of which no word is known: how many, and the first one's line. */
  readonly unknown: number;
  readonly unknownLine: number | null;
  /** Languages of the wordings, most frequent first. */
  readonly languages: readonly string[];
}

/** What notices are read with. */
export interface EventSource {
  readonly entries: Entries;
  readonly bodies: Bodies;
  readonly words: Words;
  readonly speakers: Speakers;
  /** The likely languages, and all of them for the first notices that those do not know. */
  readonly tables: { readonly likely: readonly LanguageTable[]; readonly all: readonly LanguageTable[] };
  /** Time of an entry. */
  readonly atOf: (index: number) => string;
}

/** Reads the notices of a chat into events, in their order, and as far as is asked for. */
export interface EventReader {
  /** What the notice at a position, printed as `raw`, says; null when it was not understood. */
  at(index: number, raw: string): ChatEvent | null;
  /** Reads the notices that are left, and gives what all of them say. */
  all(): Events;
}

/** @param source see {@link EventSource} */
export function eventReader(source: EventSource): EventReader {
  const { entries, bodies, words, speakers, tables, atOf } = source;
  const byIndex = new Map<number, ChatEvent>();
  const counts = new Map<string, number>();
  let order = [...tables.likely];
  const isName = (name: string) => speakers.has(name);
  let next = 0;
  let tried = 0;
  let unknown = 0;
  let unknownLine: number | null = null;

  const read = (index: number, text: string) => {
    const place = { index, at: atOf(index) };
    let event = readEvent(text, place, order, isName);
    if (event === null && tried < MOST_TRIED) {
      tried += 1;
      event = readEvent(text, place, tables.all, isName) ?? guessEvent(text, place, tables.all);
      // By now it is known which languages this file is in.
      if (tried === MOST_TRIED) order = order.filter((table) => counts.has(table.code));
    }
    event ??= guessEvent(text, place, order);
    if (event === null) {
      unknown += 1;
      unknownLine ??= entries.line[index] ?? null;
      return;
    }
    const { language } = event;
    byIndex.set(index, event);
    counts.set(language, (counts.get(language) ?? 0) + 1);
    const table = tables.all.find(({ code }) => code === language);
    // Wordings of one file are in one language, save for the rare ones that two languages share.
    if (table !== undefined && order[0] !== table)
      order = [table, ...order.filter((other) => other !== table)];
  };
  const readTo = (end: number) => {
    for (; next < end; next += 1) if (bodies.isNotice(next)) read(next, words.copyOf(next));
  };
  return {
    at(index, raw) {
      readTo(index);
      if (next === index) {
        // A copy: what is kept of a notice must not keep the words beside it.
        read(index, ` ${raw}`.slice(1));
        next += 1;
      }
      return byIndex.get(index) ?? null;
    },
    all: () => {
      readTo(entries.length);
      const languages = [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
      return { events: [...byIndex.values()], unknown, unknownLine, languages };
    },
  };
}
