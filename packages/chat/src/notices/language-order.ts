import type { Letters } from '../header/letters.ts';
import { languagesNeeded } from '../languages/signs.ts';
import type { LanguageTable } from '../languages/table.ts';

/**
 * Puts the likeliest languages first: those the chat shows signs of or the hint names, and English.
 * @param tables all languages at hand
 * @param letters the chat
 * @param locale the caller's hint
 * @returns the likely ones, and all of them in the order to try
 */
export function orderLanguages(
  tables: readonly LanguageTable[],
  letters: Letters,
  locale?: string,
): { likely: LanguageTable[]; all: LanguageTable[] } {
  const hint = locale?.split('-', 1)[0]?.toLowerCase();
  const needed = new Set(['en', ...languagesNeeded(letters, locale)]);
  const rank = (table: LanguageTable) => (table.code === hint ? 0 : table.code === 'en' ? 1 : 2);
  const likely = tables.filter((table) => needed.has(table.code)).sort((a, b) => rank(a) - rank(b));
  return { likely, all: [...likely, ...tables.filter((table) => !needed.has(table.code))] };
}
