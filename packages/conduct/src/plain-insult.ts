import type { Reading } from './reading.ts';

const YOU = new Set('you u ur youre your yous'.split(' '));
const BETWEEN = new Set(
  "'s are r a an such the absolute total complete utter bloody fucking stupid little fat ugly silly big dirty lazy sad pathetic nasty thick".split(
    ' ',
  ),
);
const INSULTS = new Set(
  'idiot moron cretin imbecile bitch twat wanker prick dickhead bastard scumbag slag slut cunt arsehole asshole loser liar coward halfwit dimwit creep weirdo freak tosser'.split(
    ' ',
  ),
);
const LAUGHTER = new Set('😂 🤣 😅 😆 😜 😉 lol haha hahaha'.split(' '));
const QUOTES = new Set(['"', "'", '“', '‘', '«']);
const MOST_BETWEEN = 4;

/**
 * Finds a bare insult thrown at the reader ("you absolute idiot"), which is abuse whatever else is said (GUIDE.md: "A bare
 * insult at a person is abuse"). Not one that is quoted or laughed with.
 * @returns the places of its first and last token
 */
export function findPlainInsult({
  tokens,
  words,
}: Reading): readonly [first: number, last: number] | undefined {
  if (words.some(({ form }) => LAUGHTER.has(form))) return undefined;
  for (let first = 0; first < words.length; first++) {
    if (!YOU.has(words[first]?.form ?? '') || QUOTES.has(tokens[first - 1]?.form ?? '')) continue;
    for (let last = first + 1; last <= first + 1 + MOST_BETWEEN && last < words.length; last++) {
      const form = words[last]?.form ?? '';
      if (INSULTS.has(form)) return [first, last];
      if (!BETWEEN.has(form)) break;
    }
  }
  return undefined;
}
