import { CLAUSES } from '../src/clauses.ts';
import { OUTPUT, OUTPUTS } from '../src/model.ts';
import { sigmoid } from './parameter.ts';

/** A message that cross-validation scored: what it said and what is true. */
export interface Scored {
  readonly scores: Float32Array;
  readonly target: Float32Array;
  /** Whether the message is one of our own, with every label known. */
  readonly own: boolean;
}

/** At most this share of innocent messages of unseen writers may raise anything. */
const FALSE_ALARMS = 0.085;

/**
 * Finds the slope and offset that turn a score into a probability (Platt's method: two numbers, logistic loss).
 */
function calibrateOne(rows: readonly Scored[], output: number): [slope: number, offset: number] {
  let slope = 1;
  let offset = 0;
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
    slope -= (gs * hoo - go * hso) / det;
    offset -= (go * hss - gs * hso) / det;
  }
  return [slope, offset];
}

/** [outputs x 2] slopes and offsets learnt from messages of unseen writers. */
export function calibrate(rows: readonly Scored[]): Float32Array {
  const own = rows.filter((row) => row.own);
  return Float32Array.from(Array.from({ length: OUTPUTS }, (_, output) => calibrateOne(own, output)).flat());
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => b - a);
  return sorted[Math.floor(sorted.length * share)] ?? 1;
}

/** The threshold that gives the best F1 of an output among the rows. */
function bestThreshold(rows: readonly { score: number; truth: boolean }[]): number {
  const sorted = [...rows].sort((a, b) => b.score - a.score);
  const total = rows.filter(({ truth }) => truth).length;
  let hits = 0;
  let best = 0;
  let threshold = 1;
  sorted.forEach(({ score, truth }, at) => {
    if (truth) hits++;
    const f1 = (2 * hits) / (at + 1 + total);
    if (f1 > best) {
      best = f1;
      threshold = score;
    }
  });
  return threshold;
}

/**
 * Chooses from which probability each output counts: `any` by the false alarms allowed, each clause by its best F1
 * among the messages that pass, severity by its best F1 among breaches, safeguarding by its best F1.
 * @param rows messages with calibrated probabilities
 */
export function chooseThresholds(rows: readonly Scored[]): Float32Array {
  const thresholds = new Float32Array(OUTPUTS);
  const own = rows.filter((row) => row.own);
  const at = (row: Scored, output: number): number => row.scores[output] ?? 0;
  const is = (row: Scored, output: number): boolean => row.target[output] === 1;
  const innocent = own.filter((row) => !is(row, OUTPUT.any));
  thresholds[OUTPUT.any] = quantile(
    innocent.map((row) => at(row, OUTPUT.any)),
    FALSE_ALARMS,
  );
  const passing = own.filter((row) => at(row, OUTPUT.any) >= (thresholds[OUTPUT.any] ?? 1));
  CLAUSES.forEach((_, output) => {
    thresholds[output] = bestThreshold(
      passing.map((row) => ({ score: at(row, output), truth: is(row, output) })),
    );
  });
  const breaches = passing.filter((row) => is(row, OUTPUT.any));
  for (const output of [OUTPUT.medium, OUTPUT.high]) {
    thresholds[output] = bestThreshold(
      breaches.map((row) => ({ score: at(row, output), truth: is(row, output) })),
    );
  }
  const safe = bestThreshold(
    own.map((row) => ({ score: at(row, OUTPUT.safeguarding), truth: is(row, OUTPUT.safeguarding) })),
  );
  thresholds[OUTPUT.safeguarding] = safe;
  return thresholds;
}

/** Turns raw scores into probabilities. */
export function applyCalibration(rows: readonly Scored[], calibration: Float32Array): Scored[] {
  return rows.map((row) => ({
    ...row,
    scores: row.scores.map((score, output) =>
      sigmoid(score * (calibration[output * 2] ?? 1) + (calibration[output * 2 + 1] ?? 0)),
    ),
  }));
}
