import { afterColon, senderColon } from '../names/sender-colon.ts';
import type { Speakers } from '../names/speakers.ts';
import { AFTER_BOM, AFTER_CRLF, Candidates, MARKED, type PrintedDate } from './candidates.ts';
import { isDigit } from './characters.ts';
import { BEYOND_ASCII, BOM, NEWLINE, RETURN, SQUARE_OPEN } from './codes.ts';
import { HeaderHit } from './hit.ts';
import { codeAt, isLrm, type Letters } from './letters.ts';
import { recognise } from './recognise.ts';
import { recogniseWide } from './recognise-wide.ts';
import * as SHAPE from './shape.ts';
import { firstByte, HIGH_BITS, ONES, WORD } from './utf8.ts';

/** Four line ends, as one word. */
const NEWLINES = 0x0a0a0a0a;
/** Bytes between two calls of the progress function. */
const STEP = 1 << 20;
/** Bytes gone through between two looks at how far it is. */
const STRETCH = 1 << 12;
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
  /** U+200E stands where phones put it; it may stand elsewhere. */
  readonly hasMarks: boolean;
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
  const { bytes } = letters;
  const { body } = hit;
  hit.sender = -1;
  hit.words = body;
  // Without brackets, what U+200E stands before is a notice.
  if ((hit.shape & SHAPE.bracket) === 0 && isLrm(bytes, body)) return;
  const known = speakers.recall(letters, body);
  if (known !== null) {
    hit.sender = known.number;
    hit.words = body + known.length;
    return;
  }
  const colon = senderColon(bytes, body, bytes.length, false);
  if (colon < 0) return;
  hit.sender = speakers.learn(letters, body, colon);
  hit.words = afterColon(bytes, colon, bytes.length);
}

/** How many headers were common ones, and how many were not. */
export interface HeaderKinds {
  plain: number;
  wide: number;
}

/** What a survey works with. */
export interface SurveyTools {
  /** Where senders go; without it, none are looked for. */
  readonly speakers?: Speakers;
  /** Columns that are done with, to be written over; without it, new ones are made. */
  readonly columns?: Candidates;
  /** Headers of earlier parts of the chat; added to. */
  readonly kinds?: HeaderKinds;
  /** Called now and then with the share that is done. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

// Goes through a chat, a stretch at a time: the engine compiles a short function that is called often, but would compile
// one long loop anew for each file.
class Surveyor {
  readonly candidates: Candidates;
  crlf = 0;
  lineEnds = 0;
  firstShape = -2;
  hasMarks = false;
  readonly #letters: Letters;
  readonly #speakers: Speakers | undefined;
  readonly #hit = new HeaderHit();
  #mode: 'plain' | 'wide' | 'worded';
  #at = 0;
  #before = 0;
  #flags = AFTER_CRLF;
  readonly #kinds: HeaderKinds;

  constructor(letters: Letters, worded: boolean, { speakers, columns, kinds }: SurveyTools) {
    this.#letters = letters;
    this.#speakers = speakers;
    this.#kinds = kinds ?? { plain: 0, wide: 0 };
    this.#mode = this.#isSettled() ? 'plain' : worded ? 'worded' : 'wide';
    this.candidates = columns ?? new Candidates(Math.ceil(letters.bytes.length / SHORT_ENTRY) + 16);
    this.candidates.clear();
  }

  /**
   * Goes on with the lines that begin before a position among the bytes.
   * @returns where the next line begins among them; their number when there is none
   */
  pass(until: number): number {
    const { bytes, view } = this.#letters;
    const { length } = bytes;
    const lastWord = length - WORD;
    let { crlf, lineEnds } = this;
    let at = this.#at;
    while (at < until) {
      const byte = bytes[at] ?? 0;
      // Most lines that are no header are told by their first letter.
      const isLikely =
        this.#mode !== 'plain' || byte >= BEYOND_ASCII || byte === SQUARE_OPEN || isDigit(byte);
      if (isLikely) at = this.#look(at, lineEnds + 1);
      // On to the line's end, four bytes at a time.
      while (at <= lastWord) {
        const word = view.getInt32(at, true) ^ NEWLINES;
        const ends = (word - ONES) & ~word & HIGH_BITS;
        if (ends !== 0) {
          at += firstByte(ends);
          break;
        }
        at += WORD;
      }
      while (at < length && bytes[at] !== NEWLINE) at += 1;
      if (at === length) break;
      lineEnds += 1;
      const isCrlf = bytes[at - 1] === RETURN;
      if (isCrlf) crlf += 1;
      this.#flags = isCrlf ? AFTER_CRLF : 0;
      this.#before = isCrlf ? at - 1 : at;
      at += 1;
    }
    this.#at = at;
    this.crlf = crlf;
    this.lineEnds = lineEnds;
    return at;
  }

