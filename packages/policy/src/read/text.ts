import { readLines } from './lines.ts';
import { type Understanding, understand } from './understand.ts';

/**
 * Reads a policy from plain or pasted text.
 * @param text the words; any line ends
 * @param fallbackTitle what to call it when it bears no title
 */
export function readPolicyText(text: string, fallbackTitle: string): Understanding {
  return understand(readLines(text.replace(/\r\n?/gu, '\n')), fallbackTitle);
}
