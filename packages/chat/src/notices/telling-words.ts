import type { LanguageTable } from '../languages/table.ts';
import type { EventType } from '../types.ts';
import { LONGEST_NOTICE, normaliseNotice } from './normalise.ts';

const QUOTE = /["“”„«‟❝]/;

/** What a notice in an unknown wording is about, and in which language. */
export interface Told {
  readonly type: EventType;
  readonly table: LanguageTable;
}

function tell(plain: string, tables: readonly LanguageTable[]): Told | null {
  for (const table of tables) {
    for (const [type, word] of table.tells) if (word.test(plain)) return { type, table };
  }
  return null;
}

/**
 * Tells what a notice is about when its wording is in no table, by one word of it. Who did what to whom stays unknown.
 * Only for lines whose form proves them to be notices: people use these words too.
 * @param text the notice as printed
 * @param tables the languages to try, the likeliest first
 */
export function tellNotice(text: string, tables: readonly LanguageTable[]): Told | null {
  // A quoted name may hold any word: what stands before it is asked first.
  return text.length > LONGEST_NOTICE
    ? null
    : (tellBeforeQuote(text, tables) ?? tell(normaliseNotice(text), tables));
}

/**
 * The same by what stands before the first quotation mark, as in `Ruth called the group “Oak: 5”`.
 * @returns null also where nothing is quoted
 */
export function tellBeforeQuote(text: string, tables: readonly LanguageTable[]): Told | null {
  const plain = normaliseNotice(text.slice(0, LONGEST_NOTICE));
  const quote = plain.search(QUOTE);
  return quote < 0 ? null : tell(plain.slice(0, quote), tables);
}
