import { afterColon, senderColon } from '../names/sender-colon.ts';
import type { Speakers } from '../names/speakers.ts';
import { AFTER_BOM, AFTER_CRLF, Candidates, MARKED, type PrintedDate } from './candidates.ts';
import { HeaderHit, SHAPE } from './hit.ts';
import { recognise } from './recognise.ts';
import { recogniseWide } from './recognise-wide.ts';

const RETURN = 13;
const BOM = 0xfeff;
const LRM = 0x200e;
/** Characters between two calls of the progress function. */
const STEP = 1 << 20;
/** Lines looked at to see whether headers begin with a word. */
const WORDED_SAMPLE = 400;
/** Characters an entry takes on average; only a first guess for the columns' size. */
const USUAL_ENTRY = 88;

/** When so many headers are common ones and none is not, the rest of the file is not searched for uncommon ones. */
const ENOUGH_PLAIN = 256;

/** What the lines of a chat show of its headers, before anything is decided. */
export interface HeaderEvidence {
  readonly dates: readonly PrintedDate[];
  /** Line ends that are CRLF, and all of them. */
  readonly crlf: number;
  readonly lineEnds: number;
  /** The text ends with CRLF. */
  readonly endsWithCrlf: boolean;
  /** Shape of the header on the first line that is not blank; -1 when that line is no header. */
  readonly firstShape: number;
}

/** What a survey found. */
export interface Survey extends HeaderEvidence {
  readonly candidates: Candidates;
  /** Where the last entry ends. */
  readonly end: number;
}

/** Do headers of this chat begin with a word, such as "Sat, Feb 9, 2019"? Looks at the first lines only. */
export function isWorded(text: string): boolean {
  const hit = new HeaderHit();
  let from = 0;
  for (let line = 0; line < WORDED_SAMPLE && from < text.length; line += 1) {
    const code = text.charCodeAt(from);
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 0xbf;
    if (isLetter && recogniseWide(text, from, hit)) return true;
    const end = text.indexOf('\n', from);
    if (end < 0) return false;
    from = end + 1;
  }
  return false;
}

// Finds the sender of the newest entry while its text is at hand.
function findSender(text: string, candidates: Candidates, speakers: Speakers, hit: HeaderHit): void {
  const { body } = hit;
  // Without brackets, what U+200E stands before is a notice.
  if ((hit.shape & SHAPE.bracket) === 0 && text.charCodeAt(body) === LRM) return;
  const at = candidates.length - 1;
  const length = speakers.recall(text, body);
  if (length >= 0) {
    candidates.sender[at] = speakers.recalled;
    candidates.words[at] = body + length + 2;
    return;
  }
  const colon = senderColon(text, body, text.length, false);
  if (colon < 0) return;
  candidates.sender[at] = speakers.learn(text, body, colon);
  candidates.words[at] = afterColon(text, colon, text.length);
}

/** What a survey writes down besides headers. */
export interface SurveyTools {
  readonly speakers: Speakers;
  /** Called with the number of characters done. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * Finds every line that looks like a header, whatever its shape, and who wrote the entry after it. The text is gone
 * through once, since fetching it from memory is what takes the time. Time grows with its length and no faster.
 * @param text the chat, or a part that begins at a line's start
 * @param worded see {@link isWorded}
 * @param tools where senders go
 */
export function survey(text: string, worded: boolean, tools: SurveyTools): Survey {
  const candidates = new Candidates(Math.ceil(text.length / USUAL_ENTRY) + 16);
  const { speakers, onProgress } = tools;
  const hit = new HeaderHit();
  const length = text.length;
  let crlf = 0;
  let lineEnds = 0;
  let from = 0;
  let before = 0;
  let firstShape = -2;
  let flags = AFTER_CRLF;
  let next = STEP;
  let mode: 'plain' | 'wide' | 'worded' = worded ? 'worded' : 'wide';
  let plain = 0;
  let wide = 0;
  while (from < length) {
    const code = text.charCodeAt(from);
    if (code === LRM) flags |= MARKED;
    else if (code === BOM) flags |= AFTER_BOM;
    if (recognise(text, from, (flags & AFTER_BOM) !== 0 ? 'wide' : mode, hit)) {
      if (hit.isPlain) plain += 1;
      else wide += 1;
      if (wide === 0 && plain === ENOUGH_PLAIN) mode = 'plain';
      candidates.push(lineEnds + 1, flags, before, hit);
      findSender(text, candidates, speakers, hit);
      if (firstShape === -2) firstShape = hit.shape;
    } else if (firstShape === -2 && code > 32) firstShape = -1;
    const end = text.indexOf('\n', from);
    if (end < 0) break;
    lineEnds += 1;
    if (text.charCodeAt(end - 1) === RETURN) {
      crlf += 1;
      flags = AFTER_CRLF;
      before = end - 1;
    } else {
      flags = 0;
      before = end;
    }
    from = end + 1;
    if (onProgress !== undefined && from > next) {
      onProgress(from);
      next = from + STEP;
    }
  }
  const last = endOf(text);
  const { dates } = candidates;
  const endsWithCrlf = text.endsWith('\r\n');
  return { candidates, dates, crlf, lineEnds, end: last, endsWithCrlf, firstShape };
}

// Where the last entry ends: before the line end that closes the file, if there is one.
function endOf(text: string): number {
  if (text.endsWith('\r\n')) return text.length - 2;
  return text.endsWith('\n') ? text.length - 1 : text.length;
}
