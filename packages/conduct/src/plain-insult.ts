import { MARK } from './marks.ts';
import type { Reading } from './reading.ts';

const MOST_BETWEEN = 4;

/**
 * Finds a bare insult at somebody ("you absolute idiot", "he is a liar"), which is abuse whatever else is said (GUIDE.md: "A
 * bare insult at a person is abuse"). Not one that is quoted or laughed with.
 * @returns the places of its first and last token
 */
export function findPlainInsult({
  words,
  marks,
}: Reading): readonly [first: number, last: number] | undefined {
  if ((marks & MARK.insult) === 0 || (marks & MARK.somebody) === 0 || (marks & MARK.laughter) !== 0) {
    return undefined;
  }
  const marked = (at: number, mark: number): boolean => ((words[at]?.marks ?? 0) & mark) !== 0;
  for (let first = 0; first < words.length; first++) {
    if (!marked(first, MARK.somebody) || marked(first - 1, MARK.quote)) continue;
    for (let last = first + 1; last <= first + 1 + MOST_BETWEEN && last < words.length; last++) {
      if (marked(last, MARK.insult)) return [first, last];
      if (!marked(last, MARK.between)) break;
    }
  }
  return undefined;
}

/**
 * Whether a strong word stands in a message, disguised or not: that is anger whatever it is said about (GUIDE.md: "at most
 * `anger`/`low` when the word is strong"). Not one that is quoted.
 */
export function hasStrongWord({ words, marks }: Reading): boolean {
  return (
    (marks & MARK.strong) !== 0 &&
    words.some(({ marks: own }, at) => (own & MARK.strong) !== 0 && !isQuoted(words, at))
  );
}

/**
 * Whether a slur stands in a message, disguised or not: that is discrimination whoever it is said of (GUIDE.md: belittling on
 * race, disability, sexuality). Not one that is quoted or told of ("he was called a ..."), which is no breach.
 */
export function hasSlur({ words, marks }: Reading): boolean {
  return (
    (marks & MARK.slur) !== 0 &&
    words.some(
      ({ marks: own }, at) =>
        (own & MARK.slur) !== 0 &&
        !isQuoted(words, at) &&
        !words.slice(0, at).some((before) => (before.marks & MARK.telling) !== 0),
    )
  );
}

function isQuoted(words: Reading['words'], at: number): boolean {
  return words.slice(0, at).some(({ marks }) => (marks & MARK.quote) !== 0);
}
