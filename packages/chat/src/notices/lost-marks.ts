import type { Entries } from '../entries.ts';
import type { LanguageTable } from '../languages/table.ts';
import type { EventType } from '../types.ts';
import type { Words } from '../words.ts';
import { matchNotice } from './matcher.ts';

/** Longest notice looked for; longer words are a person's. */
const LONGEST = 400;
/** Notices whose wording nobody types by chance. */
const UNMISTAKABLE: ReadonlySet<EventType> = new Set([
  'encryption',
  'security-code',
  'number-changed',
  'disappearing',
]);
/** Notices that a group's name, and no person's, is printed before. */
const OPENING: ReadonlySet<EventType> = new Set(['encryption', 'created']);

/**
 * For a bracketed file that lost its U+200E marks (copied through an editor): which entries are notices. Unmistakable
 * wordings are; and everything that a sender "wrote" who wrote nothing but notices, one of which opens a chat.
 * @param words the chat's
 * @param entries its entries, with senders
 * @param names the senders
 * @param tables the languages, likeliest first
 * @param fileName what the file is called; often the group's name
 * @returns a test that takes an entry's position
 */
export function lostNotices(
  words: Words,
  entries: Entries,
  names: readonly string[],
  tables: readonly LanguageTable[],
  fileName: string | undefined,
): (at: number) => boolean {
  let types: ReadonlyMap<number, EventType> | null = null;
  let groups: ReadonlySet<number> = new Set();
  const prepare = () => {
    const found = new Map<number, EventType>();
    const people = new Set<number>();
    const openers = new Set<number>();
    for (let at = 0; at < entries.length; at += 1) {
      const sender = entries.sender[at] ?? -1;
      // A copy, as this may be asked for while the words of one entry are read.
      const raw = words.copyOf(at);
      const match = raw.length > LONGEST ? null : matchNotice(raw, tables, () => false);
      if (match === null) people.add(sender);
      else {
        found.set(at, match.type);
        const name = names[sender] ?? '';
        if (OPENING.has(match.type) || (name !== '' && fileName?.includes(name) === true))
          openers.add(sender);
      }
    }
    types = found;
    groups = new Set([...openers].filter((sender) => !people.has(sender)));
    return found;
  };
  return (at) => {
    const type = (types ?? prepare()).get(at);
    return type !== undefined && (UNMISTAKABLE.has(type) || groups.has(entries.sender[at] ?? -1));
  };
}
