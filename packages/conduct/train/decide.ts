import { CLAUSES } from '../src/clauses.ts';
import { ALONE_GATE, gate } from '../src/decision.ts';
import { OUTPUT, OUTPUTS } from '../src/model.ts';
import { sigmoid } from './parameter.ts';

/** A message that cross-validation scored: what it said and what is true. */
export interface Scored {
  readonly scores: ArrayLike<number>;
  readonly target: Float32Array;
  /** The file it came from: one writer's. */
  readonly writer: string;
  /** Whether it stands in no thread. */
  readonly isAlone: boolean;
}

/**
 * At most this share of the innocent messages of any given writer not read may raise anything in a thread. They are hard
 * on purpose, and the next writer may be twice as hard: the limit is 0.1.
 */
const FALSE_ALARMS = 0.055;
/** At most this share of ordinary messages, each alone; the limit is 0.01. */
const CALM_FALSE_ALARMS = 0.008;

/** How badly a slope and offset fit: the mean logistic loss of one output. */
function misfit(rows: readonly Scored[], output: number, slope: number, offset: number): number {
  let sum = 0;
  for (const { scores, target } of rows) {
    const x = slope * (scores[output] ?? 0) + offset;
    sum += Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) - x * (target[output] ?? 0);
  }
  return sum / rows.length;
}

/**
 * Finds the slope and offset that turn a score into a probability (Platt's method: two numbers, logistic loss), by Newton's
 * steps, each halved until it betters the fit: whole steps run away from scores that are too sure of themselves.
 */
function calibrateOne(rows: readonly Scored[], output: number): [slope: number, offset: number] {
  let slope = 1;
  let offset = 0;
  let worst = misfit(rows, output, slope, offset);
  for (let round = 0; round < 60; round++) {
    let gs = 0;
    let go = 0;
    let hss = 1e-6;
    let hso = 0;
    let hoo = 1e-6;
    for (const { scores, target } of rows) {
      const z = scores[output] ?? 0;
      const p = sigmoid(slope * z + offset);
      const error = p - (target[output] ?? 0);
      const curve = p * (1 - p);
      gs += error * z;
      go += error;
      hss += curve * z * z;
      hso += curve * z;
      hoo += curve;
    }
    const det = hss * hoo - hso * hso;
    const stepSlope = (gs * hoo - go * hso) / det;
    const stepOffset = (go * hss - gs * hso) / det;
    let share = 1;
    let next = misfit(rows, output, slope - stepSlope, offset - stepOffset);
    while (!(next <= worst) && share > 1e-6) {
      share /= 2;
      next = misfit(rows, output, slope - share * stepSlope, offset - share * stepOffset);
    }
    if (!(next < worst)) break;
    slope -= share * stepSlope;
    offset -= share * stepOffset;
    worst = next;
  }
  return [slope, offset];
}

/** [outputs x 2] slopes and offsets learnt from messages of unseen writers. */
export function calibrate(rows: readonly Scored[]): Float32Array {
  return Float32Array.from(Array.from({ length: OUTPUTS }, (_, output) => calibrateOne(rows, output)).flat());
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => b - a);
  return sorted[Math.floor(sorted.length * share)] ?? 1;
}

/** F1 this near to the best counts as the best: which threshold is best of all is chance. */
const AS_GOOD = 0.015;

/** The middle of the thresholds whose F1 of an output among the rows is as good as the best. */
function bestThreshold(rows: readonly { score: number; truth: boolean }[]): number {
  const sorted = [...rows].sort((a, b) => b.score - a.score);
  const total = rows.filter(({ truth }) => truth).length;
  let hits = 0;
  let best = 0;
  const curve = sorted.map(({ score, truth }, at) => {
    if (truth) hits++;
    const f1 = (2 * hits) / (at + 1 + total);
    best = Math.max(best, f1);
    return { score, f1 };
  });
  const good = curve.filter(({ f1 }) => f1 > 0 && f1 >= best - AS_GOOD);
  return good.length === 0 ? 1 : ((good[0]?.score ?? 1) + (good.at(-1)?.score ?? 1)) / 2;
}

/**
 * Chooses from which probability each output counts: `any` by the false alarms allowed, each clause by its best F1
 * among the messages that pass, severity by its best F1 among breaches, safeguarding by its best F1. Only writers of
 * whole groups' talk judge: of those who wrote on one subject, three in ten are worries, and a threshold would follow them.
 * @param all messages with calibrated probabilities
 * @param isJudge says of a writer whether the messages of that writer are judged by
 * @param calm what the gate is told of ordinary messages, none of them read
 */
export function chooseThresholds(
  all: readonly Scored[],
  isJudge: (writer: string) => boolean,
  calm: readonly number[],
): Float32Array {
  const rows = all.filter(({ writer }) => isJudge(writer));
  const thresholds = new Float32Array(OUTPUTS + 1);
  const is = (row: Scored, output: number): boolean => row.target[output] === 1;
  const best = (chosen: readonly Scored[], output: number): number =>
    bestThreshold(chosen.map((row) => ({ score: row.scores[output] ?? 0, truth: is(row, output) })));
  const innocent = Map.groupBy(
    rows.filter((row) => !row.isAlone && !is(row, OUTPUT.any)),
    ({ writer }) => writer,
  );
  const gates = Array.from(innocent.values(), (chosen) =>
    quantile(
      chosen.map((row) => gate(row.scores)),
      FALSE_ALARMS,
    ),
  );
  thresholds[OUTPUT.any] = Math.max(...gates);
  thresholds[ALONE_GATE] = Math.max(thresholds[OUTPUT.any] ?? 1, quantile(calm, CALM_FALSE_ALARMS));
  const passing = rows.filter(
    (row) => gate(row.scores) >= (thresholds[row.isAlone ? ALONE_GATE : OUTPUT.any] ?? 1),
  );
  for (let clause = 0; clause < CLAUSES.length; clause++) thresholds[clause] = best(passing, clause);
  const breaches = passing.filter((row) => is(row, OUTPUT.any));
  for (const output of [OUTPUT.medium, OUTPUT.high]) thresholds[output] = best(breaches, output);
  thresholds[OUTPUT.safeguarding] = best(rows, OUTPUT.safeguarding);
  return thresholds;
}

/** Turns raw scores into probabilities. */
export function applyCalibration(rows: readonly Scored[], calibration: Float32Array): Scored[] {
  return rows.map((row) => ({
    ...row,
    scores: Float64Array.from(row.scores, (score, output) =>
      sigmoid(score * (calibration[output * 2] ?? 1) + (calibration[output * 2 + 1] ?? 0)),
    ),
  }));
}
