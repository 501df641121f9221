import { GROUP_TYPES, type GroupType } from '../document.ts';

const WORD =
  '(?:class(?:es)?|form|year(?: group)?|whole[- ]year|cohort|ptfa|pta|psa|hsa|fosa?|friends of(?: the)? school|parent[- ]teacher association|dosbarth|blwyddyn)';
const SCOPE = new RegExp(
  `\\b(${WORD}(?:(?: ?\\/ ?|, ?| and | or | & |,? and )${WORD}){0,8})(?:['’]s)?[ /-]+(?:parents?['’]? |parent ?\\/ ?carer |carers?['’]? )?(?:whats ?app|chat|messaging|social media|facebook|parent)?[ -]*(?:group(?:s| chats?)?\\b|chats?\\b|whatsapps?\\b)`,
  'giu',
);
const WELSH_SCOPE = /\bgrwpiau (?:whatsapp )?(dosbarth|blwyddyn)\b/giu;
const NOT = /\b(?:not|n['’]t|except|excluding|other than|rather than)\b/iu;

function typeOf(word: string): GroupType {
  if (/^(?:class|form|dosbarth)/iu.test(word)) return 'class';
  return /year|cohort|blwyddyn/iu.test(word) ? 'year' : 'pta';
}

/**
 * The kinds of group the policy covers (S2, S3): those it names as groups, in its title or a sentence that does not
 * exclude them. A mention of the PTA's messages alone puts no PTA group in scope (S15).
 */
export function groupTypesOf(texts: readonly string[]): readonly GroupType[] {
  const found = new Set<GroupType>();
  for (const text of texts) {
    for (const match of [...text.matchAll(SCOPE), ...text.matchAll(WELSH_SCOPE)]) {
      const before = text.slice(0, match.index).split(/[.;]/u).at(-1) ?? '';
      if (/\b(?:apply|cover|applies|covers|include)\b/iu.test(before) && NOT.test(before)) continue;
      for (const word of (match[1] ?? '').split(/ ?\/ ?|,? and |, ?| or | & /u)) found.add(typeOf(word));
    }
  }
  return GROUP_TYPES.filter((type) => found.has(type));
}
