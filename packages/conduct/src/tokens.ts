import { foldCharacter } from './fold.ts';
import { type Visible, visibleText } from './visible.ts';

/** What a piece of a message is: letters, a number, a picture, or a sign. */
export type TokenKind = 'word' | 'number' | 'emoji' | 'sign';

/** A piece of a message: its folded form and where it stands, [start, end), in the text as given. */
export interface Token {
  readonly form: string;
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** 0 small letters, 1 a capital first, 2 capitals throughout (two letters or more). */
  readonly capitals: 0 | 1 | 2;
}

const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
const APOSTROPHE = 3;
/** Signs that stand in for letters inside a word: `sh!t`, `a$$`, `f**k`. */
const MASK = 4;
const SIGN = 5;
const OUTSIDE = 6;

const CLASS = new Uint8Array(128).fill(SPACE);
for (let code = 33; code < 127; code++) CLASS[code] = SIGN;
for (let code = 48; code < 58; code++) CLASS[code] = DIGIT;
for (let code = 65; code < 91; code++) CLASS[code] = CLASS[code + 32] = LETTER;
CLASS[39] = APOSTROPHE;
for (const mask of '*@$!#|+') CLASS[mask.charCodeAt(0)] = MASK;

const CURLY_APOSTROPHE = 0x2019;
const STAR = 42;
const DOLLAR = 36;

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return CLASS[code] ?? OUTSIDE;
  return code === CURLY_APOSTROPHE ? APOSTROPHE : OUTSIDE;
}

function isWordClass(kind: number): boolean {
  return kind === LETTER || kind === DIGIT;
}

/** Where the run of mask signs at `at`, with a word before it, ends when it goes on with that word; else `at`. */
function maskEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let next = at + 1;
  while (next < text.length && text.charCodeAt(next) === code) next++;
  const after = next < text.length ? classAt(text, next) : SPACE;
  if (code === DOLLAR) return next;
  if (code === STAR) return after === LETTER || next - at > 1 ? next : at;
  return after === LETTER && next - at === 1 ? next : at;
}

const PICTURE = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const SKIN_TONE = /^[\u{1f3fb}-\u{1f3ff}]$/u;
const LETTERS = /^[a-z]+$/;
const ANY_LETTER = /^[\p{L}\p{M}]/u;

function characterAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdbff || at + 1 >= text.length) return text.charAt(at);
  return text.slice(at, at + 2);
}

const SLOTS = 8192;
const forms = new Array<string | undefined>(SLOTS).fill(undefined);

/** Small letter of an ASCII letter's code. */
const small = (code: number): number => code | 32;

function isForm(form: string, text: string, start: number): boolean {
  for (let at = 0; at < form.length; at++) {
    if (form.charCodeAt(at) !== small(text.charCodeAt(start + at))) return false;
  }
  return true;
}

/** A word of plain letters in small ones. Words met lately are the same string again, so nothing is made for them. */
function plainForm(text: string, start: number, end: number, hash: number): string {
  const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
  const last = forms[slot];
  if (last !== undefined && last.length === end - start && isForm(last, text, start)) return last;
  const form = text.slice(start, end).toLowerCase();
  forms[slot] = form;
  return form;
}

/** Cuts a text into tokens, one call a text. */
class Cutter {
  readonly tokens: Token[] = [];
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  run(): Token[] {
    const { text } = this;
    while (this.at < text.length) {
      const kind = classAt(text, this.at);
      if (kind === SPACE) this.at++;
      else if (kind === LETTER && this.plainWord()) continue;
      else if (isWordClass(kind) || this.opensWithDollar()) this.word();
      else if (kind === OUTSIDE) this.outside();
      else this.sign();
    }
    return this.tokens;
  }

  private opensWithDollar(): boolean {
    return this.text.charCodeAt(this.at) === DOLLAR && classAt(this.text, this.at + 1) === LETTER;
  }

  private push(form: string, kind: TokenKind, start: number, capitals: 0 | 1 | 2): void {
    this.tokens.push({ form, kind, start, end: this.at, capitals });
  }

  private sign(): void {
    const start = this.at;
    const code = this.text.charCodeAt(start);
    while (this.at < this.text.length && this.text.charCodeAt(this.at) === code) this.at++;
    const sign = this.text.charAt(start);
    this.push(this.at - start > 1 ? sign + sign : sign, 'sign', start, 0);
  }

  /** A character beyond ASCII: a letter in disguise or of another language, a picture, or nothing. */
  private outside(): void {
    const character = characterAt(this.text, this.at);
    const folded = foldCharacter(character);
    if (LETTERS.test(folded)) {
      this.word();
      return;
    }
    const start = this.at;
    this.at += character.length;
    if (folded === '' || SKIN_TONE.test(character)) return;
    if (PICTURE.test(character)) this.push(character, 'emoji', start, 0);
    else if (ANY_LETTER.test(folded)) this.push(folded, 'word', start, 0);
    else this.push(folded, 'sign', start, 0);
  }

