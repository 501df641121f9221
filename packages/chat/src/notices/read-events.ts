import { type Entries, KIND } from '../entries.ts';
import type { LanguageTable } from '../languages/table.ts';
import type { Speakers } from '../names/speakers.ts';
import type { ChatEvent } from '../types.ts';
import { readEvent } from './read-event.ts';

/** The notices of a chat, understood as far as that went. */
export interface Events {
  readonly events: readonly ChatEvent[];
  readonly byIndex: ReadonlyMap<number, ChatEvent>;
  /** Notices whose wording is in no table: how many, and the first one's line. */
  readonly unknown: number;
  readonly unknownLine: number | null;
  /** Languages of the wordings, most frequent first. */
  readonly languages: readonly string[];
}

/**
 * Reads every notice into an event.
 * @param text the chat
 * @param entries its entries, with their kinds
 * @param speakers its senders
 * @param tables the languages, likeliest first; a language that matches moves to the front
 * @param atOf time of an entry
 */
export function readEvents(
  text: string,
  entries: Entries,
  speakers: Speakers,
  tables: readonly LanguageTable[],
  atOf: (index: number) => string,
): Events {
  const events: ChatEvent[] = [];
  const byIndex = new Map<number, ChatEvent>();
  const counts = new Map<string, number>();
  const order = [...tables];
  const isName = (name: string) => speakers.has(name);
  let unknown = 0;
  let unknownLine: number | null = null;
  for (let index = 0; index < entries.length; index += 1) {
    if (entries.kind[index] !== KIND.system) continue;
    const words = text.slice(entries.from[index], entries.to[index]);
    const sender = entries.sender[index] ?? -1;
    const place = { index, at: atOf(index), printedSender: speakers.names[sender] ?? null };
    const event = readEvent(words, place, order, isName);
    if (event === null) {
      unknown += 1;
      unknownLine ??= entries.line[index] ?? null;
      continue;
    }
    events.push(event);
    byIndex.set(index, event);
    counts.set(event.language, (counts.get(event.language) ?? 0) + 1);
    if (order[0]?.code !== event.language) moveToFront(order, event.language);
  }
  const languages = [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  return { events, byIndex, unknown, unknownLine, languages };
}

// Wordings of one file are in one language, save for the rare ones that two languages share.
function moveToFront(order: LanguageTable[], code: string): void {
  const at = order.findIndex((table) => table.code === code);
  const [table] = order.splice(at, 1);
  if (table !== undefined) order.unshift(table);
}
