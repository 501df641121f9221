import { kindsOf } from './kinds.ts';
import { MARK, marksOf, undrawn } from './marks.ts';
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
  /** The kinds it is of, a bit a kind (`kinds.ts`). */
  readonly kinds: number;
  /** What rules ask of it (`marks.ts`). */
  readonly marks: number;
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
const CACHE_LIMIT = 65_536;
const SLOTS = 4096;

interface Kept {
  readonly written: string;
  readonly word: Word;
}

/** A slot by three letters and the length. */
function slotOf(form: string): number {
  const { length } = form;
  const ends = form.charCodeAt(0) * 31 + form.charCodeAt(length - 1) * 131;
  return (ends + form.charCodeAt(length >> 1) * 517 + length * 2053) & (SLOTS - 1);
}

/** Knows words: undoes disguise inside a word and gives every word its row. */
export class Lexicon {
  private readonly rows = new Map<string, number>();
  private readonly names: ReadonlySet<string>;
  private readonly masked: readonly string[];
  private readonly kinds: Uint32Array;
  private readonly cache = new Map<string, Kept>();
  /** The words met last, by their slot: the few hundred that make up most of any chat are found without a search. */
  private readonly recent = new Array<Kept | undefined>(SLOTS).fill(undefined);
  private readonly surname: Word;
  private readonly member: Word;
  private readonly writer: Word;
  private readonly capital: Word;

  /** @param data the words, as read from a model file or gathered by the training */
  constructor(data: LexiconData) {
    data.words.forEach((word, row) => {
      this.rows.set(word, row);
    });
    this.names = new Set(data.names);
    this.masked = data.masked;
    this.kinds = kindsOf(data.words);
    this.surname = this.make(SPECIAL.surname, '<surname>');
    this.member = this.make(SPECIAL.member, '<member>');
    this.writer = this.make(SPECIAL.writer, '<writer>');
    this.capital = this.make(SPECIAL.capital, '<capital>');
  }

  /** Whether a folded form is one of the words known to the model. */
  knows(form: string): boolean {
    return this.rows.has(form);
  }

  /** Finds what a folded form stands for; the same form always gives the same word. */
  word(form: string): Word {
    const { recent } = this;
    const slot = slotOf(form);
    const last = recent[slot];
    if (last !== undefined && last.written === form) return last.word;
    let kept = this.cache.get(form);
    if (kept === undefined) {
      if (this.cache.size >= CACHE_LIMIT) this.cache.clear();
      kept = { written: form, word: this.resolve(form) };
      this.cache.set(form, kept);
    }
    recent[slot] = kept;
    return kept.word;
  }

  /**
   * Gives each token its row.
   * @param tokens a message's tokens
   * @param members first names of those who write in the thread, folded
   * @param writer the first name of the message's own writer, folded
   */
  read(tokens: readonly Token[], members: ReadonlySet<string>, writer: string): Word[] {
    const words: Word[] = [];
    let before: Token | undefined;
    let plain: Word | undefined;
    let earlier: Word | undefined;
    for (const token of tokens) {
      const word = this.word(token.form);
      const title = before?.form === '.' ? earlier : plain;
      words.push(token.kind === 'word' ? this.inPlace(word, token, before, title, members, writer) : word);
      earlier = plain;
      plain = word;
      before = token;
    }
    return words;
  }

  /** What a word is where it stands: a surname after a title, somebody of the thread, a name by its capital. */
  private inPlace(
    word: Word,
    token: Token,
    before: Token | undefined,
    title: Word | undefined,
    members: ReadonlySet<string>,
    writer: string,
  ): Word {
    const isMarked = token.capitals > 0;
    const isNoWord = word.id === SPECIAL.unknown || word.id === SPECIAL.name;
    if (!isMarked && !isNoWord && before?.form !== '@') return word;
    if ((isMarked || isNoWord) && title !== undefined && (title.marks & MARK.title) !== 0)
      return this.surname;
    if (members.has(token.form)) return token.form === writer ? this.writer : this.member;
    const isInside = before !== undefined && !isSentenceEnd(before);
    return word.id === SPECIAL.unknown && token.capitals === 1 && isInside ? this.capital : word;
  }

  private make(id: number, form: string, disguised = false): Word {
    return { id, form, disguised, kinds: this.kinds[id] ?? 0, marks: marksOf(form) };
  }

  private known(form: string, disguised = false): Word {
    return this.make(this.rows.get(form) ?? SPECIAL.unknown, form, disguised);
  }

  private resolve(form: string): Word {
    if (this.rows.has(form)) return this.known(form);
    if (/^\d/.test(form)) return this.number(form);
    if (this.names.has(form)) return { ...this.make(SPECIAL.name, '<name>'), marks: marksOf(form) };
    const plain = this.undisguise(form);
    if (plain !== undefined) return this.known(plain, true);
    return this.known(this.unstretch(form) ?? this.withoutEnding(form) ?? form);
  }

  /** Numbers count by their length only; years and classes ("4b", "7th") by their shape. */
  private number(form: string): Word {
    const plain = /[a-z]/.test(form) ? this.undisguise(form) : undefined;
    if (plain !== undefined) return this.known(plain, true);
    return this.known(form.replace(/\d+/g, (digits) => '0'.repeat(Math.min(digits.length, 4))));
  }

  /** "soooo" to "so", "stuuupid" to "stupid", when that is a word; of two, the one that a rule knows. */
  private unstretch(form: string): string | undefined {
    if (!/(.)\1\1/.test(form)) return undefined;
    const twice = form.replace(/(.)\1{2,}/g, '$1$1');
    const found = [twice, undrawn(form)].filter((each) => this.rows.has(each));
    return found.find((each) => marksOf(each) !== 0) ?? found[0];
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

function isSentenceEnd(token: Token): boolean {
  return (
    token.kind !== 'word' &&
    token.form !== ',' &&
    token.form !== "'s" &&
    token.form !== '@' &&
    token.form !== '&'
  );
}
