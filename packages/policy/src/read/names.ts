import { tidy } from '../text/spans.ts';

const WORD = "\\p{Lu}[\\p{L}'’&-]*\\.?";
const LINK = '(?:of|the|and|on|in|upon|le|under|y|yr|&)';
const ENDING =
  '(?:School|Academy|College|Nursery|Federation|Primary|Infants?|Juniors?|SCHOOL|ACADEMY|COLLEGE|NURSERY|FEDERATION)';
const ENGLISH = new RegExp(
  `${WORD}(?: (?:${WORD}|${LINK})){0,8}? ${ENDING}(?: (?:${ENDING}|and|&|Trust)){0,5}(?<! and| &)(?![\\p{L}])`,
  'gu',
);
const CELTIC = new RegExp(`(?:Ysgol|Scoil|Sgoil)(?: (?:${WORD}|${LINK})){1,8}`, 'gu');
/** Words that begin a sentence or a title and are no part of a name. */
const OPENING =
  /^(?:(?:At|The|Our|In|This|All|Each|Every|Any|Here|Welcome|From|For|To|Dear|Of|And|As|A|An|By|If|When|Policy|Parents?|Carers?|Staff|Pupils?|WhatsApp|Class|Year|PTA|Groups?|Code|Conduct|Guidelines?)\s+)+/u;
const GENERIC =
  /^(?:(?:Primary|Infants?|Juniors?|Secondary|High|Nursery|Special|Middle|Senior|Local|Whole|Home|Head|School|Academy|College|Federation|and|&)\s*)+$/u;

/**
 * Finds the school's name in every form in which the text uses it (S1), longest first.
 * @param texts the blocks' texts: a name never runs from one block into the next
 */
export function schoolNames(texts: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const text of texts) {
    for (const match of [...text.matchAll(ENGLISH), ...text.matchAll(CELTIC)]) {
      const name = tidy(match[0]).replace(OPENING, '').replace(/[.,]$/u, '');
      if (
        name.includes(' ') &&
        !GENERIC.test(name) &&
        !/^Friends of /u.test(name) &&
        !/^(?:the|our|this|your|a|each) /iu.test(name) &&
        !/^Head of/iu.test(name)
      )
        names.add(name);
    }
  }
  return [...names].sort((a, b) => b.length - a.length);
}
