import { allClauses, type PolicyDocument } from '@handbell/policy';

/** Small words that stand in nearly every sentence of one language and in none of the other. */
const WELSH =
  /(?<!\p{L})(?:yn|yr|mae|ac|gan|sydd|rhaid|ddim|eu|rydym|neu|bod|wrth|gyda|ar gyfer)(?!\p{L})/giu;
const ENGLISH = /(?<!\p{L})(?:the|and|of|to|is|should|must|with|for|that|any|be)(?!\p{L})/giu;

/**
 * The language a policy is written in, as a tag, for voices and screen readers: Welsh where its small words outnumber
 * the English ones, otherwise British English.
 */
export function languageOf(document: Pick<PolicyDocument, 'sections'>): 'cy' | 'en-GB' {
  const words = allClauses(document)
    .map(({ text }) => text)
    .join('\n');
  const count = (pattern: RegExp) => words.match(pattern)?.length ?? 0;
  return count(WELSH) > count(ENGLISH) ? 'cy' : 'en-GB';
}
