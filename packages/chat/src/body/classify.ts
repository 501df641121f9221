import { type Entries, KIND } from '../entries.ts';
import { type Body, type BodyContext, describeBody } from './describe.ts';
import { maybeSpecial } from './maybe-special.ts';

const LRM = 0x200e;

/** Finds what an entry's words are, given its position; null for plain text. */
function bodyOf(text: string, entries: Entries, at: number, context: BodyContext): Body | null {
  const from = entries.from[at] ?? 0;
  const to = entries.to[at] ?? 0;
  const marked = entries.marked[at] === 1;
  if (!marked) {
    const next = at + 1 < entries.length ? (entries.line[at + 1] ?? 0) : Number.POSITIVE_INFINITY;
    const severalLines = next - (entries.line[at] ?? 0) > 1;
    const lostMarks = context.bracket && !context.hasMarks;
    if (!lostMarks && !maybeSpecial(text, from, to, severalLines, context.markers)) return null;
  }
  return describeBody(text.slice(from, to), marked, context);
}

/**
 * Gives every entry its kind. Lines without a sender are notices; so is what a bracketed line holds after U+200E,
 * when it is nothing else.
 * @param text the chat
 * @param entries changed: `kind`
 * @param context what is known about the chat
 * @param onMedia told of every entry that carries media
 * @param isNotice asked, in a bracketed file that lost its marks, whether words are a notice beyond doubt
 */
export function classify(
  text: string,
  entries: Entries,
  context: BodyContext,
  onMedia: (index: number, body: Body) => void,
  isNotice: (at: number) => boolean,
): void {
  const lostMarks = context.bracket && !context.hasMarks;
  for (let at = 0; at < entries.length; at += 1) {
    if ((entries.sender[at] ?? -1) < 0) {
      entries.kind[at] = KIND.system;
      continue;
    }
    if (lostMarks && isNotice(at)) {
      entries.kind[at] = KIND.system;
      continue;
    }
    const body = bodyOf(text, entries, at, context);
    if (body === null) continue;
    const isNoticeByMark =
      body.byPhone && body.kind === 'text' && text.charCodeAt(entries.from[at] ?? 0) === LRM;
    entries.kind[at] = isNoticeByMark ? KIND.system : KIND[body.kind];
    if (body.media !== null) onMedia(at, body);
  }
}
