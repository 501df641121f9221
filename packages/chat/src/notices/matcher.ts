import type { LanguageTable, Me } from '../languages/table.ts';
import type { EventType } from '../types.ts';
import { LONGEST_NOTICE, normaliseNotice } from './normalise.ts';
import { wordingsFor } from './wordings.ts';

/** What a wording matched. */
export interface NoticeMatch {
  readonly type: EventType;
  readonly actor: string | null;
  readonly targets: string | null;
  readonly value: string | null;
  /** Set where the wording itself says "you". */
  readonly me: Me | null;
  readonly table: LanguageTable;
}

/**
 * Finds what a notice says.
 * @param text the notice as printed, without header or sender
 * @param tables the languages to try, the likeliest first
 * @param isName whether some words are a known person; decides where a name ends that holds words of the notice
 * @returns null when no wording fits
 */
export function matchNotice(
  text: string,
  tables: readonly LanguageTable[],
  isName: (name: string) => boolean,
): NoticeMatch | null {
  if (text.length > LONGEST_NOTICE) return null;
  const plain = normaliseNotice(text);
  const words = plain.split(' ');
  for (const table of tables) {
    for (const notice of wordingsFor(table, words)) {
      if (!plain.includes(notice.key)) continue;
      const near = notice.near.exec(plain);
      if (near === null) continue;
      // Only where the words of the notice stand twice can its first hole end in two places.
      const isTwice = plain.indexOf(notice.key) !== plain.lastIndexOf(notice.key);
      const far = isTwice ? notice.far.exec(plain) : null;
      const actorIn = (found: RegExpExecArray | null) => found?.groups?.a;
      const farActor = actorIn(far);
      const chosen =
        far !== null && farActor !== undefined && farActor !== actorIn(near) && isName(farActor) ? far : near;
      const groups = chosen.groups;
      return {
        type: notice.type,
        actor: groups?.a ?? null,
        targets: groups?.t ?? null,
        value: groups?.v ?? null,
        me: notice.me,
        table,
      };
    }
  }
  return null;
}

const leads = new WeakMap<LanguageTable, readonly string[]>();

function leadsOf(table: LanguageTable): readonly string[] {
  let found = leads.get(table);
  if (found === undefined) {
    found = table.notices.flatMap(([, wording]) => {
      const colon = wording.indexOf(': ');
      return colon < 0 ? [] : [wording.slice(0, colon).replace(/^.*\{[atvx]\}/, '')];
    });
    leads.set(table, found);
  }
  return found;
}

/**
 * What stands before a colon in the notices of some languages. A line that begins so looks as if it had a sender.
 * @param tables the languages
 */
export function leadsWithColon(tables: readonly LanguageTable[]): string[] {
  return tables.flatMap(leadsOf);
}
