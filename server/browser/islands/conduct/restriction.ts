import type { CheckResult } from '@handbell/conduct';

/** Somebody who teaches, named or by what they are. Teaching assistants are not covered by the law, but a reader may not know. */
const TEACHER =
  /\b(?:(?:mr|mrs|miss|ms|mx|sir)\b\.? ?\p{Lu}|(?:head ?)?teachers?\b|headmaster|headmistress|\bthe head\b)/iu;
/** A pupil, or somebody of their own. */
const PUPIL =
  /\b(?:child(?:ren)?|kids?|pupils?|boys?|girls?|sons?|daughters?|lads?|little ones?|my (?:eldest|youngest|middle one))\b/iu;
/** What would be a crime against a child. */
const HARM =
  /\b(?:hit|hits|hitting|hurts?|hurting|slap\w*|smack\w*|punch\w*|kick\w*|grab\w*|drag\w*|shov\w*|push\w*|shak(?:en|ing|es)|shook|strangl\w*|chok\w*|bruis\w*|touch\w*|grop\w*|assault\w*|abus\w*|molest\w*|groom\w*|inappropriate\w* with)\b/iu;

/**
 * Whether a message may name a teacher whom a pupil, or somebody for a pupil, accuses of a crime: then the reporting
 * restriction is shown (rule 41; domain 2.6). A prompt, so it asks little: a teacher, and either a pupil and harm, or
 * words that the checker takes for a safeguarding matter or for a damaging statement of fact.
 */
export function mayNameAccusedTeacher(text: string, { clauses, route }: CheckResult): boolean {
  if (!TEACHER.test(text)) return false;
  if (route === 'safeguarding') return true;
  if (!HARM.test(text)) return false;
  return PUPIL.test(text) || clauses.some(({ clause }) => clause === 'defamation');
}
