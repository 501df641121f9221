import type { HeaderHit } from './hit.ts';

/** The entry's line came after a CRLF. */
export const AFTER_CRLF = 1;
/** The line began with a byte order mark: files were glued together here. */
export const AFTER_BOM = 2;
/** The line began with U+200E, as lines of iOS do that hold media, notices, calls or deletions. */
export const MARKED = 4;

/** Every line that looks like a header, as columns of numbers: a million of them take 50 MB and no objects. */
export class Candidates {
  length = 0;
  start: Int32Array;
  body: Int32Array;
  line: Int32Array;
  shape: Int32Array;
  first: Int32Array;
  second: Int32Array;
  third: Int32Array;
  seconds: Int32Array;
  flags: Int32Array;
  /** Where the entry before this header ends, less its line end. */
  before: Int32Array;
  /** Number of the sender, or -1. */
  sender: Int32Array;
  /** Where the words begin, after the sender. */
  words: Int32Array;
  /** 1 where the words may be more than plain text. */
  special: Uint8Array;

  /** @param expected how many there may be; more are taken too */
  constructor(expected: number) {
    const make = () => new Int32Array(Math.max(16, expected));
    this.start = make();
    this.body = make();
    this.line = make();
    this.shape = make();
    this.first = make();
    this.second = make();
    this.third = make();
    this.seconds = make();
    this.flags = make();
    this.before = make();
    this.sender = make();
    this.words = make();
    this.special = new Uint8Array(this.start.length);
  }

  /** Adds a header that begins at `start` on line `line`; the entry before it ends at `before`. */
  push(start: number, line: number, flags: number, before: number, hit: HeaderHit): void {
    const at = this.length;
    if (at === this.start.length) this.#grow();
    this.start[at] = start;
    this.body[at] = hit.body;
    this.line[at] = line;
    this.shape[at] = hit.shape;
    this.first[at] = hit.first;
    this.second[at] = hit.second;
    this.third[at] = hit.third * 8 + hit.era;
    this.seconds[at] = hit.seconds;
    this.flags[at] = flags;
    this.before[at] = before;
    this.sender[at] = -1;
    this.words[at] = hit.body;
    this.length = at + 1;
  }

  #grow(): void {
    const wider = (column: Int32Array) => {
      const next = new Int32Array(column.length * 2);
      next.set(column);
      return next;
    };
    this.start = wider(this.start);
    this.body = wider(this.body);
    this.line = wider(this.line);
    this.shape = wider(this.shape);
    this.first = wider(this.first);
    this.second = wider(this.second);
    this.third = wider(this.third);
    this.seconds = wider(this.seconds);
    this.flags = wider(this.flags);
    this.before = wider(this.before);
    this.sender = wider(this.sender);
    this.words = wider(this.words);
    const special = new Uint8Array(this.start.length);
    special.set(this.special);
    this.special = special;
  }
}
