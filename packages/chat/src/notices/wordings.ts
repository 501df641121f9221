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
  /** A whole word that a notice must hold to fit; null where the wording has none between spaces. */
  readonly word: string | null;
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

// The longest word of a wording with a space or an end of the notice at both sides.
function wholeWord(wording: string): string | null {
  const words = wording.split(' ').filter((word) => !/[{}“”…]/.test(word));
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  return longest === '' ? null : longest;
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
    word: wholeWord(wording),
  };
}

/** A table's wordings by the whole word they need, each list in the order to try. */
interface Index {
  readonly byWord: ReadonlyMap<string, readonly Compiled[]>;
  readonly order: ReadonlyMap<Compiled, number>;
  readonly wordless: readonly Compiled[];
}

const indexes = new WeakMap<LanguageTable, Index>();

function indexOf(table: LanguageTable): Index {
  let index = indexes.get(table);
  if (index === undefined) {
    // The more fixed words a wording has, the less it can be mistaken: those come first.
    const compiled = table.notices.map(compile).sort((a, b) => b.fixed - a.fixed);
    const byWord = new Map<string, Compiled[]>();
    for (const each of compiled) {
      if (each.word === null) continue;
      const same = byWord.get(each.word);
      if (same === undefined) byWord.set(each.word, [each]);
      else same.push(each);
    }
    const order = new Map(compiled.map((each, at) => [each, at]));
    index = { byWord, order, wordless: compiled.filter(({ word }) => word === null) };
    indexes.set(table, index);
  }
  return index;
}

/**
 * The wordings of a language that a notice may fit, the most telling first. Most wordings fall away by one look-up a
 * word.
 * @param table the language
 * @param words the notice, in normal form and split at spaces
 */
export function wordingsFor(table: LanguageTable, words: readonly string[]): readonly Compiled[] {
  const { byWord, order, wordless } = indexOf(table);
  const found = [...wordless];
  for (const word of words) {
    const fitting = byWord.get(word);
    if (fitting !== undefined) found.push(...fitting);
  }
  return found.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}
