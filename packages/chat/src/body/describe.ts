import { LRM, MARKS } from '../header/characters.ts';
import { normaliseNotice } from '../notices/normalise.ts';
import { bareAttachment, readAttachment } from './attachment.ts';
import { type Body, makeBody, mediaBody, typed } from './body.ts';
import type { Markers } from './markers.ts';
import { omittedMedia, shortOmission } from './omitted.ts';
import { readPlace } from './place.ts';
import { readPoll } from './poll.ts';

/** What is known about a chat when one of its bodies is read. */
export interface BodyContext {
  readonly markers: Markers;
  /** Headers stand in brackets, as iOS writes them. */
  readonly bracket: boolean;
  /** U+200E is somewhere in the file, so that where it is missing means something. */
  readonly hasMarks: boolean;
  /** Names of files in the zip; empty when there is no zip. */
  readonly files: Pick<ReadonlySet<string>, 'has'>;
}

/** Longest text that the phone writes by itself in place of a message. */
const LONGEST_FIXED = 400;
/** Longest body that may be nothing but invisible marks and spaces. */
const LONGEST_EMPTY = 12;
/** A call in a language not known here: "Voice call", a comma, and after a mark how it went. */
const CALL = /^\u200e[^\u200e\n,،]{3,40}[,،] \u200e[^\u200e\n]{1,40}$/;
const EDITED = /[ \u00a0]?\u200e?<\u200e?([^<>\n]{4,60})>[.]?$/;
/** Letters of it before its bracket, at most. */
const BEFORE_EDITED = 2;

function isCall(plain: string, calls: readonly string[]): boolean {
  return calls.some(
    (call) => plain === call || (plain.startsWith(call) && /^[,.،] ?/.test(plain.slice(call.length))),
  );
}

// Things that stand as a whole message in the phone's own words.
function fixedWords(raw: string, context: BodyContext, byPhone: boolean): Body | null {
  const { markers, bracket } = context;
  if (raw.length > LONGEST_FIXED || (bracket && !byPhone)) return null;
  if (bracket && CALL.test(raw)) return makeBody('call', typed(raw));
  if (!markers.begins.passes(raw, raw.startsWith(LRM) ? 1 : 0)) return null;
  const plain = normaliseNotice(raw);
  const text = typed(raw);
  if (markers.deleted.has(plain) || markers.deletedBy.some((start) => plain.startsWith(start))) {
    return makeBody('deleted', text);
  }
  if (bracket ? isCall(plain, markers.calls) : markers.calls.includes(plain)) return makeBody('call', text);
  if (markers.waiting.some((start) => plain.startsWith(start))) return makeBody('text', text);
  if (markers.liveLocations.has(plain)) return makeBody('location', text);
  if (!bracket && plain === 'null') return makeBody('call', text);
  return null;
}

function labelled(raw: string, context: BodyContext, byPhone: boolean): Body | null {
  const { markers } = context;
  const poll = readPoll(raw, markers.polls, markers.options);
  if (poll !== null) return makeBody('poll', typed(raw).replaceAll(LRM, ''), { poll });
  const place = readPlace(raw, markers.locations, byPhone);
  if (place !== null) return makeBody('location', typed(raw), { place });
  const label = raw.includes('\n') ? /^\u200e?([^\n:]{2,20}):/.exec(raw)?.[1] : undefined;
  if (label !== undefined && markers.events.has(label)) {
    return makeBody('event', typed(raw).replaceAll(LRM, ''));
  }
  return null;
}

// Media with its caption on the lines below, where the phone's mark says that it wrote the first line.
function aboveCaption(raw: string, context: BodyContext): Body | null {
  const lineEnd = context.bracket ? raw.indexOf('\n') : -1;
  const line = raw.slice(0, Math.max(0, lineEnd)).trimEnd();
  if (!line.includes(LRM)) return null;
  const media =
    bareAttachment(line, context) ?? readAttachment(line, context) ?? omittedMedia(line, context, true);
  const caption = typed(raw.slice(lineEnd + 1));
  return media && { ...media, text: media.text === '' ? caption : `${media.text}\n${caption}` };
}

// Where the words of an edited message end; -1 when nothing says that it was edited.
function editedTo(raw: string, edited: ReadonlySet<string>): number {
  if (!/>[.]?$/.test(raw.slice(-2))) return -1;
  const from = Math.max(0, raw.lastIndexOf('<') - BEFORE_EDITED);
  const found = EDITED.exec(raw.slice(from));
  return found !== null && edited.has(normaliseNotice(found[1] ?? '')) ? from + found.index : -1;
}

/**
 * Tells what a body is. Only for bodies that {@link maybeSpecial} or a mark singled out; plain text needs no look.
 * @param raw the body as printed, after the sender
 * @param marked whether the line began with U+200E
 * @param context what is known about the chat
 */
export function describeBody(raw: string, marked: boolean, context: BodyContext): Body {
  if (raw.length <= LONGEST_EMPTY && raw.replace(MARKS, '').trim() === '') return mediaBody('unknown', '');
  const bare = bareAttachment(raw, context);
  if (bare !== null) return bare;
  const leading = raw.startsWith(LRM);
  // In a bracketed file that kept its marks, the phone's own words are marked; elsewhere any words may be its own.
  const byPhone = context.bracket ? leading || marked || !context.hasMarks : leading;
  const { exact } = context.markers;
  const whole = leading ? raw.slice(1) : raw;
  const known = context.bracket ? (byPhone ? exact.ios.get(whole) : undefined) : exact.android.get(whole);
  if (known !== undefined) return known;
  const words = editedTo(raw, context.markers.edited);
  if (words >= 0) return { ...describeBody(raw.slice(0, words), marked, context), edited: true };
  const found =
    readAttachment(raw, context) ??
    omittedMedia(raw, context, byPhone || raw.includes(LRM)) ??
    fixedWords(raw, context, byPhone) ??
    labelled(raw, context, byPhone && context.hasMarks) ??
    aboveCaption(raw, context) ??
    shortOmission(raw, context.bracket);
  return found ?? makeBody('text', typed(raw), { byPhone: context.bracket && leading });
}
