import { plainText } from './plain-text.ts';

/** The most characters of a mail that stand in the concern itself; the whole text is kept beside it when it is longer. */
export const WORDS_LONGEST = 20_000;

/** What stands in a mail's words for the address and the name of the one who sent it. */
const STAND_IN = '[the sender]';

/** A name shorter than this, or of one word, would take ordinary words out with it. */
const SHORTEST_NAME = 5;

/** Somebody as the From field names them. */
export interface Sender {
  readonly name: string;
  /** In small letters; empty when the field names nobody or several. */
  readonly address: string;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/**
 * Takes the sender's address and full name out of their own words: who told the school lies in the vault, and never in
 * the same view as what was told (rule 27).
 */
export function withoutSender(text: string, { name, address }: Sender): string {
  const hidden = [address, name.length >= SHORTEST_NAME && name.includes(' ') ? name : '']
    .filter((each) => each !== '')
    .map(escaped);
  if (hidden.length === 0) return text;
  return text.replaceAll(new RegExp(hidden.join('|'), 'giu'), STAND_IN);
}

/** What a mail says, as the concern shows it. */
export interface MailWords {
  readonly words: string;
  /** The whole text, when it is longer than a concern shows. */
  readonly whole: string | undefined;
}

/** The subject and the text of a mail as the words of a concern. */
export function mailWords(subject: string, text: string, sender: Sender): MailWords {
  const heading = plainText(subject).replaceAll('\n', ' ').slice(0, 300);
  const body = plainText(text);
  const all = withoutSender([heading, body].filter((part) => part !== '').join('\n\n'), sender);
  if (all.length <= WORDS_LONGEST) return { words: all, whole: undefined };
  return { words: `${all.slice(0, WORDS_LONGEST)}…`, whole: all };
}
