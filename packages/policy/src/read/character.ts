import type { Addressee, Clause, ClauseKind } from '../document.ts';
import { type ClauseWords, polarityOf, strengthOf } from './strength.ts';
import { forceFor, topicsOf } from './topics.ts';

/** What follows for a clause from its kind: what it is about, what can follow a breach, how it asks, and for what. */
export type Character = Pick<Clause, 'topics' | 'force' | 'strength' | 'polarity'>;

/** Reads the character of a clause of a known kind. */
export function characterOf(
  words: ClauseWords,
  kind: ClauseKind,
  addressee: Addressee | undefined,
): Character {
  const topics = topicsOf(words.text, kind);
  const strength = strengthOf(words, kind);
  const polarity = polarityOf(words, kind);
  return {
    topics,
    force: forceFor(addressee, words.text, kind, topics),
    ...(strength === undefined ? {} : { strength }),
    ...(polarity === undefined ? {} : { polarity }),
  };
}
