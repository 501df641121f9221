import { cleanName } from '../names/clean-name.ts';

const ISOLATED = /@\u2068[^\u2069\n]{1,100}\u2069/g;
const MAYBE_NUMBER = /@\d{7}/;
const NUMBER = /(?<![\p{L}\d])@\d{7,15}(?!\d)/gu;
const NOBODY: readonly string[] = [];

/**
 * The people a text mentions where WhatsApp marked them: `@` and a name between U+2068 and U+2069 (iOS), or `@` and a
 * number (Android). A bare `@Name` is the same as typed text, so it is not guessed at.
 * @param text a message's words
 * @returns the names, without the @, each once
 */
export function mentionsIn(text: string): readonly string[] {
  if (!text.includes('@')) return NOBODY;
  const found = new Set<string>();
  if (text.includes('@\u2068'))
    for (const match of text.match(ISOLATED) ?? []) found.add(cleanName(match.slice(2, -1)));
  if (MAYBE_NUMBER.test(text)) for (const match of text.match(NUMBER) ?? []) found.add(`+${match.slice(1)}`);
  return found.size === 0 ? NOBODY : [...found];
}
