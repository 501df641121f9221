import type { Clause, ClauseKind, PolicyDocument, Strength } from '../document.ts';
import { type FactChange, factChanges } from './facts.ts';
import { matchClauses, movedPairs, type Pair, plainWords } from './match.ts';
import { diffWords, sayRuns, type WordRun } from './words.ts';

/** A change of one clause. `before` and `after` are the clause in each version, where it is in it. */
export interface ClauseChange {
  readonly about: 'added' | 'removed' | 'reworded' | 'moved' | 'kind' | 'force' | 'strength' | 'polarity';
  readonly sentence: string;
  readonly before?: Clause;
  readonly after?: Clause;
  /** For a rewording, of the clause or of the sentence before its list: the words that stayed and changed. */
  readonly words?: readonly WordRun[];
  /** For a rewording: only capitals, punctuation or spaces changed. */
  readonly minor?: boolean;
}

/** How one version of a policy differs from another. */
export interface Comparison {
  readonly clauses: readonly ClauseChange[];
  readonly facts: readonly FactChange[];
}

const KINDS: Record<ClauseKind, string> = {
  purpose: 'a statement of purpose',
  belief: 'a belief',
  guideline: 'a guideline',
  expectation: 'an expectation of conduct',
  'inappropriate-activity': 'an inappropriate activity',
  safeguarding: 'a safeguarding statement',
  'concern-route': 'a way to raise a concern',
  response: 'something the school may do',
  'decision-rule': 'a rule for deciding',
  'moderator-duty': 'a moderator’s duty',
  'moderator-right': 'a moderator’s right',
  'moderator-sanction': 'what may happen to a moderator',
  liability: 'a statement of who is responsible',
  'sign-off': 'a sign-off',
  agreement: 'an agreement',
  text: 'plain text',
};

/** A rewording told once, for a clause or for the sentence that leads several. */
function rewording(
  what: string,
  { before, after }: Pair,
  from: string,
  to: string,
): ClauseChange | undefined {
  const words = diffWords(from, to);
  if (words.every(({ kind }) => kind === 'same')) return undefined;
  const minor = plainWords(from) === plainWords(to);
  const how = minor ? 'changed only in capitals or punctuation' : 'was reworded';
  return { about: 'reworded', sentence: `${what} ${how}: ${sayRuns(words)}.`, before, after, words, minor };
}

/** The sentences before lists that changed, each told once however many clauses it leads. */
function stemChanges(pairs: readonly Pair[]): readonly ClauseChange[] {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const key = JSON.stringify([pair.before.stem ?? '', pair.after.stem ?? '']);
    groups.set(key, [...(groups.get(key) ?? []), pair]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last) return [];
    const refs =
      first === last ? `clause ${first.after.ref}` : `clauses ${first.after.ref} to ${last.after.ref}`;
    const change = rewording(
      `The sentence before ${refs}`,
      first,
      first.before.stem ?? '',
      first.after.stem ?? '',
    );
    return change ? [change] : [];
  });
}

const ASKS: Record<Strength, string> = {
  must: 'people must keep to it',
  please: 'people are asked to keep to it',
  optional: 'people are free to',
};
const WEIGHT: Record<Strength, number> = { optional: 0, please: 1, must: 2 };

/** Pairs that changed in the same way under the same sentence, so that the change is told once. */
function together(
  pairs: readonly Pair[],
  key: (pair: Pair) => string | undefined,
): readonly (readonly Pair[])[] {
  const groups = new Map<string, Pair[]>();
  pairs.forEach((pair, index) => {
    const how = key(pair);
    if (how === undefined) return;
    const name = JSON.stringify([how, pair.after.stem ?? index]);
    groups.set(name, [...(groups.get(name) ?? []), pair]);
  });
  return [...groups.values()];
}

function clausesOf(group: readonly Pair[]): string {
  const [first, last] = [group[0]?.after.ref ?? '', group.at(-1)?.after.ref ?? ''];
  return group.length === 1 ? `Clause ${first} is` : `Clauses ${first} to ${last} are`;
}

/** Clauses that ask more strongly or less, or that now forbid what they asked for. */
function characterChanges(pairs: readonly Pair[]): readonly ClauseChange[] {
  const changed = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && a !== b ? `${a} ${b}` : undefined;
  const strengths = together(pairs, ({ before, after }) => changed(before.strength, after.strength));
  const turned = together(pairs, ({ before, after }) => changed(before.polarity, after.polarity));
  return [
    ...strengths.flatMap((group): readonly ClauseChange[] => {
      const [pair] = group;
      const [old, fresh] = [pair?.before.strength, pair?.after.strength];
      if (!pair || !old || !fresh) return [];
      const how = WEIGHT[fresh] > WEIGHT[old] ? 'stronger' : 'weaker';
      const sentence = `${clausesOf(group)} ${how}: now ${ASKS[fresh]}; before, ${ASKS[old]}.`;
      return [{ about: 'strength', sentence, ...pair }];
    }),
    ...turned.flatMap((group): readonly ClauseChange[] => {
      const [pair] = group;
      if (!pair) return [];
      const [now, was] =
        pair.after.polarity === 'do-not' ? ['should not do', 'should do'] : ['should do', 'should not do'];
      const sentence = `${clausesOf(group)} now about what people ${now}; before, about what they ${was}.`;
      return [{ about: 'polarity', sentence, ...pair }];
    }),
  ];
}

function pairChanges(pair: Pair, moved: boolean): readonly ClauseChange[] {
  const { before, after } = pair;
  const changes: ClauseChange[] = [];
  const words = rewording(`Clause ${after.ref}`, pair, before.text, after.text);
  if (words) changes.push(words);
  if (moved) {
    changes.push({
      about: 'moved',
      sentence: `Clause ${before.ref} moved and is now ${after.ref}: "${after.text}"`,
      before,
      after,
    });
  }
  if (before.kind !== after.kind) {
    const sentence = `Clause ${after.ref} is now ${KINDS[after.kind]}; it was ${KINDS[before.kind]}.`;
    changes.push({ about: 'kind', sentence, before, after });
  } else if (before.force !== after.force) {
    const sentence =
      after.force === 'rule'
        ? `Clause ${after.ref} is now a rule that the school can act on; it was an expectation only.`
        : `Clause ${after.ref} is now an expectation only; it was a rule that the school could act on.`;
    changes.push({ about: 'force', sentence, before, after });
  }
  return changes;
}

/**
 * Tells two versions of a policy apart, clause by clause and fact by fact, in plain words. Clauses are matched by their
 * words, so numbering alone is no change.
 * @param a the earlier version
 * @param b the later version
 */
export function compare(a: PolicyDocument, b: PolicyDocument): Comparison {
  const { pairs, removed, added } = matchClauses(a, b);
  const moved = movedPairs(pairs, a);
  const clauses: ClauseChange[] = [
    ...removed.map((before) => ({
      about: 'removed' as const,
      sentence: `Clause ${before.ref} was taken out: "${before.text}"`,
      before,
    })),
    ...added.map((after) => ({
      about: 'added' as const,
      sentence: `Clause ${after.ref} is new: "${after.text}"`,
      after,
    })),
    ...stemChanges(pairs),
    ...pairs.flatMap((pair) => pairChanges(pair, moved.has(pair))),
    ...characterChanges(pairs),
  ];
  return { clauses, facts: factChanges(a, b) };
}
