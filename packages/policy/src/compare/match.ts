import type { Clause, PolicyDocument } from '../document.ts';
import { allClauses } from '../query.ts';

/** A clause of the old version with the one of the new version that took its place. */
export interface Pair {
  readonly before: Clause;
  readonly after: Clause;
}

export interface Matching {
  readonly pairs: readonly Pair[];
  readonly removed: readonly Clause[];
  readonly added: readonly Clause[];
}

/** How alike two clauses must be, from 0 to 1, to be the same clause in other words. */
const ALIKE = 0.5;

/** The words of a text without capitals, punctuation and the difference between quotation marks. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(plainWords(text).split(' '));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return (2 * common) / (a.size + b.size);
}

/** Pairs clauses that say the same in the same words, each once, in order. */
function samePairs(
  before: readonly Clause[],
  after: readonly Clause[],
  key: (clause: Clause) => string,
): Pair[] {
  const waiting = new Map<string, Clause[]>();
  for (const clause of after) waiting.set(key(clause), [...(waiting.get(key(clause)) ?? []), clause]);
  return before.flatMap((clause) => {
    const found = waiting.get(key(clause))?.shift();
    return found ? [{ before: clause, after: found }] : [];
  });
}

function likePairs(before: readonly Clause[], after: readonly Clause[]): Pair[] {
  const words = new Map([...before, ...after].map((clause) => [clause, wordSet(clause.text)]));
  const none: ReadonlySet<string> = new Set();
  const scored = before.flatMap((one) =>
    after.flatMap((other) => {
      const score =
        likeness(words.get(one) ?? none, words.get(other) ?? none) + (one.kind === other.kind ? 0.05 : 0);
      return score >= ALIKE ? [{ before: one, after: other, score }] : [];
    }),
  );
  const used = new Set<Clause>();
  const pairs: Pair[] = [];
  for (const { before: one, after: other } of scored.toSorted((a, b) => b.score - a.score)) {
    if (used.has(one) || used.has(other)) continue;
    used.add(one).add(other);
    pairs.push({ before: one, after: other });
  }
  return pairs;
}

/**
 * Finds which clause of one version became which of the other: first those in the very same words, then those that
 * differ in capitals and punctuation, then the most alike. Ids are not compared: each reading of a file gives its own.
 */
export function matchClauses(a: PolicyDocument, b: PolicyDocument): Matching {
  let [before, after]: [readonly Clause[], readonly Clause[]] = [allClauses(a), allClauses(b)];
  const pairs: Pair[] = [];
  const steps = [
    (x: readonly Clause[], y: readonly Clause[]) =>
      samePairs(x, y, ({ text, stem }) => `${stem ?? ''}\n${text}`),
    (x: readonly Clause[], y: readonly Clause[]) => samePairs(x, y, ({ text }) => plainWords(text)),
    likePairs,
  ];
  for (const step of steps) {
    const found = step(before, after);
    pairs.push(...found);
    const done = new Set(found.flatMap((pair) => [pair.before, pair.after]));
    before = before.filter((clause) => !done.has(clause));
    after = after.filter((clause) => !done.has(clause));
  }
  const place = new Map(allClauses(b).map((clause, index) => [clause, index]));
  const inOrder = pairs.toSorted((x, y) => (place.get(x.after) ?? 0) - (place.get(y.after) ?? 0));
  return { pairs: inOrder, removed: before, added: after };
}

/**
 * Which pairs changed places: those outside the longest run that kept its order.
 * @param pairs in the new version's order
 */
export function movedPairs(pairs: readonly Pair[], a: PolicyDocument): ReadonlySet<Pair> {
  const place = new Map(allClauses(a).map((clause, index) => [clause, index]));
  const old = pairs.map(({ before }) => place.get(before) ?? 0);
  const length: number[] = [];
  const previous: number[] = [];
  old.forEach((value, at) => {
    length[at] = 1;
    previous[at] = -1;
    for (let earlier = 0; earlier < at; earlier++) {
      const longer = (length[earlier] ?? 0) + 1;
      if ((old[earlier] ?? 0) < value && longer > (length[at] ?? 0)) {
        length[at] = longer;
        previous[at] = earlier;
      }
    }
  });
  const kept = new Set<number>();
  let at = length.indexOf(Math.max(0, ...length));
  while (at >= 0) {
    kept.add(at);
    at = previous[at] ?? -1;
  }
  return new Set(pairs.filter((_, index) => !kept.has(index)));
}
