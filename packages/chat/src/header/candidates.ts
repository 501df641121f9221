import type { HeaderHit } from './hit.ts';

/** The entry's line came after a CRLF. */
export const AFTER_CRLF = 1;
/** The line began with a byte order mark: files were glued together here. */
export const AFTER_BOM = 2;
/** The line began with U+200E, as lines of iOS do that hold media, notices, calls or deletions. */
export const MARKED = 4;

/** A date as printed, and how many headers in a row had it. A chat has few of them next to its messages. */
export interface PrintedDate {
  readonly shape: number;
  readonly first: number;
  readonly second: number;
  /** The third number, or -1 for none. */
  readonly third: number;
  readonly era: number;
  /** Line of the first of these headers. */
  readonly line: number;
  headers: number;
  /** Of the headers, those whose line came after a CRLF. */
  afterCrlf: number;
  /** Some header with it stands at a seam of glued files. */
  afterBom: boolean;
}

/** Every line that looks like a header, as columns of numbers: a million of them take 32 MB and no objects. */
export class Candidates {
  length = 0;
  dates: PrintedDate[] = [];
  // Declared only: the constructor makes them.
  declare body: Int32Array;
  declare line: Int32Array;
  /** Index into `dates`. */
  declare date: Int32Array;
  declare seconds: Int32Array;
  /** Where the entry before this header ends, less its line end. */
  declare before: Int32Array;
  /** Number of the sender, or -1. */
  declare sender: Int32Array;
  /** Where the words begin, after the sender. */
  declare words: Int32Array;
  declare flags: Int32Array;
  #last: PrintedDate | null = null;

  /** @param expected how many there may be; more are taken too */
  constructor(expected: number) {
    const column = () => new Int32Array(Math.max(16, expected));
    this.body = column();
    this.line = column();
    this.date = column();
    this.seconds = column();
    this.before = column();
    this.sender = column();
    this.words = column();
    this.flags = column();
  }

  /** All columns. */
  get columns(): readonly Int32Array[] {
    const { body, line, date, seconds, before, sender, words, flags } = this;
    return [body, line, date, seconds, before, sender, words, flags];
  }

  /** Forgets everything but the room it has. */
  clear(): void {
    this.length = 0;
    this.dates = [];
    this.#last = null;
  }

  /** Adds a header that stands on line `line`; the entry before it ends at `before`. */
  push(line: number, flags: number, before: number, hit: HeaderHit): void {
    const at = this.length;
    // One row more than there are headers is kept for the end of the last entry.
    if (at + 1 === this.body.length) this.#grow();
    const date = this.#dateOf(hit, line);
    date.headers += 1;
    if ((flags & AFTER_CRLF) !== 0) date.afterCrlf += 1;
    if ((flags & AFTER_BOM) !== 0) date.afterBom = true;
    this.body[at] = hit.body;
    this.line[at] = line;
    this.date[at] = this.dates.length - 1;
    this.seconds[at] = hit.seconds;
    this.before[at] = before;
    this.sender[at] = hit.sender;
    this.words[at] = hit.words;
    this.flags[at] = flags;
    this.length = at + 1;
  }

  #dateOf(hit: HeaderHit, line: number): PrintedDate {
    const last = this.#last;
    if (
      last !== null &&
      last.first === hit.first &&
      last.second === hit.second &&
      last.third === hit.third &&
      last.shape === hit.shape &&
      last.era === hit.era
    ) {
      return last;
    }
    const { shape, first, second, third, era } = hit;
    this.#last = { shape, first, second, third, era, line, headers: 0, afterCrlf: 0, afterBom: false };
    this.dates.push(this.#last);
    return this.#last;
  }

  #grow(): void {
    const wider = new Candidates(this.body.length * 2);
    for (const [index, column] of wider.columns.entries()) column.set(this.columns[index] ?? []);
    const { length, dates } = this;
    Object.assign(this, wider, { length, dates });
  }
}
