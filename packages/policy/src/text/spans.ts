import type { SourceSpan } from '../document.ts';

/**
 * The form in which a clause's words are kept: every run of white space is one space, the cells of a row (apart by tabs)
 * are apart by bars, soft hyphens and other invisible marks are dropped.
 */
export function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b\ufeff]/gu, '')
    .trim()
    .replace(/(?<=\S)[^\S\t]*\t\s*(?=\S)/gu, ' | ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Narrows a span to leave out the white space at its ends; an all-blank span becomes empty at its start. */
export function trimSpan(source: string, [start, end]: SourceSpan): SourceSpan {
  const text = source.slice(start, end);
  const lead = text.length - text.trimStart().length;
  if (lead === text.length) return [start, start];
  return [start + lead, end - (text.length - text.trimEnd().length)];
}

/** No clause is longer than this in earnest; a longer text is kept whole, but only its beginning is asked what it says. */
const MOST_READ = 4000;

/** The part of a text that is read for its meaning. */
export function gist(text: string): string {
  return text.length > MOST_READ ? text.slice(0, MOST_READ) : text;
}

/** The words at a span, tidied. */
export function textAt(source: string, [start, end]: SourceSpan): string {
  return tidy(source.slice(start, end));
}
