import { markersOf } from './body/markers.ts';
import { cutMessages } from './cut.ts';
import { noMessages } from './errors.ts';
import { decide } from './header/decide.ts';
import type { Letters } from './header/letters.ts';
import * as SHAPE from './header/shape.ts';
import { isWorded, survey } from './header/survey.ts';
import type { Opened } from './input/opened.ts';
import type { LanguageTable } from './languages/table.ts';
import { LazyExport } from './lazy-export.ts';
import { Speakers } from './names/speakers.ts';
import { refuseOthers } from './not-a-chat.ts';
import { orderLanguages } from './notices/language-order.ts';
import type { ChatExport, ReadOptions } from './types.ts';

/** Bytes that tell whether headers begin with a word. */
const BEGINNING = 32_768;

/**
 * Do these letters look like a chat?
 * @param letters the beginning of any text
 */
export function looksLikeChat(letters: Letters): boolean {
  return survey(letters, isWorded(letters.piece(0, BEGINNING)), {}).candidates.length > 0;
}

/**
 * Reads a chat's text: collects what every line shows, decides from the whole file what a header is, and cuts the
 * messages. What they hold is looked at when it is asked for.
 * @param opened the text, and where it came from
 * @param tables languages whose wordings are known
 * @param options see {@link ReadOptions}
 * @throws ChatReadError when there is no message in it
 */
export function readText(opened: Opened, tables: readonly LanguageTable[], options: ReadOptions): ChatExport {
  const { letters } = opened;
  const { onProgress, locale } = options;
  const { likely, all } = orderLanguages(tables, letters, locale);
  const markers = markersOf(all, (opened.files?.size ?? 0) > 0);
  const speakers = new Speakers();
  const found = survey(letters, isWorded(letters.piece(0, BEGINNING)), { speakers, onProgress });
  const decision = decide(found, locale);
  if (decision === null) throw noMessages();
  const tools = { tables: { likely, all }, markers, speakers, files: opened.files, name: options.name };
  const cut = cutMessages(letters, found, decision, tools);
  if (cut.entries.length === 0) throw noMessages();
  const bracket = (decision.main & SHAPE.bracket) !== 0;
  refuseOthers(speakers.names, bracket, () => cut.analysis().events.events.length > 0);
  onProgress?.(1);
  return new LazyExport({ opened, found, decision, cut, speakers, name: options.name ?? null });
}
