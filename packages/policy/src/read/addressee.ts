import type { Addressee } from '../document.ts';

const EACH = '^\\W*(?:the |each |all |any |our |every |a |both |other )*';
const end = "\\b(?!['’])";
/** "and carers", "and staff" after the subject: then the clause binds more than the one, and so the members at large. */
const MORE =
  /^(?: ?\/ ?|,? and |,? or |, )(?:other )?(?:parents?|carers?|famil(?:y|ies)|members?|visitors?|guardians?|everyone)\b/iu;

const SUBJECTS: readonly (readonly [Addressee, RegExp])[] = [
  [
    'moderator',
    new RegExp(
      `${EACH}(?:class |group |year |parent |whatsapp )*(?:moderators?|admins?|administrators?|reps?|representatives?|organisers?)${end}`,
      'iu',
    ),
  ],
  [
    'staff',
    new RegExp(
      `^\\W*the school (?:will|agrees|promises|undertakes)\\b|${EACH}(?:school |teaching )?(?:staff|teachers|employees|members? of staff|athrawon)${end}`,
      'iu',
    ),
  ],
  ['pupil', new RegExp(`${EACH}(?:pupils|children|students|disgyblion)${end}`, 'iu')],
  ['governor', new RegExp(`${EACH}(?:governors?|governing (?:body|board)|trustees)${end}`, 'iu')],
  ['visitor', new RegExp(`${EACH}(?:visitors?|volunteers?|contractors?|ymwelwyr)${end}`, 'iu')],
  [
    'carer',
    new RegExp(`${EACH}(?:(?:foster )?carers?|guardians?|grandparents?|childminders?|gofalwyr)${end}`, 'iu'),
  ],
];
const HEADING_ONLY = /^(?:for |rules for |expectations (?:of|for) |guidance for )?/iu;

function subjectOf(words: string): Addressee | undefined {
  for (const [addressee, pattern] of SUBJECTS) {
    const found = pattern.exec(words);
    if (found) return MORE.test(words.slice(found[0].length)) ? undefined : addressee;
  }
  return undefined;
}

/**
 * Whom a clause of conduct binds when it is not the members at large: the subject of what leads its list, of its own
 * sentence, or of a heading that names nobody else ("Class reps", "For visitors").
 */
export function addresseeOf(words: {
  readonly text: string;
  readonly lead?: string;
  readonly heading?: string;
}): Addressee | undefined {
  const told = subjectOf(words.lead ?? words.text);
  if (told !== undefined || words.heading === undefined) return told;
  const heading = words.heading.replace(HEADING_ONLY, '');
  const own =
    /^\W*(?:all )?(?:parents?|carers?|members?|famil(?:y|ies)|pupils?|staff|the school|governors?|visitors?)\b/iu;
  const short = heading.split(' ').length <= 4;
  return short && !own.test(words.lead ?? words.text) ? subjectOf(heading) : undefined;
}
