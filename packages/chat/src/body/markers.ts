import type { LanguageTable } from '../languages/table.ts';
import { normaliseNotice } from '../notices/normalise.ts';
import type { MediaType } from '../types.ts';
import { type Body, makeBody, mediaBody } from './body.ts';
import { BeginFilter } from './maybe-special.ts';

/** The fixed words of the languages in use, ready to be looked up. */
export interface Markers {
  readonly omitted: ReadonlyMap<string, MediaType>;
  readonly attached: ReadonlySet<string>;
  readonly fileAttached: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
  /** Beginnings of deletions that name who deleted. */
  readonly deletedBy: readonly string[];
  readonly edited: ReadonlySet<string>;
  readonly calls: readonly string[];
  readonly polls: ReadonlySet<string>;
  readonly options: readonly string[];
  readonly locations: ReadonlySet<string>;
  readonly liveLocations: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  /** Beginnings of what stands in place of a message that had not come yet. */
  readonly waiting: readonly string[];
  /** Words that people begin messages with. */
  readonly leads: ReadonlySet<string>;
  /** How languages say "media", in whatever way they say that it was left out. */
  readonly media: readonly RegExp[];
  /** There is a zip with files: then a file's name may be followed by words that are not known here. */
  readonly hasFiles: boolean;
  /** Bodies that are the phone's own words from end to end, as iOS and as Android print them. */
  readonly exact: { readonly ios: ReadonlyMap<string, Body>; readonly android: ReadonlyMap<string, Body> };
  /** What a message that is no plain text may begin with; an early way out for plain text. */
  readonly begins: BeginFilter;
}

function collect(
  tables: readonly LanguageTable[],
  pick: (table: LanguageTable) => readonly string[] | undefined,
): string[] {
  return tables.flatMap((table) => pick(table) ?? []).map(normaliseNotice);
}

// Every body of fixed words, ready made: most media and deletions of a file are one of these.
function exactBodies(
  omitted: ReadonlyMap<string, MediaType>,
  deleted: readonly string[],
  calls: readonly string[],
  liveLocations: readonly string[],
): Markers['exact'] {
  const ios = new Map<string, Body>();
  const android = new Map<string, Body>();
  for (const [words, kind] of [
    ...deleted.map((wording) => [wording, 'deleted'] as const),
    ...calls.map((wording) => [wording, 'call'] as const),
    ...liveLocations.map((wording) => [wording, 'location'] as const),
  ]) {
    for (const text of [words, `${words}.`]) {
      ios.set(text, makeBody(kind, text));
      android.set(text, makeBody(kind, text));
    }
  }
  for (const [words, media] of omitted) {
    const body = mediaBody(media, '');
    ios.set(words, body);
    android.set(`<${words}>`, body);
  }
  return { ios, android };
}

// By languages, in their order: compiling them takes as long as reading some thousand messages.
const cache = new Map<string, Markers>();

/**
 * Puts the fixed words of several languages together.
 * @param tables the languages in use
 * @param hasFiles whether the chat came with files
 */
export function markersOf(tables: readonly LanguageTable[], hasFiles: boolean): Markers {
  const key = `${hasFiles} ${tables.map((table) => table.code).join(' ')}`;
  const kept = cache.get(key);
  if (kept !== undefined) return kept;
  const markers = compileMarkers(tables, hasFiles);
  cache.set(key, markers);
  return markers;
}

function compileMarkers(tables: readonly LanguageTable[], hasFiles: boolean): Markers {
  const deletions = collect(tables, (table) => table.deleted);
  const calls = collect(tables, (table) => table.calls);
  const polls = collect(tables, (table) => table.labels.poll);
  const locations = collect(tables, (table) => table.labels.location);
  const liveLocations = collect(tables, (table) => table.labels.liveLocation);
  const events = collect(tables, (table) => table.labels.event);
  const waiting = collect(tables, (table) => table.labels.waiting);
  const deleted = deletions.filter((wording) => !wording.includes('{x}'));
  const deletedBy = deletions
    .filter((wording) => wording.includes('{x}'))
    .map((wording) => wording.split('{x}', 1)[0] ?? '');
  const omitted = new Map<string, MediaType>();
  for (const table of tables) {
    for (const [wording, type] of Object.entries(table.omitted)) omitted.set(normaliseNotice(wording), type);
  }
  const whole = [
    ...deletions,
    ...calls,
    ...polls,
    ...locations,
    ...liveLocations,
    ...events,
    ...waiting,
    'null',
  ];
  return {
    omitted,
    attached: new Set(collect(tables, (table) => table.attached)),
    fileAttached: new Set(collect(tables, (table) => table.fileAttached)),
    deleted: new Set(deleted),
    deletedBy,
    edited: new Set(collect(tables, (table) => table.edited)),
    calls: [...calls].sort((a, b) => b.length - a.length),
    polls: new Set(polls),
    options: collect(tables, (table) => table.labels.option),
    locations: new Set(locations),
    liveLocations: new Set(liveLocations),
    events: new Set(events),
    waiting,
    leads: new Set(tables.flatMap((table) => table.leads?.split(' ') ?? [])),
    media: tables.flatMap((table) => table.media ?? []),
    hasFiles,
    exact: exactBodies(omitted, deleted, calls, liveLocations),
    begins: new BeginFilter(whole),
  };
}
