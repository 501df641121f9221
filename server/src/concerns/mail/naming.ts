import type { ConcernAbout } from '../rules.ts';

/** Names of those whom a concern may have to go past. */
export interface Leaders {
  readonly heads: readonly string[];
  readonly governors: readonly string[];
}

const HEAD =
  /\b(head[\s-]?teacher|head[\s-]?master|head[\s-]?mistress|(acting|executive|deputy)\s+head|head of (the )?school|principal|the head)\b/iu;
const GOVERNORS = /\b(chair(man|woman|person)?\s+of\s+(the\s+)?(governors|board|governing)|governors?)\b/iu;
const GREETING = /^(dear|hello|hi|good (morning|afternoon|evening)|to:?|f\.?a\.?o\.?)\b/iu;
const TITLE = /^(mr|mrs|ms|miss|mx|dr|sir|dame|rev)\.?$/iu;
/** How many lines at the start may be its subject and greeting. */
const OPENING_LINES = 4;

/** The words without the line that greets the one they are written to: to write to the Head is not to write about them. */
function withoutGreeting(words: string): string {
  const lines = words.split('\n');
  const at = lines.findIndex((line, index) => index < OPENING_LINES && GREETING.test(line.trim()));
  return at < 0 ? words : lines.toSpliced(at, 1).join('\n');
}

/** Whether words name a person: by their last name, as a word of its own. */
function names(words: string, person: string): boolean {
  const parts = person.split(/\s+/u).filter((part) => part !== '' && !TITLE.test(part));
  const last = parts.at(-1) ?? '';
  if (last.length < 3) return false;
  const pattern = last.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu').test(words);
}

/**
 * Whom a concern that came by mail must be taken to be about. A mail answers no questions, so whatever names the Head or
 * a governor goes past them until somebody they are not has read it (rule 10): one look too few, never one too many.
 */
export function aboutByWords(words: string, leaders: Leaders): ConcernAbout {
  const text = withoutGreeting(words);
  const head = HEAD.test(text) || leaders.heads.some((name) => names(text, name));
  const governors = GOVERNORS.test(text) || leaders.governors.some((name) => names(text, name));
  if (head && governors) return 'head-and-governors';
  if (head) return 'head';
  return governors ? 'governors' : 'unsure';
}
