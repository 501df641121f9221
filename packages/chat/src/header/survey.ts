import { AFTER_BOM, AFTER_CRLF, Candidates, MARKED } from './candidates.ts';
import { HeaderHit } from './hit.ts';
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

/** What the lines of a chat show, before anything is decided. */
export interface Survey {
  readonly candidates: Candidates;
  /** Line ends that are CRLF, and all of them. */
  readonly crlf: number;
  readonly lineEnds: number;
  /** The text ends with CRLF. */
  readonly endsWithCrlf: boolean;
  /** Shape of the header on the first line that is not blank; -1 when that line is no header. */
  readonly firstShape: number;
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

/**
 * Finds every line that looks like a header, whatever its shape. Time grows with the text's length and no faster.
 * @param text the chat, or a part that begins at a line's start
 * @param worded see {@link isWorded}
 * @param onProgress called with the number of characters done
 */
export function survey(text: string, worded: boolean, onProgress?: (done: number) => void): Survey {
  const candidates = new Candidates(Math.ceil(text.length / USUAL_ENTRY) + 16);
  const hit = new HeaderHit();
  const length = text.length;
  let crlf = 0;
  let lineEnds = 0;
  let from = 0;
  let firstShape = -2;
  let flags = AFTER_CRLF;
  let next = STEP;
  while (from < length) {
    const code = text.charCodeAt(from);
    if (code === LRM) flags |= MARKED;
    else if (code === BOM) flags |= AFTER_BOM;
    if (recognise(text, from, worded, hit)) {
      candidates.push(from, lineEnds + 1, flags, hit);
      if (firstShape === -2) firstShape = hit.shape;
    } else if (firstShape === -2 && code > 32) firstShape = -1;
    const end = text.indexOf('\n', from);
    if (end < 0) break;
    lineEnds += 1;
    if (text.charCodeAt(end - 1) === RETURN) {
      crlf += 1;
      flags = AFTER_CRLF;
    } else flags = 0;
    from = end + 1;
    if (onProgress !== undefined && from > next) {
      onProgress(from);
      next = from + STEP;
    }
  }
  return { candidates, crlf, lineEnds, endsWithCrlf: text.endsWith('\r\n'), firstShape };
}
