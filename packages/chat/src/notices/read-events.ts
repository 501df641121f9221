import type { Entries } from '../entries.ts';
import type { LanguageTable } from '../languages/table.ts';
import type { Speakers } from '../names/speakers.ts';
import type { ChatEvent } from '../types.ts';
import { guessEvent, readEvent } from './read-event.ts';

/** Unknown notices that are tried in every language; a hostile file may hold a million. */
const MOST_TRIED = 500;

/** The notices of a chat, understood as far as that went. */
export interface Events {
  readonly events: readonly ChatEvent[];
  readonly byIndex: ReadonlyMap<number, ChatEvent>;
  /** Notices of which no word is known: how many, and the first one's line. */
  readonly unknown: number;
  readonly unknownLine: number | null;
  /** Languages of the wordings, most frequent first. */
  readonly languages: readonly string[];
}

/**
 * Reads every notice into an event.
 * @param notices positions of the notices
 * @param wordsOf the words of an entry
 * @param entries the chat's entries
 * @param speakers its senders
 * @param tables the likely languages, and all of them for the first notices that those do not know
 * @param atOf time of an entry
 */
export function readEvents(
  notices: readonly number[],
  wordsOf: (index: number) => string,
  entries: Entries,
  speakers: Speakers,
  tables: { readonly likely: readonly LanguageTable[]; readonly all: readonly LanguageTable[] },
  atOf: (index: number) => string,
): Events {
  const events: ChatEvent[] = [];
  const byIndex = new Map<number, ChatEvent>();
  const counts = new Map<string, number>();
  let order = [...tables.likely];
  const isName = (name: string) => speakers.has(name);
  let tried = 0;
  let unknown = 0;
  let unknownLine: number | null = null;
  for (const index of notices) {
    const words = wordsOf(index);
    const place = { index, at: atOf(index) };
    let event = readEvent(words, place, order, isName);
    if (event === null && tried < MOST_TRIED) {
      tried += 1;
      event = readEvent(words, place, tables.all, isName) ?? guessEvent(words, place, tables.all);
      // By now it is known which languages this file is in.
      if (tried === MOST_TRIED) order = order.filter((table) => counts.has(table.code));
    }
    event ??= guessEvent(words, place, order);
    if (event === null) {
      unknown += 1;
      unknownLine ??= entries.line[index] ?? null;
      continue;
    }
    events.push(event);
    byIndex.set(index, event);
    counts.set(event.language, (counts.get(event.language) ?? 0) + 1);
    const table = tables.all.find(({ code }) => code === event.language);
    if (table !== undefined && order[0] !== table) moveToFront(order, table);
  }
  const languages = [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  return { events, byIndex, unknown, unknownLine, languages };
}

// Wordings of one file are in one language, save for the rare ones that two languages share.
function moveToFront(order: LanguageTable[], table: LanguageTable): void {
  const at = order.findIndex((known) => known.code === table.code);
  if (at >= 0) order.splice(at, 1);
  order.unshift(table);
}
