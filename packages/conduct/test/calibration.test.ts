import { expect, test } from 'vitest';
import { OUTPUTS } from '../src/model.ts';
import { applyCalibration, calibrate, type Scored } from '../train/decide.ts';

/** Messages of which nine in ten are as their score says, each score far surer than that. */
const rows: readonly Scored[] = Array.from({ length: 400 }, (_, at) => {
  const says = at % 4 === 0;
  const isSo = at % 10 === 9 ? !says : says;
  return {
    scores: new Float64Array(OUTPUTS).fill((says ? 1 : -1) * (6 + (at % 7))),
    target: new Float32Array(OUTPUTS).fill(isSo ? 1 : 0),
    writer: 'T1.jsonl',
    isAlone: false,
  };
});

test('scores that are too sure of themselves become the share that is right', () => {
  const calibrated = applyCalibration(rows, calibrate(rows));
  for (const says of [true, false]) {
    const chosen = calibrated.filter((_, at) => (at % 4 === 0) === says);
    const mean = chosen.reduce((sum, { scores }) => sum + (scores[0] ?? 0), 0) / chosen.length;
    const share = chosen.reduce((sum, { target }) => sum + (target[0] ?? 0), 0) / chosen.length;
    expect(Math.abs(mean - share)).toBeLessThan(0.05);
  }
});
