import { afterColon, senderColon } from '../names/sender-colon.ts';
import type { Speakers } from '../names/speakers.ts';
import { AFTER_BOM, AFTER_CRLF, Candidates, MARKED, type PrintedDate } from './candidates.ts';
import { HeaderHit, SHAPE } from './hit.ts';
import { recognise } from './recognise.ts';
import { recogniseWide } from './recognise-wide.ts';
import type { Letters } from './utf8.ts';

const RETURN = 13;
const NEWLINE = 10;
const BOM = 0xfeff;
const LRM = 0x200e;
/** First byte of U+200E in UTF-8. */
const MARK = 0xe2;
const BEYOND_ASCII = 128;
const OPEN = 91;
const ZERO = 48;
const NINE = 57;
/** Characters between two calls of the progress function. */
const STEP = 1 << 20;
/** Characters gone through between two looks at how far it is. */
const STRETCH = 1 << 13;
/** Lines looked at to see whether headers begin with a word. */
const WORDED_SAMPLE = 400;
/** Characters that an entry takes at least, on average: a first guess for the columns' size. What is not used is free. */
const SHORT_ENTRY = 48;

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

// Writes the sender of the header just found into `hit`, while the name is at hand.
function findSender(letters: Letters, speakers: Speakers, hit: HeaderHit): void {
  const { text, bytes } = letters;
  const { body, bodyByte } = hit;
  hit.sender = -1;
  hit.words = body;
  // Without brackets, what U+200E stands before is a notice.
  if ((hit.shape & SHAPE.bracket) === 0 && bytes[bodyByte] === MARK && text.charCodeAt(body) === LRM) return;
  const known = speakers.recall(letters, bodyByte);
  if (known >= 0) {
    hit.sender = speakers.numberAt(known);
    hit.words = body + speakers.lengthAt(known);
    return;
  }
  const colon = senderColon(text, body, text.length, false);
  if (colon < 0) return;
  hit.sender = speakers.learn(text.slice(body, colon), letters, bodyByte);
  hit.words = afterColon(text, colon, text.length);
}

/** What a survey works with. */
export interface SurveyTools {
  /** Where senders go; without it, none are looked for. */
  readonly speakers?: Speakers;
  /** Columns that are done with, to be written over; without it, new ones are made. */
  readonly columns?: Candidates;
  /** Called with the number of characters done. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

// Position of the line end among the bytes, when it is that many characters away: a line end is one byte, and no part
// of another character.
function lineEndByte(bytes: Uint8Array, at: number, characters: number): number {
  let end = at + characters;
  while (end < bytes.length && bytes[end] !== NEWLINE) end += 1;
  return end;
}

// Goes through a chat, a stretch at a time: the engine compiles a short function that is called often, but would compile
// one long loop anew for each file.
class Surveyor {
  readonly candidates: Candidates;
  crlf = 0;
  lineEnds = 0;
  firstShape = -2;
  readonly #letters: Letters;
  readonly #speakers: Speakers | undefined;
  readonly #hit = new HeaderHit();
  #mode: 'plain' | 'wide' | 'worded';
  #from = 0;
  #at = 0;
  #before = 0;
  #flags = AFTER_CRLF;
  #plain = 0;
  #wide = 0;

  constructor(letters: Letters, worded: boolean, { speakers, columns }: SurveyTools) {
    this.#letters = letters;
    this.#speakers = speakers;
    this.#mode = worded ? 'worded' : 'wide';
    this.candidates = columns ?? new Candidates(Math.ceil(letters.text.length / SHORT_ENTRY) + 16);
    this.candidates.clear();
  }

  /**
   * Goes on with the lines that begin before a position.
   * @returns where the next line begins; the length of the text when there is none
   */
  pass(until: number): number {
    const { text, bytes } = this.#letters;
    let from = this.#from;
    let at = this.#at;
    let before = this.#before;
    let flags = this.#flags;
    let { crlf, lineEnds } = this;
    while (from < until) {
      const byte = bytes[at] ?? 0;
      // Most lines that are no header are told by their first letter.
      if (this.#mode !== 'plain' || byte >= BEYOND_ASCII || byte === OPEN || (byte >= ZERO && byte <= NINE))
        this.#look(from, at, lineEnds + 1, flags, before);
      const end = text.indexOf('\n', from);
      if (end < 0) {
        from = text.length;
        break;
      }
      lineEnds += 1;
      at = lineEndByte(bytes, at, end - from);
      const isCrlf = bytes[at - 1] === RETURN;
      if (isCrlf) crlf += 1;
      flags = isCrlf ? AFTER_CRLF : 0;
      before = isCrlf ? end - 1 : end;
      at += 1;
      from = end + 1;
    }
    this.#from = from;
    this.#at = at;
    this.#before = before;
    this.#flags = flags;
    this.crlf = crlf;
    this.lineEnds = lineEnds;
    return from;
  }

  // Looks at one line's beginning.
  #look(from: number, at: number, line: number, after: number, before: number): void {
    const byte = this.#letters.bytes[at] ?? 0;
    let flags = after;
    if (byte >= BEYOND_ASCII) {
      const code = this.#letters.text.charCodeAt(from);
      if (code === LRM) flags |= MARKED;
      else if (code === BOM) flags |= AFTER_BOM;
    }
    const hit = this.#hit;
    const mode = (flags & AFTER_BOM) !== 0 ? 'wide' : this.#mode;
    if (!recognise(this.#letters, from, at, mode, hit)) {
      if (this.firstShape === -2 && byte > 32) this.firstShape = -1;
      return;
    }
    if (this.#mode !== 'plain') this.#settle(hit);
    if (this.#speakers !== undefined) findSender(this.#letters, this.#speakers, hit);
    this.candidates.push(line, flags, before, hit);
  }

  // Counts until it is known what headers this chat has.
  #settle(hit: HeaderHit): void {
    if (hit.isPlain) this.#plain += 1;
    else this.#wide += 1;
    if (this.#wide === 0 && this.#plain === ENOUGH_PLAIN) this.#mode = 'plain';
    if (this.firstShape === -2) this.firstShape = hit.shape;
  }
}

/**
 * Finds every line that looks like a header, whatever its shape, and who wrote the entry after it. The text is gone
 * through once, since fetching it from memory is what takes the time. Time grows with its length and no faster.
 * @param letters the chat, or a part that begins at a line's start
 * @param worded see {@link isWorded}
 * @param tools where senders go, and more
 */
export function survey(letters: Letters, worded: boolean, tools: SurveyTools): Survey {
  const { text } = letters;
  const surveyor = new Surveyor(letters, worded, tools);
  let done = 0;
  let told = 0;
  while (done < text.length) {
    done = surveyor.pass(Math.min(done + STRETCH, text.length));
    if (tools.onProgress === undefined || done - told < STEP) continue;
    tools.onProgress(done);
    told = done;
  }
  const { candidates, crlf, lineEnds, firstShape } = surveyor;
  const endsWithCrlf = text.endsWith('\r\n');
  return { candidates, dates: candidates.dates, crlf, lineEnds, end: endOf(text), endsWithCrlf, firstShape };
}

// Where the last entry ends: before the line end that closes the file, if there is one.
function endOf(text: string): number {
  if (text.endsWith('\r\n')) return text.length - 2;
  return text.endsWith('\n') ? text.length - 1 : text.length;
}
