import { ar } from './ar.ts';
import { bn } from './bn.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { it } from './it.ts';
import { mul } from './mul.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import type { LanguageTable } from './table.ts';
import { tr } from './tr.ts';
import { ur } from './ur.ts';

/** Every language whose wordings are known. */
export const allLanguages: readonly LanguageTable[] = [
  en,
  de,
  es,
  fr,
  it,
  pt,
  nl,
  pl,
  ro,
  tr,
  ar,
  ur,
  bn,
  hi,
  ru,
  mul,
];
