import { CLAUSES } from '../src/clauses.ts';
import { OUTPUT } from '../src/model.ts';
import type { Scored } from './decide.ts';

/** The figures of a run, as the model card prints them. */
export interface Figures {
  readonly macroF1: number;
  readonly anyF1: number;
  readonly anyRecall: number;
  readonly falseAlarmsPer1000: number;
  readonly highRecall: number;
  readonly safeguardingF1: number;
  readonly byClause: Readonly<Record<string, { precision: number; recall: number; f1: number; n: number }>>;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

interface Tally {
  hit: number;
  wrong: number;
  missed: number;
}

function f1({ hit, wrong, missed }: Tally): number {
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + wrong + missed);
}

function tally(rows: readonly { said: boolean; truth: boolean }[]): Tally {
  const counts = { hit: 0, wrong: 0, missed: 0 };
  for (const { said, truth } of rows) {
    if (said && truth) counts.hit++;
    else if (said) counts.wrong++;
    else if (truth) counts.missed++;
  }
  return counts;
}

/** What is said of a message at these thresholds: which outputs count. */
export function decide(scores: Float32Array, thresholds: Float32Array): Set<number> {
  const said = new Set<number>();
  const passes = (output: number): boolean => (scores[output] ?? 0) >= (thresholds[output] ?? 1);
  if (passes(OUTPUT.safeguarding)) said.add(OUTPUT.safeguarding);
  if (!passes(OUTPUT.any)) return said;
  said.add(OUTPUT.any);
  const near = CLAUSES.map((_, output) => (scores[output] ?? 0) / (thresholds[output] ?? 1));
  const nearest = near.indexOf(Math.max(...near));
  near.forEach((value, output) => {
    if (value >= 1 || output === nearest) said.add(output);
  });
  return said;
}

/** Measures what was said of messages against what is true. */
export function measure(rows: readonly Scored[], thresholds: Float32Array): Figures {
  const said = rows.map((row) => decide(row.scores, thresholds));
  const of = (output: number): Tally =>
    tally(rows.map((row, at) => ({ said: said[at]?.has(output) ?? false, truth: row.target[output] === 1 })));
  const byClause = Object.fromEntries(
    CLAUSES.map((clause, output) => {
      const counts = of(output);
      const { hit, wrong, missed } = counts;
      const figures = {
        precision: round(hit / (hit + wrong || 1)),
        recall: round(hit / (hit + missed || 1)),
        f1: round(f1(counts)),
        n: hit + missed,
      };
      return [clause, figures];
    }),
  );
  const any = of(OUTPUT.any);
  const innocent = rows.filter((row) => row.target[OUTPUT.any] !== 1).length;
  const high = rows
    .map((row, at) => ({ high: row.target[OUTPUT.high] === 1, said: said[at]?.has(OUTPUT.any) ?? false }))
    .filter((row) => row.high);
  return {
    macroF1: round(CLAUSES.reduce((sum, _, output) => sum + f1(of(output)), 0) / CLAUSES.length),
    anyF1: round(f1(any)),
    anyRecall: round(any.hit / (any.hit + any.missed || 1)),
    falseAlarmsPer1000: round((1000 * any.wrong) / (innocent || 1)),
    highRecall: round(high.filter((row) => row.said).length / (high.length || 1)),
    safeguardingF1: round(f1(of(OUTPUT.safeguarding))),
    byClause,
  };
}
