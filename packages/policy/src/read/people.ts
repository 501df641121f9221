import type { LinkedPolicy } from '../document.ts';

const AUDIENCE_WORD =
  '(?:parents?|carers?|guardians?|families|family members|grandparents?|(?:other )?visitors?|members?|users?|staff|pupils?|volunteers?)';
const list = (word: string): string => `${word}(?:(?: ?\\/ ?|, | and | or |, and | & )${word}){0,8}`;
const PARENT_WORD =
  '(?:parents?|carers?|guardians?|families|grandparents?|(?:other )?visitors?|members?|users?)';
const AUDIENCE_LIST = list(AUDIENCE_WORD);
const BOUND = [
  /\bdisgwyli\w* i ((?:rieni|gofalwyr|ymwelwyr|aelodau)(?:(?:,| a) (?:rieni|gofalwyr|ymwelwyr|aelodau)){0,4})/giu,
  new RegExp(`\\bwe (?:expect|ask|require) (?:all )?(${AUDIENCE_LIST}) to\\b`, 'giu'),
  new RegExp(`\\bapplies to (?:all )?(${AUDIENCE_LIST})`, 'giu'),
  new RegExp(
    `(?<!\\b(?:of|to|for|about|by) )\\b(${list(PARENT_WORD)}) (?:should|must|will|shall|are expected to|are asked to)\\b`,
    'giu',
  ),
];

const DECIDER_ROLE =
  '(head ?-?teacher|head of school|head|principal|executive head ?-?teacher|chair of (?:the )?governors|governing (?:body|board)|governors|senior leadership team|trust|pennaeth)';
const DECIDER = [
  new RegExp(`\\bdecision of (?:the |our )?${DECIDER_ROLE}\\b[^.]{0,30}\\bfinal\\b`, 'iu'),
  /\b(pennaeth|cadeirydd y llywodraethwyr)\b[^.]{0,40}\bpenderfyniad\b/iu,
  new RegExp(
    `\\bdecision\\b[^.]*?\\b(?:rests?|lies?|is made|made|will be made|taken|will be taken|belongs?) (?:with|by|to) (?:the |our )?${DECIDER_ROLE}\\b`,
    'iu',
  ),
  new RegExp(`\\b${DECIDER_ROLE}['’]s (?:final )?decision is final\\b`, 'iu'),
  new RegExp(
    `\\b(?:the |our )?${DECIDER_ROLE}\\b[^.]{0,40}\\b(?:will (?:decide|make the (?:final )?decision)|decides|has the final (?:say|decision))\\b`,
    'iu',
  ),
];

/** Whom the expectations bind, as written, each once (S23, S28); "parent" and "parents" are one. */
export function audienceOf(texts: readonly string[]): readonly string[] {
  const found = new Map<string, string>();
  for (const pattern of BOUND) {
    for (const text of texts) {
      for (const match of text.matchAll(pattern)) {
        for (const word of (match[1] ?? '').split(/ ?\/ ?|, and |, | and | or | & | a /u)) {
          const key = word.toLowerCase().replace(/s$/u, '');
          if (key !== '' && !found.has(key)) found.set(key, word.toLowerCase());
        }
      }
    }
  }
  return [...found.values()];
}

/** Who takes the final decision, as written (S60); undefined when the text does not say. */
export function deciderOf(texts: readonly string[]): string | undefined {
  for (const pattern of DECIDER) {
    for (const text of texts) {
      const match = pattern.exec(text);
      if (match?.[1] !== undefined) return match[1];
    }
  }
  return undefined;
}

const KIND_OF_PAPER =
  '(?:[Pp]olic(?:y|ies)|[Cc]odes? [Oo]f [Cc]onduct|[Pp]rocedures?|[Aa]greement|[Gg]uidelines|[Gg]uidance|[Cc]harter)';
const REFERRED = new RegExp(
  `\\b(?:through|see|with|under|in|to|by|alongside|following|and|of)(?: also)? (?:the school['’]s|the|our|its) ((?:(?!this\\b)[\\p{L}'’&/-]+ ){1,7}?${KIND_OF_PAPER})(?![\\p{L}])`,
  'giu',
);
const NAMED =
  /(?<![\p{L}])((?:\p{Lu}[\p{L}'’&/-]+ (?:and |of |for |& )*){1,6}(?:Policy|Code of Conduct|Procedures?|Charter))(?![\p{L}])/gu;
const SELF = /\b(?:this|above|school['’]?s?|whatsapp|class groups?|policy and|same|following)\b/iu;

function aboutWhom(name: string): LinkedPolicy['about'] {
  if (/\bstaff\b|\bemployees?\b|\bteachers?\b/iu.test(name)) return 'staff';
  return /\bbehaviou?r\b|\bpupils?\b|\bchildren\b|\bbullying\b|\bstudents?\b/iu.test(name)
    ? 'pupils'
    : 'other';
}

/**
 * Finds the other policies that a text names, by the school's own names for them (S20, S21).
 * @param title the document's own title: a mention of itself is no link
 */
export function linkedPoliciesOf(texts: readonly string[], title: string): readonly LinkedPolicy[] {
  const found = new Map<string, LinkedPolicy>();
  for (const text of texts) {
    for (const match of [...text.matchAll(REFERRED), ...text.matchAll(NAMED)]) {
      const name = (match[1] ?? '').replace(/^(?:The|Our|See|This) /u, '');
      const known = [...found.keys()].some((key) => key.includes(name.toLowerCase()));
      if (known || !name.includes(' ') || SELF.test(name) || title.toLowerCase().includes(name.toLowerCase()))
        continue;
      found.set(name.toLowerCase(), { name, about: aboutWhom(name) });
    }
  }
  return [...found.values()];
}
