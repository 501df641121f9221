import type { LetterKind } from './rules.ts';
import type { Section } from './sections.ts';

/** Words that no letter may hold, with what to say of them. */
interface Forbidden {
  readonly pattern: RegExp;
  readonly message: string;
  /** The parts it does not count in. */
  readonly except?: readonly string[];
}

/** Rule 16: no letter threatens with police, courts or lawyers; those outcomes have procedures of their own. */
const THREAT: Forbidden = {
  pattern:
    /\b(?:police|arrest(?:ed)?|prosecut\w*|criminal|court|solicitors?|lawyers?|legal action|sue|suing|injunction)\b/iu,
  message: 'Take out words about police, courts or lawyers: a letter never uses them to press somebody.',
};

/** Words that say why somebody did it. A letter says what was written and its effect. */
const MOTIVE: Forbidden = {
  pattern:
    /\b(?:malicious\w*|vindictive\w*|spiteful\w*|deliberate(?:ly)?|on purpose|intend(?:ed)? to|you wanted to|your (?:aim|motive|intention) was|out to get|vendetta|trouble-?maker|bully|obsess\w*|unstable|paranoid|aggressive (?:person|parent|nature)|typical of you)\b/iu,
  message: 'Say what was written and what it did, not why: nobody can know what another person meant.',
  // What the parent said of themselves may be told as they said it.
  except: ['account'],
};

/** Words that point to who told the school (rules 27, 30). */
const SOURCE: Forbidden = {
  pattern:
    /\b(?:reported by|complaint (?:from|by)|complained to us|told to us by|passed on by|sent to us by|screenshots?|screen ?grabs?|(?:another|other|fellow) parents? (?:told|has told|have told|reported|complained|showed|sent|informed))\b/iu,
  message: 'Take out what could show who told the school or how.',
};

const FINDING: Forbidden = {
  pattern:
    /\b(?:we (?:have )?found|investigation|you (?:did|posted|wrote|sent|breached|broke)|guilty|warning)\b/iu,
  message: 'Nothing has been found yet: write “we have been told” or “we understand that”.',
};

const FINALITY: Forbidden = {
  pattern: /\b(?:final|last (?:chance|time)|warn(?:ing|ed)?|next time|further action|consequences)\b/iu,
  message: 'This is advice: take out words that sound like a warning.',
};

const GUILT: Forbidden = {
  pattern:
    /\b(?:on this occasion|this time|however|although|even though|in future|should (?:not )?have|warning|remind(?:er)?|benefit of the doubt)\b/iu,
  message: 'Nothing is held against the parent: take out words that hint at fault.',
};

/** D9: what is only proposed, or holds for now, is not told as if it were decided for good. */
const FINAL_BAN: Forbidden = {
  pattern:
    /\b(?:indefinite(?:ly)?|permanent(?:ly)?|for good|until further notice|final decision|never again)\b/iu,
  message: 'Nothing is decided for good: take out words that sound final.',
};

const ALWAYS: readonly Forbidden[] = [THREAT, MOTIVE, SOURCE];
const OF_KIND: Readonly<Record<LetterKind, readonly Forbidden[]>> = {
  'first-contact': [...ALWAYS, FINDING],
  'no-further-action': [...ALWAYS, GUILT],
  advice: [...ALWAYS, FINALITY],
  warning: ALWAYS,
  outcome: ALWAYS,
  review: ALWAYS,
  'ban-notice': [...ALWAYS, FINAL_BAN],
  'ban-provisional': [...ALWAYS, FINAL_BAN],
  'ban-confirmed': ALWAYS,
  'ban-ended': [...ALWAYS, GUILT],
  'ban-review': ALWAYS,
  'ban-extended': ALWAYS,
  'communication-plan': ALWAYS,
};

const LENGTH_MAX = 8000;

/** Whether a text has somebody's name in it, as whole words, whatever the case. */
function hasName(text: string, name: string): boolean {
  const plain = name.trim();
  if (plain.length < 2) return false;
  const quoted = plain.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${quoted}(?![\p{L}\p{N}])`, 'iu').test(text);
}

function problemOf(kind: LetterKind, section: Section, names: readonly string[]): string | undefined {
  const { id, text, heading } = section;
  if (text.trim() === '') return `Write the part “${heading || 'Opening'}”: every such letter has it.`;
  if (text.length > LENGTH_MAX) return `Use ${LENGTH_MAX.toLocaleString('en-GB')} characters or fewer.`;
  if (names.some((name) => hasName(text, name))) return 'Take out the name of another person.';
  const found = OF_KIND[kind].find(({ pattern, except }) => !except?.includes(id) && pattern.test(text));
  const word = found?.pattern.exec(text)?.[0];
  return found && `“${word}”: ${lowerFirst(found.message)}`;
}

/**
 * What is wrong with the parts of a letter that a person wrote: a part left empty, a name of somebody else, words that
 * such a letter must not hold (domain 4, "must not contain"). By the part's id; nothing when the letter can go out.
 * @param names people of this matter who must not be named in it
 */
export function problemsOf(
  kind: LetterKind,
  sections: readonly Section[],
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    sections.flatMap((section) => {
      const problem = section.locked ? undefined : problemOf(kind, section, names);
      return problem === undefined ? [] : [[section.id, problem]];
    }),
  );
}

function lowerFirst(message: string): string {
  return `${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}
