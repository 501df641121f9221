import { LRM, MARKS } from '../header/characters.ts';
import { normaliseNotice } from '../notices/normalise.ts';
import { type Body, mediaBody, withLf } from './body.ts';
import type { BodyContext } from './describe.ts';
import { mediaTypeOf } from './media-type.ts';

const ANGLED = /(\u200e?)<(\u200e?[^<>\n]{1,300})>\s*$/;
const BRACKETED = /^(\u200e?)([^\n]{1,300}?) [(（]([^()（）\n]{2,60})[)）]$/;
/** Longest word before a file's name, with its marks. */
const LONGEST_WORD = 32;
const PLAIN_FILE = /^[\w .()-]+$/;
/** A name of which nothing needs to be cut off. */
const BARE_FILE = /^[\w-][\w.-]{1,299}$/;
/** The names that Android gives files: whatever words follow, they say that it was attached. */
const PHONE_FILE = /^[A-Z]{3}-\d{8}-WA\d{4}\.\w{1,8}$/;
const FILE_LIKE = /\.[\p{L}\d]{1,8}$/u;

function clean(file: string): string {
  return file.replace(MARKS, '').trim();
}

function attached(file: string, caption: string): Body {
  return mediaBody(mediaTypeOf(file), withLf(caption), file);
}

function bareBracketed(raw: string, from: number, { markers }: BodyContext): Body | null {
  const words = raw.lastIndexOf(' (');
  const file = raw.slice(from, Math.max(from, words));
  return BARE_FILE.test(file) && markers.fileAttached.has(raw.slice(words + 2, -1))
    ? attached(file, '')
    : null;
}

/**
 * Reads `<attached: file>` or `file (file attached)` and nothing else, the commonest forms.
 * @param raw the body as printed
 * @param context what is known about the chat
 * @returns null when it is anything else
 */
export function bareAttachment(raw: string, context: BodyContext): Body | null {
  const from = raw.startsWith(LRM) ? 1 : 0;
  if (raw.endsWith(')')) return bareBracketed(raw, from, context);
  if (raw.charAt(from) !== '<' || !raw.endsWith('>')) return null;
  const colon = raw.indexOf(': ', from);
  if (colon < 0 || colon > LONGEST_WORD || !context.markers.attached.has(raw.slice(from + 1, colon)))
    return null;
  const file = raw.slice(colon + 2, -1);
  return PLAIN_FILE.test(file) ? attached(file, '') : null;
}

// `<attached: file>`, with the word in front or behind, and the old `file <attached>`.
function angled(raw: string, context: BodyContext): Body | null {
  const found = raw.trimEnd().endsWith('>') ? ANGLED.exec(raw) : null;
  if (found === null) return null;
  const inside = found[2] ?? '';
  const before = raw.slice(0, found.index);
  const words = context.markers.attached;
  const isMarked = found[1] === LRM || inside.startsWith(LRM) || raw.startsWith(LRM);
  const plain = clean(inside);
  if (words.has(plain)) {
    const file = clean(before);
    return FILE_LIKE.test(file) && !file.includes('\n') ? attached(file, '') : null;
  }
  const caption = before.replace(/^\u200e+/, '').replace(/[ \u200e]+$/, '');
  const colon = /^([^:：,]{2,30})[:：,] ?(.+)$/.exec(plain);
  if (
    colon !== null &&
    (words.has(normaliseNotice(colon[1] ?? '')) || (isMarked && FILE_LIKE.test(colon[2] ?? '')))
  ) {
    return attached(clean(colon[2] ?? ''), caption);
  }
  for (const word of words) {
    if (plain.endsWith(` ${word}`)) return attached(clean(plain.slice(0, -word.length)), caption);
  }
  return null;
}

// `file (file attached)`, the caption on the lines after it.
function bracketed(raw: string, context: BodyContext): Body | null {
  const lineEnd = raw.indexOf('\n');
  const line = (lineEnd < 0 ? raw : raw.slice(0, lineEnd)).trimEnd();
  const found = line.endsWith(')') || line.endsWith('）') ? BRACKETED.exec(line) : null;
  if (found === null) return null;
  const file = clean(found[2] ?? '');
  const known = context.markers.fileAttached.has(normaliseNotice(found[3] ?? ''));
  const isMarked = found[1] === LRM && FILE_LIKE.test(file);
  const proved = context.files.has(file) || (!context.bracket && (isMarked || PHONE_FILE.test(file)));
  if (!known && !proved) return null;
  return attached(file, lineEnd < 0 ? '' : raw.slice(lineEnd + 1));
}

/**
 * Reads what was attached, in any of the longer forms that phones write.
 * @param raw the body as printed
 * @param context what is known about the chat
 * @returns null when nothing is attached
 */
export function readAttachment(raw: string, context: BodyContext): Body | null {
  return angled(raw, context) ?? bracketed(raw, context);
}
