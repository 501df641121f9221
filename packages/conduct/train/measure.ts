import { CLAUSES } from '../src/clauses.ts';
import { decideClauses, passes } from '../src/decision.ts';
import { OUTPUT } from '../src/model.ts';

/** A message with what was said of it and what is true: the outputs that count. */
export interface Answered {
  readonly said: ReadonlySet<number>;
  readonly target: ArrayLike<number>;
}

/** How well one output is told. */
export interface OutputFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly n: number;
}

/** The figures of a run, as the model card prints them. */
export interface Figures {
  readonly macroF1: number;
  readonly anyF1: number;
  readonly anyRecall: number;
  readonly falseAlarmsPer1000: number;
  readonly highRecall: number;
  readonly safeguardingF1: number;
  readonly byClause: Readonly<Record<string, OutputFigures>>;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** What is said of a message with these probabilities: which outputs count. */
export function answer(
  { scores, isAlone }: { readonly scores: ArrayLike<number>; readonly isAlone: boolean },
  thresholds: ArrayLike<number>,
): Set<number> {
  const outputs = new Set(decideClauses(scores, thresholds, isAlone));
  if (outputs.size > 0) outputs.add(OUTPUT.any);
  if (passes(scores, thresholds, OUTPUT.safeguarding)) outputs.add(OUTPUT.safeguarding);
  return outputs;
}

function figuresOf(rows: readonly Answered[], output: number): OutputFigures {
  let hit = 0;
  let wrong = 0;
  let missed = 0;
  for (const { said, target } of rows) {
    if (said.has(output) && target[output] === 1) hit++;
    else if (said.has(output)) wrong++;
    else if (target[output] === 1) missed++;
  }
  return {
    precision: round(hit / (hit + wrong || 1)),
    recall: round(hit / (hit + missed || 1)),
    f1: round((2 * hit) / (2 * hit + wrong + missed || 1)),
    n: hit + missed,
  };
}

/** How many of a thousand innocent messages had a clause said of them. */
export function falseAlarms(rows: readonly Answered[]): number {
  const innocent = rows.filter(({ target }) => target[OUTPUT.any] !== 1);
  return round((1000 * innocent.filter(({ said }) => said.has(OUTPUT.any)).length) / (innocent.length || 1));
}

/** Measures what was said of messages against what is true. */
export function measure(rows: readonly Answered[]): Figures {
  const any = figuresOf(rows, OUTPUT.any);
  const high = rows.filter(({ target }) => target[OUTPUT.high] === 1);
  const byClause = CLAUSES.map((clause, output) => [clause, figuresOf(rows, output)] as const);
  return {
    macroF1: round(byClause.reduce((sum, [, { f1 }]) => sum + f1, 0) / CLAUSES.length),
    anyF1: any.f1,
    anyRecall: any.recall,
    falseAlarmsPer1000: falseAlarms(rows),
    highRecall: round(high.filter(({ said }) => said.has(OUTPUT.any)).length / (high.length || 1)),
    safeguardingF1: figuresOf(rows, OUTPUT.safeguarding).f1,
    byClause: Object.fromEntries(byClause),
  };
}
