import type { Entries } from './entries.ts';
import type { Letters } from './header/letters.ts';
import { countCharacters } from './header/utf8.ts';

/**
 * The text of a chat, and where the words of its entries stand in it. Made when it is first asked for: then the text is
 * decoded, the positions are turned from those among the bytes into those in the text, and the bytes are let go.
 */
export class Words {
  readonly #letters: Letters;
  readonly #entries: Entries;
  #text: string | null = null;

  /**
   * @param letters the chat
   * @param entries its entries, whose columns are written over
   */
  constructor(letters: Letters, entries: Entries) {
    this.#letters = letters;
    this.#entries = entries;
  }

  /** The whole text. */
  get text(): string {
    return this.#text ?? this.#prepare();
  }

  /** Where an entry's words begin: after the sender, or after the header where there is none. */
  from(at: number): number {
    if (this.#text === null) this.#prepare();
    return this.#entries.from[at] ?? 0;
  }

  /** Where they end. */
  to(at: number): number {
    if (this.#text === null) this.#prepare();
    return this.#entries.to[at] ?? 0;
  }

  /** The words of an entry as printed. */
  of(at: number): string {
    return this.text.slice(this.from(at), this.to(at));
  }

  #prepare(): string {
    const letters = this.#letters;
    const { from, to, length } = this.#entries;
    const { bytes, view } = letters;
    const { text } = letters;
    let byte = 0;
    let position = 0;
    for (let at = 0; at < length; at += 1) {
      const begin = from[at] ?? 0;
      const end = to[at] ?? 0;
      position += countCharacters(bytes, view, byte, begin);
      from[at] = position;
      position += countCharacters(bytes, view, begin, end);
      to[at] = position;
      byte = end;
    }
    letters.drop();
    this.#text = text;
    return text;
  }
}
