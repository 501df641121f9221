import type { LanguageTable } from '../languages/table.ts';

/**
 * Puts the likeliest languages first: the hint's, then English, then the rest as they come.
 * @param tables all languages at hand
 * @param locale the caller's hint
 */
export function orderLanguages(tables: readonly LanguageTable[], locale?: string): LanguageTable[] {
  const hint = locale?.toLowerCase() ?? '';
  const rank = (table: LanguageTable) => {
    const code = table.code.toLowerCase();
    if (hint === code) return 0;
    if (hint.split('-', 1)[0] === code.split('-', 1)[0]) return 1;
    return code === 'en' ? 2 : 3;
  };
  return [...tables].sort((a, b) => rank(a) - rank(b));
}
