import { FORBIDDEN } from './forbidden.ts';
import type { DocumentKind } from './rules.ts';
import type { Section } from './sections.ts';

const LENGTH_MAX = 8000;

/** Whether a text has somebody's name in it, as whole words, whatever the case. */
function hasName(text: string, name: string): boolean {
  const plain = name.trim();
  if (plain.length < 2) return false;
  const quoted = plain.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${quoted}(?![\p{L}\p{N}])`, 'iu').test(text);
}

/** Whether a text names one of some people. */
export const namesSomebody = (text: string, names: readonly string[]): boolean =>
  names.some((name) => hasName(text, name));

/**
 * What a document must not hold, found in a text of it: the word, and what to do about it.
 * @param part the part's id: some words may stand in a parent's own account
 */
export function forbiddenIn(kind: DocumentKind, part: string, text: string): string | undefined {
  const found = FORBIDDEN[kind].find(({ pattern, except }) => !except?.includes(part) && pattern.test(text));
  const word = found?.pattern.exec(text)?.[0];
  return found && `“${word}”: ${lowerFirst(found.message)}`;
}

function problemOf(kind: DocumentKind, section: Section, names: readonly string[]): string | undefined {
  const { id, text, heading, missing, locked } = section;
  const part = heading || 'Opening';
  if (missing.length > 0) return `The part “${part}” lacks ${list(missing)}.`;
  if (locked) return undefined;
  if (text.trim() === '') return `Write the part “${part}”: every such letter has it.`;
  if (text.length > LENGTH_MAX) return `Use ${LENGTH_MAX.toLocaleString('en-GB')} characters or fewer.`;
  if (namesSomebody(text, names)) return 'Take out the name of another person.';
  return forbiddenIn(kind, id, text);
}

/** "the aim, the reasons and the effect on the child". */
export function list(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words);
}

/**
 * What is wrong with the parts of a document: something it must say that is not known, a part left empty, a name of
 * somebody else, words that it must not hold (domain 4). By the part's id; nothing when it can go out.
 * @param names people of this matter who must not be named in it
 */
export function problemsOf(
  kind: DocumentKind,
  sections: readonly Section[],
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    sections.flatMap((section) => {
      const problem = problemOf(kind, section, names);
      return problem === undefined ? [] : [[section.id, problem]];
    }),
  );
}

function lowerFirst(message: string): string {
  return `${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}
