import type { Entries } from './entries.ts';
import { cleanName } from './names/clean-name.ts';
import type { ChatEvent } from './types.ts';

const FILE_NAME = /^WhatsApp Chat (?:with|-) (.+?)(?: \(\d+\))?\.(?:zip|txt)$/i;

/**
 * The group's name: as last changed, as created, as iOS prints it before a notice, or as the file is called.
 * @param events the notices
 * @param entries the messages
 * @param names the senders
 * @param writers the people who wrote something
 * @param fileName what the file is called
 */
export function titleOf(
  events: readonly ChatEvent[],
  entries: Entries,
  names: readonly string[],
  writers: ReadonlySet<string>,
  fileName: string | null,
): string | null {
  for (const type of ['subject', 'created'] as const) {
    const value = events.findLast((event) => event.type === type && event.value !== null)?.value;
    if (value !== undefined && value !== null) return value;
  }
  const opening = events.find((event) => event.type === 'encryption' || event.type === 'created');
  const printed = names[entries.sender[opening?.index ?? -1] ?? -1];
  if (printed !== undefined && !writers.has(printed)) return printed;
  const fromName = fileName === null ? null : FILE_NAME.exec(fileName);
  return fromName === null ? null : cleanName(fromName[1] ?? '');
}
