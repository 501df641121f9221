/** A run of words that stayed, was added, or was taken out. */
export interface WordRun {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Longer texts than this are told as wholly replaced: nobody reads a difference of that size word by word. */
const MOST_WORDS = 3000;

/** The longest run of words that two texts share, as a table of lengths from each pair of places to the ends. */
function sharedLengths(a: readonly string[], b: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const [row, below] = [table[i], table[i + 1]];
    if (!row || !below) continue;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

/**
 * Tells two texts apart word by word.
 * @returns runs in reading order, removed words before those that replace them; joined by spaces, the runs that are not
 *   `added` give `before`, and those that are not `removed` give `after`
 */
export function diffWords(before: string, after: string): readonly WordRun[] {
  const split = (text: string) => text.split(/\s+/u).filter((word) => word !== '');
  const [a, b] = [split(before), split(after)];
  const whole = (kind: WordRun['kind'], words: readonly string[]): readonly WordRun[] =>
    words.length === 0 ? [] : [{ kind, text: words.join(' ') }];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return [...whole('removed', a), ...whole('added', b)];
  const shared = sharedLengths(a, b);
  const runs: { kind: WordRun['kind']; words: string[] }[] = [];
  const add = (kind: WordRun['kind'], word: string | undefined) => {
    if (word === undefined) return;
    const last = runs.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else runs.push({ kind, words: [word] });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      add('same', a[i]);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && (shared[i + 1]?.[j] ?? 0) >= (shared[i]?.[j + 1] ?? 0))) {
      add('removed', a[i++]);
    } else add('added', b[j++]);
  }
  return runs.map(({ kind, words }) => ({ kind, text: words.join(' ') }));
}

/** Says a difference in words: `"teacher" became "member of staff"`; joined by commas. */
export function sayRuns(runs: readonly WordRun[]): string {
  const said: string[] = [];
  for (let at = 0; at < runs.length; at++) {
    const [run, next] = [runs[at], runs[at + 1]];
    if (!run || run.kind === 'same') continue;
    if (run.kind === 'removed' && next?.kind === 'added') {
      said.push(`"${run.text}" became "${next.text}"`);
      at++;
    } else said.push(`"${run.text}" was ${run.kind === 'added' ? 'added' : 'taken out'}`);
  }
  return said.join(', ');
}
