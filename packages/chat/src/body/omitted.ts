import { LRM } from '../header/characters.ts';
import { normaliseNotice } from '../notices/normalise.ts';
import type { MediaType } from '../types.ts';
import { type Body, mediaBody, typed } from './body.ts';
import type { BodyContext } from './describe.ts';

/** Longest words that stand in place of media. */
const LONGEST_OMITTED = 60;
/** The same with the name of a file before them. */
const LONGEST_NAMED = 400;
const ANGLED = /^\u200e?<\u200e?([^<>]{3,60})>\r?$/;
const HAS_EXTENSION = /\.\w{2,5}\b/;
/** Two words of iOS's own, one of which says media in many languages: "Vídeo omitido". */
const TWO_WORDS =
  /^\u200e(?:(gif|v[ií]d[eé]o|audio|áudio|sticker|foto) [^\s,.]+|[^\s,.]+ (gif|v[ií]d[eé]o|audio|áudio|sticker|foto))$/i;

/**
 * Reads what stands in place of media in a language not known here, by its form.
 * @param raw the body as printed
 * @param bracket whether headers stand in brackets
 * @returns null when it is anything else
 */
export function shortOmission(raw: string, bracket: boolean): Body | null {
  const found = bracket && raw.length < LONGEST_OMITTED ? TWO_WORDS.exec(raw) : null;
  if (found === null) return null;
  const word = (found[1] ?? found[2] ?? '').toLowerCase();
  const media = word === 'gif' || word === 'sticker' || word === 'audio' ? word : 'unknown';
  return mediaBody(media, '');
}

function mediaIn(words: string, { markers, bracket }: BodyContext): MediaType | undefined {
  const isMedia = () => !bracket && markers.media.some((word) => word.test(words));
  return markers.omitted.get(words) ?? (isMedia() ? 'unknown' : undefined);
}

/**
 * Reads what stands in place of media that was left out.
 * @param raw the body as printed
 * @param context what is known about the chat
 * @param byPhone whether the phone may have written it
 * @returns null when nothing was left out
 */
export function omittedMedia(raw: string, context: BodyContext, byPhone: boolean): Body | null {
  const { markers, bracket } = context;
  const lineEnd = raw.indexOf('\n');
  const first = lineEnd < 0 ? raw : raw.slice(0, lineEnd);
  const angled = first.includes('<') ? ANGLED.exec(first) : null;
  const inAngles = angled === null ? undefined : mediaIn(normaliseNotice(angled[1] ?? ''), context);
  if (inAngles !== undefined) {
    const caption = lineEnd < 0 ? '' : raw.slice(lineEnd + 1);
    return mediaBody(inAngles, typed(caption));
  }
  if (!bracket || !byPhone) return null;
  const mark = raw.lastIndexOf(LRM);
  if (raw.length - mark > LONGEST_NAMED) return null;
  const last = mark < 0 ? raw : raw.slice(mark + 1);
  const tail = last.length > LONGEST_OMITTED ? last : normaliseNotice(last);
  const media = markers.omitted.get(tail);
  if (media !== undefined) {
    const caption = mark < 0 ? '' : typed(raw.slice(0, mark)).trimEnd();
    return mediaBody(media, caption);
  }
  if (mark >= 0 || !HAS_EXTENSION.test(tail)) return null;
  // A file that lost its marks: "letter.pdf • 2 pages document omitted".
  for (const [wording, type] of markers.omitted) {
    if (type === 'document' && tail.endsWith(` ${wording}`)) {
      return mediaBody(type, raw.slice(0, raw.length - wording.length).trimEnd());
    }
  }
  return null;
}
