import { isPhoneNumber } from '../names/clean-name.ts';
import { maskContacts } from './mask-contacts.ts';
import { fold, isTelling, needsCapital, phraseOf, wordsOf } from './words.ts';

/** What stands for a name that cannot be told whose it is. */
export const SOME_NAME = '[name]';

interface Phrase {
  readonly words: readonly string[];
  readonly label: string;
}

function startsUpper(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase() || first.toLowerCase() === first.toUpperCase();
}

/**
 * Masks names of people in text. A full name, any telling word of it, and an @mention all become the person's label;
 * a word that several people share becomes "[name]".
 */
export class Masker {
  readonly #phrases = new Map<string, Phrase[]>();
  readonly #signs: (readonly [sign: string, label: string])[] = [];
  readonly #numbers = new Map<string, string>();

  /**
   * @param labels label of each person whose name is masked
   * @param kept names that stay
   * @param hide further words to mask
   */
  constructor(labels: ReadonlyMap<string, string>, kept: readonly string[], hide: readonly string[]) {
    const owners = new Map<string, Set<string>>();
    const claim = (word: string, owner: string) => {
      const known = owners.get(word);
      if (known === undefined) owners.set(word, new Set([owner]));
      else known.add(owner);
    };
    for (const name of kept) for (const { folded } of wordsOf(name)) claim(folded, '');
    for (const [name, label] of labels) {
      if (isPhoneNumber(name)) {
        this.#numbers.set(name.replace(/\D/g, ''), label);
        continue;
      }
      const words = phraseOf(name);
      if (words.length === 0) this.#signs.push([name, label]);
      else if (words.length > 1) this.#add({ words, label });
      for (const word of words) if (isTelling(word)) claim(word, label);
    }
    for (const phrase of hide) {
      const words = phraseOf(phrase);
      if (words.length > 0) this.#add({ words, label: SOME_NAME });
    }
    for (const [word, people] of owners) {
      const [owner] = people;
      // A word of a kept name alone is no secret; one that a bystander shares is masked all the same.
      if (people.size === 1 && owner === '') continue;
      this.#add({ words: [word], label: people.size === 1 ? (owner ?? SOME_NAME) : SOME_NAME });
    }
    for (const name of kept) {
      const words = phraseOf(name);
      if (words.length > 1) this.#add({ words, label: '' });
    }
    for (const phrases of this.#phrases.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  }

  /** The text with everything masked that names, numbers or finds someone. */
  mask(text: string): string {
    const contacts = maskContacts(text, (digits) => this.#labelOfNumber(digits));
    const named = this.#maskWords(contacts.replace(/[\u2068\u2069]/g, ''));
    return this.#signs.reduce((masked, [sign, label]) => masked.replaceAll(sign, label), named);
  }

  #add(phrase: Phrase): void {
    const first = phrase.words[0] ?? '';
    const list = this.#phrases.get(first);
    if (list === undefined) this.#phrases.set(first, [phrase]);
    else list.push(phrase);
  }

  #labelOfNumber(digits: string): string | null {
    for (const [number, label] of this.#numbers) {
      // The same number with or without its country: nine digits at the end are enough to know it by.
      if (number === digits || (digits.length >= 9 && number.endsWith(digits.slice(-9)))) return label;
    }
    return null;
  }

  #maskWords(text: string): string {
    const words = wordsOf(text);
    let out = '';
    let done = 0;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      if (word === undefined) continue;
      const found = this.#phrases.get(word.folded)?.find((phrase) => this.#fits(phrase, words, at, text));
      if (found === undefined) continue;
      const last = words[at + found.words.length - 1] ?? word;
      if (found.label !== '') {
        out += text.slice(done, word.from) + found.label;
        done = last.to;
      }
      at += found.words.length - 1;
    }
    return out + text.slice(done);
  }

  // Do the words from `at` on make the phrase, with nothing but spaces and light signs between them?
  #fits(phrase: Phrase, words: ReturnType<typeof wordsOf>, at: number, text: string): boolean {
    for (let step = 0; step < phrase.words.length; step += 1) {
      const word = words[at + step];
      if (word === undefined || word.folded !== phrase.words[step]) return false;
      const previous = words[at + step - 1];
      if (
        step > 0 &&
        previous !== undefined &&
        !/^[\s'’.()\-–]{0,3}$/.test(text.slice(previous.to, word.from))
      )
        return false;
    }
    const first = words[at];
    if (first === undefined) return false;
    const isAlone = phrase.words.length === 1 && needsCapital(fold(text.slice(first.from, first.to)));
    return !isAlone || startsUpper(text.slice(first.from, first.to)) || text.charAt(first.from - 1) === '@';
  }
}
