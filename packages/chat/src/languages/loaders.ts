import type { LanguageTable } from './table.ts';

/** Loads one language's table, each in a piece of its own, so that a page pays only for those its chat needs. */
export const loaders: Readonly<Record<string, () => Promise<LanguageTable>>> = {
  de: async () => (await import('./de.ts')).de,
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
  it: async () => (await import('./it.ts')).it,
  pt: async () => (await import('./pt.ts')).pt,
  nl: async () => (await import('./nl.ts')).nl,
  pl: async () => (await import('./pl.ts')).pl,
  ro: async () => (await import('./ro.ts')).ro,
  tr: async () => (await import('./tr.ts')).tr,
  ar: async () => (await import('./ar.ts')).ar,
  ur: async () => (await import('./ur.ts')).ur,
  bn: async () => (await import('./bn.ts')).bn,
  hi: async () => (await import('./hi.ts')).hi,
  ru: async () => (await import('./ru.ts')).ru,
  mul: async () => (await import('./mul.ts')).mul,
};
