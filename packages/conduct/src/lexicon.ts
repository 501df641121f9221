import { kindsOf } from './kinds.ts';
import { SPECIAL } from './special.ts';
import type { Token } from './tokens.ts';

/** The words a model knows, as its file holds them; the row number of a word is its place in `words`. */
export interface LexiconData {
  readonly words: readonly string[];
  readonly names: readonly string[];
  /** Swear words that people write with stars ("f**k"). */
  readonly masked: readonly string[];
}

/** What a written word turned out to be. */
export interface Word {
  readonly id: number;
  /** The form that is known, or the tidied form when none is. */
  readonly form: string;
  readonly disguised: boolean;
}

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '+': 't',
  '#': 'h',
};
const TITLES = new Set('mr mrs miss ms mx dr mister father fr rev reverend sir madam'.split(' '));
const CACHE_LIMIT = 65_536;

/** Knows words: undoes disguise inside a word and gives every word its row. */
export class Lexicon {
  private readonly rows = new Map<string, number>();
  private readonly names: ReadonlySet<string>;
  private readonly masked: readonly string[];
  private readonly kinds: Uint32Array;
  private readonly cache = new Map<string, Word>();

  /** @param data the words, as read from a model file or gathered by the training */
  constructor(data: LexiconData) {
    data.words.forEach((word, row) => {
      this.rows.set(word, row);
    });
    this.names = new Set(data.names);
    this.masked = data.masked;
    this.kinds = kindsOf(data.words);
  }

  /** Whether a folded form is one of the words known to the model. */
  knows(form: string): boolean {
    return this.rows.has(form);
  }

  /** The kinds that a word's row is of, a bit a kind. */
  kindsOf(row: number): number {
    return this.kinds[row] ?? 0;
  }

  /** Finds what a folded form stands for; the same form always gives the same word. */
  word(form: string): Word {
    const cached = this.cache.get(form);
    if (cached !== undefined) return cached;
    const word = this.resolve(form);
    if (this.cache.size >= CACHE_LIMIT) this.cache.clear();
    this.cache.set(form, word);
    return word;
  }

  /**
   * Gives each token its row.
   * @param tokens a message's tokens
   * @param members first names of those who write in the thread, folded
   * @param writer the first name of the message's own writer, folded
   */
  read(tokens: readonly Token[], members: ReadonlySet<string>, writer: string): Word[] {
    return tokens.map((token, at) => this.readToken(token, tokens[at - 1], tokens[at - 2], members, writer));
  }

  private readToken(
    token: Token,
    before: Token | undefined,
    earlier: Token | undefined,
    members: ReadonlySet<string>,
    writer: string,
  ): Word {
    const word = this.word(token.form);
    if (token.kind !== 'word') return word;
    const isMarked = token.capitals > 0;
    const isNoWord = word.id === SPECIAL.unknown || word.id === SPECIAL.name;
    if (isMarked || isNoWord) {
      const title = before?.form === '.' ? earlier : before;
      if (title !== undefined && TITLES.has(title.form)) return SURNAME;
    }
    if (members.size > 0 && (isMarked || isNoWord || before?.form === '@') && members.has(token.form)) {
      return token.form === writer ? WRITER : MEMBER;
    }
    const isInside = before !== undefined && !isSentenceEnd(before);
    return word.id === SPECIAL.unknown && token.capitals === 1 && isInside ? CAPITAL : word;
  }

  private resolve(form: string): Word {
    const row = this.rows.get(form);
    if (row !== undefined) return { id: row, form, disguised: false };
    if (/^\d/.test(form)) return this.number(form);
    if (this.names.has(form)) return { id: SPECIAL.name, form: '<name>', disguised: false };
    const found = this.undisguise(form);
    if (found !== undefined)
      return { id: this.rows.get(found) ?? SPECIAL.unknown, form: found, disguised: true };
    const longer = this.unstretch(form);
    if (longer !== undefined)
      return { id: this.rows.get(longer) ?? SPECIAL.unknown, form: longer, disguised: false };
    const base = this.withoutEnding(form);
    if (base !== undefined)
      return { id: this.rows.get(base) ?? SPECIAL.unknown, form: base, disguised: false };
    return { id: SPECIAL.unknown, form, disguised: false };
  }

  /** Numbers count by their length only; years and classes ("4b", "7th") by their shape. */
  private number(form: string): Word {
    const decoded = /[a-z]/.test(form) ? this.undisguise(form) : undefined;
    if (decoded !== undefined)
      return { id: this.rows.get(decoded) ?? SPECIAL.unknown, form: decoded, disguised: true };
    const shape = form.replace(/\d+/g, (digits) => '0'.repeat(Math.min(digits.length, 4)));
    return { id: this.rows.get(shape) ?? SPECIAL.unknown, form: shape, disguised: false };
  }

  /** "soooo" to "so", "stuuupid" to "stupid", when that is a word. */
  private unstretch(form: string): string | undefined {
    if (!/(.)\1\1/.test(form)) return undefined;
    const once = form.replace(/(.)\1{2,}/g, '$1');
    const twice = form.replace(/(.)\1{2,}/g, '$1$1');
    return this.rows.has(twice) ? twice : this.rows.has(once) ? once : undefined;
  }

  /** "moaning" to "moan" when only that is known: an unknown form of a known word counts as that word. */
  private withoutEnding(form: string): string | undefined {
    const stem = /^([a-z]{4,})(?:s|es|ed|d|ing|in|er|ers|ly)$/.exec(form)?.[1];
    if (stem === undefined) return undefined;
    for (const base of [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')]) {
      if (this.rows.has(base)) return base;
    }
    return undefined;
  }

  private undisguise(form: string): string | undefined {
    if (form.includes('*') || form.includes('#')) {
      const unmasked = this.unmask(form);
      if (unmasked !== undefined) return unmasked;
    }
    if (!/[\d@$!|+#]/.test(form)) return undefined;
    for (const one of ['i', 'l']) {
      let decoded = '';
      for (const letter of form) decoded += letter === '1' || letter === '!' ? one : (LEET[letter] ?? letter);
      const word = this.rows.has(decoded) ? decoded : this.unstretch(decoded);
      if (word !== undefined && decoded.length > 2) return word;
    }
    return undefined;
  }

  /** The only swear word that fits the letters left standing: same length, or any length between when stars run together. */
  private unmask(form: string): string | undefined {
    if (!/^[a-z0-9@$!]/.test(form) || !/[a-z]/.test(form)) return undefined;
    const exact = new RegExp(`^${[...form].map((sign) => (/[a-z]/.test(sign) ? sign : '.')).join('')}$`);
    const loose = new RegExp(`^${form.replace(/[^a-z]+/g, '.+')}$`);
    return this.masked.find((word) => exact.test(word)) ?? this.masked.find((word) => loose.test(word));
  }
}

const SURNAME: Word = { id: SPECIAL.surname, form: '<surname>', disguised: false };
const MEMBER: Word = { id: SPECIAL.member, form: '<member>', disguised: false };
const WRITER: Word = { id: SPECIAL.writer, form: '<writer>', disguised: false };
const CAPITAL: Word = { id: SPECIAL.capital, form: '<capital>', disguised: false };

function isSentenceEnd(token: Token): boolean {
  return (
    token.kind !== 'word' &&
    token.form !== ',' &&
    token.form !== "'s" &&
    token.form !== '@' &&
    token.form !== '&'
  );
}
