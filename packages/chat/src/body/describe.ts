import { MARKS } from '../header/characters.ts';
import { normaliseNotice } from '../notices/normalise.ts';
import { readAttachment } from './attachment.ts';
import { type Body, makeBody } from './body.ts';
import type { Markers } from './markers.ts';
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
  readonly files: ReadonlySet<string>;
}

const LRM = '\u200e';
/** Longest words that stand in place of media. */
const LONGEST_OMITTED = 60;
/** Longest text that the phone writes by itself in place of a message. */
const LONGEST_FIXED = 400;
/** Longest body that may be nothing but invisible marks and spaces. */
const LONGEST_EMPTY = 12;
const ANGLED = /^\u200e?<\u200e?([^<>]{3,60})>\r?$/;
const ENDS_ANGLED = />[.]?$/;
const EDITED = /[ \u00a0]?\u200e?<\u200e?([^<>\n]{4,60})>[.]?$/;

/** The words without the marks that WhatsApp put around them; marks between typed words stay. */
function typed(text: string): string {
  const start = text.startsWith(LRM) ? text.replace(/^\u200e+/, '') : text;
  return start.includes('\r') ? start.replaceAll('\r\n', '\n') : start;
}

function isCall(plain: string, calls: readonly string[]): boolean {
  return calls.some(
    (call) => plain === call || (plain.startsWith(call) && /^[,.،] ?/.test(plain.slice(call.length))),
  );
}

// Things that stand as a whole message in the phone's own words.
function fixedWords(raw: string, context: BodyContext, byPhone: boolean): Body | null {
  const { markers, bracket } = context;
  if (raw.length > LONGEST_FIXED || (bracket && !byPhone)) return null;
  if (!markers.begins.passes(raw, raw.startsWith(LRM) ? 1 : 0)) return null;
  const plain = normaliseNotice(raw);
  const text = typed(raw);
  if (markers.deleted.has(plain) || markers.deletedBy.some((start) => plain.startsWith(start))) {
    return makeBody('deleted', text);
  }
  if (bracket ? isCall(plain, markers.calls) : markers.calls.includes(plain)) return makeBody('call', text);
  if (markers.liveLocations.has(plain)) return makeBody('location', text);
  if (!bracket && plain === 'null') return makeBody('call', text);
  return null;
}

function omittedMedia(raw: string, context: BodyContext, byPhone: boolean): Body | null {
  const { markers, bracket } = context;
  const lineEnd = raw.indexOf('\n');
  const first = lineEnd < 0 ? raw : raw.slice(0, lineEnd);
  const angled = first.includes('<') ? ANGLED.exec(first) : null;
  const inAngles = angled === null ? undefined : markers.omitted.get(normaliseNotice(angled[1] ?? ''));
  if (inAngles !== undefined) {
    const caption = lineEnd < 0 ? '' : raw.slice(lineEnd + 1);
    return makeBody(inAngles === 'contact' ? 'contact' : 'media', typed(caption), { media: inAngles });
  }
  if (!bracket || !byPhone) return null;
  const mark = raw.lastIndexOf(LRM);
  if (raw.length - mark > LONGEST_FIXED) return null;
  const last = mark < 0 ? raw : raw.slice(mark + 1);
  const tail = last.length > LONGEST_OMITTED ? last : normaliseNotice(last);
  const media = markers.omitted.get(tail);
  if (media !== undefined) {
    const caption = mark < 0 ? '' : typed(raw.slice(0, mark)).trimEnd();
    return makeBody(media === 'contact' ? 'contact' : 'media', caption, { media });
  }
  if (mark >= 0) return null;
  // A file that lost its marks: "letter.pdf • 2 pages document omitted".
  for (const [wording, type] of markers.omitted) {
    if (type === 'document' && tail.endsWith(` ${wording}`) && /\.\w{2,5}\b/.test(tail)) {
      return makeBody('media', raw.slice(0, raw.length - wording.length).trimEnd(), { media: type });
    }
  }
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

/**
 * Tells what a body is. Only for bodies that {@link maybeSpecial} or a mark singled out; plain text needs no look.
 * @param raw the body as printed, after the sender
 * @param marked whether the line began with U+200E
 * @param context what is known about the chat
 */
export function describeBody(raw: string, marked: boolean, context: BodyContext): Body {
  if (raw.length <= LONGEST_EMPTY && raw.replace(MARKS, '').trim() === '')
    return makeBody('media', '', { media: 'unknown' });
  const leading = raw.startsWith(LRM);
  // In a bracketed file that kept its marks, the phone's own words are marked; elsewhere any words may be its own.
  const byPhone = context.bracket ? leading || marked || !context.hasMarks : leading;
  const { exact } = context.markers;
  const whole = leading ? raw.slice(1) : raw;
  const known = context.bracket ? (byPhone ? exact.ios.get(whole) : undefined) : exact.android.get(whole);
  if (known !== undefined) return known;
  const edit = ENDS_ANGLED.test(raw) ? EDITED.exec(raw) : null;
  if (edit !== null && context.markers.edited.has(normaliseNotice(edit[1] ?? ''))) {
    return { ...describeBody(raw.slice(0, edit.index), marked, context), edited: true };
  }
  const found =
    readAttachment(raw, context) ??
    omittedMedia(raw, context, byPhone || raw.includes(LRM)) ??
    fixedWords(raw, context, byPhone) ??
    labelled(raw, context, byPhone && context.hasMarks);
  return found ?? makeBody('text', typed(raw), { byPhone: context.bracket && leading });
}
