import { cleanName } from '../names/clean-name.ts';

const ISOLATED = /@\u2068([^\u2069\n]{1,100})\u2069/g;
const NUMBER = /(?<![\p{L}\d])@(\d{7,15})(?!\d)/gu;

/**
 * The people a text mentions where WhatsApp marked them: `@` and a name between U+2068 and U+2069 (iOS), or `@` and a
 * number (Android). A bare `@Name` is the same as typed text, so it is not guessed at.
 * @param text a message's words
 * @returns the names, without the @, each once
 */
export function mentionsIn(text: string): readonly string[] {
  if (!text.includes('@')) return [];
  const found = new Set<string>();
  for (const match of text.matchAll(ISOLATED)) found.add(cleanName(match[1] ?? ''));
  for (const match of text.matchAll(NUMBER)) found.add(`+${match[1] ?? ''}`);
  return [...found];
}
