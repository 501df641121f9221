import { markersOf } from './body/markers.ts';
import { cutMessages } from './cut.ts';
import { noMessages } from './errors.ts';
import type { Accepted } from './header/accept.ts';
import type { OrderDecision } from './header/date-order.ts';
import { type Decision, decide } from './header/decide.ts';
import { SHAPE } from './header/hit.ts';
import { isWorded, type Survey, survey } from './header/survey.ts';
import type { Opened } from './input/open.ts';
import type { LanguageTable } from './languages/table.ts';
import { Speakers } from './names/speakers.ts';
import { orderLanguages } from './notices/language-order.ts';
import { membersOf } from './people/members.ts';
import { titleOf } from './title.ts';
import type { ChatExport, ChatFormat, ReadOptions } from './types.ts';
import { warningsOf } from './warnings.ts';

const GUESS: OrderDecision = { order: 'dmy', certainty: 'guess', reason: 'there is nothing to tell it by' };
/** Share of the work that the survey of headers is, for progress. */
const SURVEY_SHARE = 0.6;

/**
 * Does a text look like a chat? Only its beginning is looked at.
 * @param text any text
 */
export function looksLikeChat(text: string): boolean {
  const sample = text.slice(0, 65_536);
  const tools = { speakers: new Speakers(), markers: markersOf([], false) };
  return survey(sample, isWorded(sample), tools).candidates.length > 0;
}

function formatOf(
  opened: Opened,
  found: Survey,
  decision: Decision,
  accepted: Accepted,
  languages: readonly string[],
): ChatFormat {
  const { main } = decision;
  const has = (bit: number) => (main & bit) !== 0;
  const order = decision.orders.get(main) ?? GUESS;
  const bracket = has(SHAPE.bracket);
  const { crlf, lineEnds } = found;
  return {
    family: has(SHAPE.colon) ? 'colon' : !bracket ? 'dash' : has(SHAPE.timeFirst) ? 'web' : 'bracket',
    dateOrder: order.order,
    dateOrderCertainty: order.certainty,
    dateOrderReason: order.reason,
    clock: has(SHAPE.half) ? '12h' : '24h',
    seconds: has(SHAPE.seconds),
    calendar: accepted.calendar,
    languages,
    lineEnds: decision.crlfBetween ? 'crlf-between' : crlf * 2 > lineEnds ? 'crlf' : 'lf',
    encoding: opened.encoding,
    headers: accepted.entries.length,
    foreignHeaders: accepted.foreign,
    fileInZip: opened.fileInZip,
  };
}

/**
 * Reads a chat's text. Two passes: the first collects what every line shows, the second cuts the messages once the
 * whole file has decided what a header is.
 * @param opened the text, and where it came from
 * @param tables languages whose wordings are known
 * @param options see {@link ReadOptions}
 * @throws ChatReadError when there is no message in it
 */
export function readText(opened: Opened, tables: readonly LanguageTable[], options: ReadOptions): ChatExport {
  const { text } = opened;
  const { onProgress, locale } = options;
  const { likely, all } = orderLanguages(tables, text, locale);
  const files = new Set(opened.files?.keys() ?? []);
  const markers = markersOf(all, files.size > 0);
  const speakers = new Speakers();
  const found = survey(text, isWorded(text), {
    speakers,
    markers,
    onProgress: onProgress && ((done) => onProgress((done / text.length) * SURVEY_SHARE)),
  });
  const decision = decide(found, locale);
  if (decision === null) throw noMessages();
  const tools = { tables: { likely, all }, markers, speakers, files: opened.files, name: options.name };
  const { accepted, entries, events, media, messages } = cutMessages(text, found, decision, tools);
  if (entries.length === 0) throw noMessages();
  const atOf = (index: number) => messages.atOf(index);
  onProgress?.(1);
  return {
    format: formatOf(opened, found, decision, accepted, events.languages),
    title: titleOf(events.events, entries, speakers.names, options.name ?? null),
    messages,
    members: membersOf(speakers.names, entries, events.events, atOf),
    events: events.events,
    media,
    warnings: warningsOf({
      opened,
      accepted,
      order: decision.orders.get(decision.main) ?? GUESS,
      events,
      media,
    }),
  };
}