  // Looks at one line's beginning. Returns how far it has come.
  #look(at: number, line: number): number {
    const { bytes } = this.#letters;
    const byte = bytes[at] ?? 0;
    let flags = this.#flags;
    if (byte >= BEYOND_ASCII) {
      if (isLrm(bytes, at)) flags |= MARKED;
      else if (codeAt(bytes, at) === BOM) flags |= AFTER_BOM;
    }
    const hit = this.#hit;
    const mode = (flags & AFTER_BOM) !== 0 ? 'wide' : this.#mode;
    if (!recognise(this.#letters, at, mode, hit)) {
      if (this.firstShape === -2 && byte > 32) this.firstShape = -1;
      return at;
    }
    if (this.#mode !== 'plain') this.#settle(hit);
    if (this.#speakers === undefined) {
      hit.sender = -1;
      hit.words = hit.body;
    } else findSender(this.#letters, this.#speakers, hit);
    if (!this.hasMarks) this.hasMarks = (flags & MARKED) !== 0 || isLrm(bytes, hit.words);
    this.candidates.push(line, flags, this.#before, hit);
    return hit.words;
  }

  // Counts until it is known what headers this chat has.
  #settle(hit: HeaderHit): void {
    if (hit.isPlain) this.#kinds.plain += 1;
    else this.#kinds.wide += 1;
    if (this.#isSettled()) this.#mode = 'plain';
    if (this.firstShape === -2) this.firstShape = hit.shape;
  }

  #isSettled(): boolean {
    return this.#kinds.wide === 0 && this.#kinds.plain >= ENOUGH_PLAIN;
  }
}

/**
 * Finds every line that looks like a header, whatever its shape, and who wrote the entry after it. The bytes are gone
 * through once, since fetching them from memory is what takes the time. Time grows with their number and no faster.
 * @param letters the chat, or a part that begins at a line's start
 * @param worded see {@link isWorded}
 * @param tools where senders go, and more
 */
export function survey(letters: Letters, worded: boolean, tools: SurveyTools): Survey {
  const { bytes } = letters;
  const { length } = bytes;
  const surveyor = new Surveyor(letters, worded, tools);
  let done = 0;
  let told = 0;
  while (done < length) {
    done = surveyor.pass(Math.min(done + STRETCH, length));
    if (tools.onProgress === undefined || done - told < STEP) continue;
    tools.onProgress(done / length);
    told = done;
  }
  const { candidates, crlf, lineEnds, firstShape, hasMarks } = surveyor;
  const endsWithLine = bytes[length - 1] === NEWLINE;
  const endsWithCrlf = endsWithLine && bytes[length - 2] === RETURN;
  // The last entry ends before the line end that closes the file, if there is one.
  const end = length - (endsWithCrlf ? 2 : endsWithLine ? 1 : 0);
  return { candidates, dates: candidates.dates, crlf, lineEnds, end, endsWithCrlf, firstShape, hasMarks };
}
