import { expect, test } from 'vitest';
import { OUTPUT, OUTPUTS } from '../src/model.ts';
import { Context, type Judged } from '../train/context.ts';

const judged: Judged = {
  thread: {
    file: 'T1.jsonl',
    thread: 'T1-001',
    isAlone: false,
    examples: ['Ann', 'Ben', 'Ann'].map((sender, at) => ({
      id: `T1-001-${at}`,
      sender,
      words: new Int32Array(2),
      signals: [],
      target: new Float32Array(OUTPUTS),
      weight: new Float32Array(OUTPUTS).fill(1),
    })),
  },
  opinions: [0, 1, 2].map((at) => Float64Array.from({ length: OUTPUTS }, (_, o) => Math.sin(7 * at + o))),
};

test('a share of what is said of one output is taken off another, and nothing else changes', () => {
  const context = new Context(5, 3);
  context.learn([judged], 2, 0.01);
  const before = context.ask(judged);
  context.lessen(OUTPUT.safeguarding, OUTPUT.high, 0.2);
  const after = context.ask(judged);
  after.forEach((scores, at) => {
    scores.forEach((score, output) => {
      const was = before[at]?.[output] ?? 0;
      const off = output === OUTPUT.safeguarding ? 0.2 * (before[at]?.[OUTPUT.high] ?? 0) : 0;
      expect(score).toBeCloseTo(was - off, 5);
    });
  });
});
