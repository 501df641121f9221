import type { LanguageTable, Me, Wording } from '../languages/table.ts';
import type { EventType } from '../types.ts';

const QUOTES = `["“”„«»‟❝❞'‘’‚‹›]`;

/** A wording, ready to be looked for. */
export interface Compiled {
  readonly type: EventType;
  /** The longest stretch of fixed words: a cheap first test. */
  readonly key: string;
  readonly near: RegExp;
  /** The same with its first hole as long as can be, for names that hold the words of the notice. */
  readonly far: RegExp;
  readonly me: Me | null;
  /** How many letters are fixed. */
  readonly fixed: number;
  /** Whole words that a notice must hold to fit. */
  readonly words: readonly string[];
  /** Its place in the order to try. */
  rank: number;
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

// The words of a wording with a space or an end of the notice at both sides.
function wholeWords(wording: string): string[] {
  return wording.split(' ').filter((word) => !/[{}“”…]/.test(word));
}

function compile([type, raw, me]: Wording): Compiled {
  const wording = raw.replace(/’/g, "'");
  const fixed = wording.replace(/…$/, '').split(/\{[atvx]\}|[“”]/);
  const key = fixed.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
  return {
    type,
    key,
    near: new RegExp(source(wording, false)),
    far: new RegExp(source(wording, true)),
    me: me ?? null,
    fixed: fixed.join('').length,
    words: wholeWords(wording),
    rank: 0,
  };
}

/** A table's wordings by a whole word they need; under the empty word, those that need none. */
type Index = ReadonlyMap<string, readonly Compiled[]>;

const indexes = new WeakMap<LanguageTable, Index>();

function makeIndex(table: LanguageTable): Index {
  // The more fixed words a wording has, the less it can be mistaken: those come first.
  const compiled = table.notices.map(compile).sort((a, b) => b.fixed - a.fixed);
  const uses = new Map<string, number>();
  for (const word of compiled.flatMap(({ words }) => words)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const byWord = new Map<string, Compiled[]>();
  for (const [rank, wording] of compiled.entries()) {
    wording.rank = rank;
    // Of its words, the one that the fewest wordings have.
    const [rarest = ''] = [...wording.words].sort((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0));
    byWord.set(rarest, [...(byWord.get(rarest) ?? []), wording]);
  }
  indexes.set(table, byWord);
  return byWord;
}

/**
 * The wordings of a language that a notice may fit, the most telling first. Most wordings fall away by one look-up a
 * word.
 * @param table the language
 * @param words the notice, in normal form and split at spaces
 */
export function wordingsFor(table: LanguageTable, words: readonly string[]): readonly Compiled[] {
  const index = indexes.get(table) ?? makeIndex(table);
  let found = index.get('') ?? [];
  for (const word of words) {
    const more = word === '' ? undefined : index.get(word);
    // Most notices have one such word: its wordings are in order as they are.
    if (more !== undefined)
      found = found.length === 0 ? more : [...found, ...more].sort((a, b) => a.rank - b.rank);
  }
  return found;
}
