import { type Entries, KIND } from '../entries.ts';
import type { Body } from './body.ts';
import { type BodyContext, describeBody } from './describe.ts';

const LRM = 0x200e;

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
    const marked = entries.marked[at] === 1;
    if (!marked && entries.special[at] !== 1 && !lostMarks) continue;
    const body = describeBody(text.slice(entries.from[at], entries.to[at]), marked, context);
    const isNoticeByMark =
      body.byPhone && body.kind === 'text' && text.charCodeAt(entries.from[at] ?? 0) === LRM;
    entries.kind[at] = isNoticeByMark ? KIND.system : KIND[body.kind];
    if (body.media !== null) onMedia(at, body);
  }
}
