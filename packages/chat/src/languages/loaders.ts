import type { LanguageTable } from './table.ts';

/** Loads every language table in one piece of its own, so that a page pays for them only when it reads a chat. */
export async function loadLanguages(): Promise<readonly LanguageTable[]> {
  const { allLanguages } = await import('./all.ts');
  return allLanguages;
}
