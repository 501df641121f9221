import type { LanguageTable, Me, Wording } from '../languages/table.ts';
import type { EventType } from '../types.ts';
import { normaliseNotice } from './normalise.ts';

/** Longest notice there is; longer text is no notice. */
const LONGEST = 1200;
const QUOTES = '["“”„«»‟❝❞\'‘’‚‹›]';

interface Compiled {
  readonly type: EventType;
  /** The longest stretch of fixed words: a cheap first test. */
  readonly key: string;
  readonly near: RegExp;
  /** The same with its first hole as long as can be, for names that hold the words of the notice. */
  readonly far: RegExp;
  readonly me: Me | null;
  /** How many letters are fixed. */
  readonly fixed: number;
}

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

const HOLE = /\{[atvx]\}/;

function source(wording: string, greedy: boolean): string {
  let holes = 0;
  const open = wording.endsWith('…');
  const parts = (open ? wording.slice(0, -1) : wording).split(/(\{[atvx]\}|[“”])/);
  const pieces = parts.map((part) => {
    if (part === '“' || part === '”') return QUOTES;
    if (!HOLE.test(part)) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    holes += 1;
    const many = greedy && holes === 1 ? '.+' : '.+?';
    const name = part.charAt(1);
    return name === 'x' ? many : `(?<${name}>${many})`;
  });
  return `^${pieces.join('')}${open ? '' : '$'}`;
}

function compile([type, raw, me]: Wording): Compiled {
  const wording = raw.replace(/’/g, "'");
  const fixed = wording.replace(/…$/, '').split(/\{[atvx]\}|[“”]/);
  const key = fixed.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
  return {
    type,
    key,
    near: new RegExp(source(wording, false), 'u'),
    far: new RegExp(source(wording, true), 'u'),
    me: me ?? null,
    fixed: fixed.join('').length,
  };
}

const compiledTables = new WeakMap<LanguageTable, readonly Compiled[]>();

function compiledOf(table: LanguageTable): readonly Compiled[] {
  let compiled = compiledTables.get(table);
  if (compiled === undefined) {
    // The more fixed words a wording has, the less it can be mistaken: those come first.
    compiled = table.notices.map(compile).sort((a, b) => b.fixed - a.fixed);
    compiledTables.set(table, compiled);
  }
  return compiled;
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
  if (text.length > LONGEST) return null;
  const plain = normaliseNotice(text);
  for (const table of tables) {
    for (const notice of compiledOf(table)) {
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

/**
 * What stands before a colon in the notices of some languages. A line that begins so looks as if it had a sender.
 * @param tables the languages
 */
export function leadsWithColon(tables: readonly LanguageTable[]): string[] {
  return tables.flatMap((table) =>
    table.notices.flatMap(([, wording]) => {
      const colon = wording.indexOf(': ');
      return colon < 0 ? [] : [wording.slice(0, colon).replace(/^.*\{[atvx]\}/, '')];
    }),
  );
}
