import { en } from './en.ts';
import type { LanguageTable } from './table.ts';

/** Every language whose wordings are known. */
export const allLanguages: readonly LanguageTable[] = [en];