  /** Takes a word of plain letters with a space or a plain sign after it, as most are. @returns false when it is not that plain */
  private plainWord(): boolean {
    const { text, at: start } = this;
    let end = start;
    let uppers = 0;
    let hash = 0;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code > 127 || CLASS[code] !== LETTER) break;
      if (code < 97) uppers++;
      hash = Math.imul(hash ^ small(code), 16777619);
    }
    const after = end < text.length ? classAt(text, end) : SPACE;
    if (after !== SPACE && after !== SIGN) return false;
    this.at = end;
    const capitals = uppers > 1 && uppers * 2 > end - start ? 2 : uppers > 0 ? 1 : 0;
    this.push(plainForm(text, start, end, hash), 'word', start, capitals);
    return true;
  }

  /** A word or number: plain letters are sliced whole; anything else is folded piece by piece. */
  private word(): void {
    const { text } = this;
    const start = this.at;
    let plainFrom = start;
    let form = '';
    let letters = 0;
    let uppers = 0;
    let end = start;
    let possessive = false;
    for (let at = start; at < text.length; ) {
      const kind = classAt(text, at);
      if (isWordClass(kind)) {
        if (kind === LETTER) {
          letters++;
          if (text.charCodeAt(at) < 97) uppers++;
        }
        end = ++at;
      } else if (kind === MASK) {
        end = maskEnd(text, at);
        if (end === at) break;
        at = end;
      } else if (kind === APOSTROPHE && classAt(text, at + 1) === LETTER) {
        form += text.slice(plainFrom, at);
        plainFrom = ++at;
        possessive = this.isPossessive(at);
        if (possessive) break;
      } else if (kind === OUTSIDE) {
        const character = characterAt(text, at);
        const folded = foldCharacter(character);
        if (folded !== '' && !LETTERS.test(folded)) break;
        form += text.slice(plainFrom, at) + folded;
        at += character.length;
        plainFrom = at;
        if (folded !== '') end = at;
        letters += folded.length;
      } else break;
    }
    if (!possessive) form += text.slice(plainFrom, end);
    this.at = Math.max(end, start + 1);
    const capitals = uppers > 1 && uppers * 2 > letters ? 2 : uppers > 0 ? 1 : 0;
    this.push(uppers > 0 ? form.toLowerCase() : form, letters > 0 ? 'word' : 'number', start, capitals);
    if (possessive) {
      const from = this.at;
      this.at = plainFrom + 1;
      this.push("'s", 'sign', from, 0);
    }
  }

  /** Whether an `s` alone stands at `at`: the end of "Otto's". */
  private isPossessive(at: number): boolean {
    const code = this.text.charCodeAt(at);
    if (code !== 115 && code !== 83) return false;
    return at + 1 >= this.text.length || !isWordClass(classAt(this.text, at + 1));
  }
}

/** Joins letters set apart to hide a word ("i d i o t", "i.d.i.o.t"): three or more in a row with one sign or space between. */
function joinSpelledOut(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    let last = at;
    let form = '';
    let previous: Token | undefined;
    for (let next = at; next < tokens.length; next++) {
      const token = tokens[next];
      if (token === undefined) break;
      if (token.kind === 'sign' && token.form.length === 1 && previous?.end === token.start) continue;
      if (token.form.length !== 1 || token.kind === 'sign' || token.kind === 'emoji') break;
      if (previous !== undefined && token.start - previous.end !== 1) break;
      form += token.form;
      previous = token;
      last = next;
    }
    const first = tokens[at];
    if (first === undefined) break;
    if (form.length >= 3 && previous !== undefined && /[a-z]{2}|[a-z]\d[a-z]/.test(form)) {
      joined.push({ form, kind: 'word', start: first.start, end: previous.end, capitals: 0 });
      at = last + 1;
    } else {
      joined.push(first);
      at++;
    }
  }
  return joined;
}

function hasSpelledOut(tokens: readonly Token[]): boolean {
  let run = 0;
  for (const token of tokens) {
    if (token.kind === 'sign') continue;
    run = token.form.length === 1 && token.kind === 'word' ? run + 1 : 0;
    if (run === 3) return true;
  }
  return false;
}

/** Puts tokens back to where they stand in the text as given. */
function restore(tokens: readonly Token[], places: Int32Array): Token[] {
  const place = (at: number): number => places[at] ?? 0;
  return tokens.map((token) => ({ ...token, start: place(token.start), end: place(token.end - 1) + 1 }));
}

/**
 * Cuts a message into words, numbers, pictures and signs, undoing disguise of single characters.
 * @param visible the text without what nobody sees
 * @returns the tokens in order; each stands within the text as given
 */
export function tokeniseVisible({ text, places }: Visible): Token[] {
  const cut = new Cutter(text).run();
  const tokens = hasSpelledOut(cut) ? joinSpelledOut(cut) : cut;
  return places === undefined ? tokens : restore(tokens, places);
}

/** Cuts any string into tokens. */
export function tokenise(text: string): Token[] {
  return tokeniseVisible(visibleText(text));
}
