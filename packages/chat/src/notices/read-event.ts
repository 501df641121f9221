import type { LanguageTable } from '../languages/table.ts';
import { cleanName } from '../names/clean-name.ts';
import type { ChatEvent } from '../types.ts';
import { matchNotice } from './matcher.ts';
import { splitNames } from './split-names.ts';
import { tellNotice } from './telling-words.ts';

/** Where a notice stands. */
export interface NoticePlace {
  readonly index: number;
  readonly at: string;
}

/**
 * Reads a notice into an event.
 * @param text the notice's words
 * @param place where it stands
 * @param tables the languages to try, the likeliest first
 * @param isName whether some words are a known person
 * @returns null when no wording fits
 */
export function readEvent(
  text: string,
  place: NoticePlace,
  tables: readonly LanguageTable[],
  isName: (name: string) => boolean,
): ChatEvent | null {
  const match = matchNotice(text, tables, isName);
  if (match === null) return null;
  const { table } = match;
  const isYou = (name: string) => table.you.includes(name);
  const actor = match.actor === null ? null : cleanName(match.actor);
  const everyone = match.targets === null ? [] : splitNames(match.targets, table.and, isName);
  const targets = everyone.some(isYou) ? everyone.filter((name) => !isYou(name)) : everyone;
  return {
    index: place.index,
    at: place.at,
    type: match.type,
    actor: actor === null || isYou(actor) ? null : actor,
    targets,
    byExporter: match.me === 'by' || (actor !== null && isYou(actor)),
    toExporter: match.me === 'to' || targets.length < everyone.length,
    value: match.value,
    language: table.code,
  };
}

/**
 * Reads a notice whose wording is in no table: only what it is about.
 * @param text the notice's words
 * @param place where it stands
 * @param tables the languages to try, the likeliest first
 * @returns null when no word of it is known either
 */
export function guessEvent(
  text: string,
  place: NoticePlace,
  tables: readonly LanguageTable[],
): ChatEvent | null {
  const told = tellNotice(text, tables);
  if (told === null) return null;
  return {
    ...place,
    type: told.type,
    actor: null,
    targets: [],
    byExporter: false,
    toExporter: false,
    value: null,
    language: told.table.code,
  };
}
