import { francAll } from 'franc-min';
import type { Reading } from './reading.ts';
import { SPECIAL } from './special.ts';

const FEWEST_WORDS = 3;
/** English messages know more of their words than this; only then is the language asked about. */
const KNOWN_SHARE = 0.6;
const STRANGE_SHARE = 0.45;
const STRANGE_WORDS = 5;
/** How near English must come to the likeliest language for the message to be read as English. */
const ENGLISH_NEARNESS = 0.85;

/** Latin letters, and letters of no script: mathematical ones, which people use for show or disguise. */
const LATIN = /(?=\p{L})[\p{Script=Latin}\p{Script=Common}]/gu;
const LETTER = /\p{L}/gu;
const BEYOND_ASCII = /[\u0080-\uffff]/;
const BEYOND_LATIN = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

function isOtherScript(text: string): boolean {
  if (!BEYOND_ASCII.test(text) || !BEYOND_LATIN.test(text)) return false;
  const letters = text.match(LETTER)?.length ?? 0;
  const latin = text.match(LATIN)?.length ?? 0;
  return letters >= 2 && latin * 2 < letters;
}

/**
 * Whether a message is in a language that the model was not taught. Judged by script first, then by how many of its
 * words are known, and only for those with many unknown words by the trigrams of `franc-min`, so that slang, dialect
 * and names stay English and the usual message costs nothing.
 */
export function isOtherLanguage({ text, tokens, words: read }: Reading): boolean {
  let words = 0;
  let known = 0;
  let disguised = 0;
  for (let at = 0; at < tokens.length; at++) {
    const word = read[at];
    if (tokens[at]?.kind !== 'word' || word === undefined) continue;
    if (word.disguised) disguised++;
    if (word.id === SPECIAL.name || word.id === SPECIAL.surname || word.id === SPECIAL.capital) continue;
    words++;
    if (word.id !== SPECIAL.unknown) known++;
  }
  if (disguised === 0 && isOtherScript(text)) return true;
  if (words < FEWEST_WORDS || known >= words * KNOWN_SHARE) return false;
  if (words >= STRANGE_WORDS && known < words * STRANGE_SHARE) return true;
  const english = francAll(text, { minLength: 5 }).find(([language]) => language === 'eng');
  return english === undefined || english[1] < ENGLISH_NEARNESS;
}
