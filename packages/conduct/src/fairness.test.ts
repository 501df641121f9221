import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from './check.ts';
import { CLAUSES } from './clauses.ts';
import { gateOfScores } from './decision.ts';
import { readModel } from './node.ts';
import { readThread } from './reading.ts';

/** Innocent messages by kind of writer, written for this test and never trained on. */
const messages: { writer: string; text: string }[] = readFileSync(
  new URL('../corpus/fairness.jsonl', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const model = readModel();
const raises = ({ text }: { text: string }): boolean => {
  const [result] = check([{ text }], { clauses: CLAUSES, model });
  return result !== undefined && (result.clauses.length > 0 || result.route !== null);
};
const writers = [...new Set(messages.map(({ writer }) => writer))];
test.each(writers)('false alarms on innocent messages of writers of kind "%s" stay few', (writer) => {
  const group = messages.filter((message) => message.writer === writer);
  expect(group.length).toBeGreaterThanOrEqual(300);
  // So few are raised that 1.5 times the rate over all would be a matter of one message: see MODEL.md for who is over it.
  expect(group.filter(raises).length / group.length).toBeLessThanOrEqual(0.015);
});

/** How near each message is to being raised. */
const nearness = messages.map((message) => {
  const [reading] = readThread([message], model.lexicon);
  const opinions = reading === undefined ? [] : [model.scorer.opinion(reading)];
  return gateOfScores(model.scorer.conclude(opinions, [''], 0));
});

// Where the gate is lowered until many are raised, every kind must have its share and no more.
test.each([0.05, 0.1, 0.2, 0.3])(
  'were %f of all innocent messages raised, no kind of writer has over 1.5 times that share',
  (share) => {
    const gate = nearness.toSorted((a, b) => b - a)[Math.round(messages.length * share)] ?? 1;
    for (const writer of writers) {
      const own = nearness.filter((_, at) => messages[at]?.writer === writer);
      expect(own.filter((near) => near > gate).length / own.length, writer).toBeLessThanOrEqual(1.5 * share);
    }
  },
);

test.each(writers)('the English of writers of kind "%s" is read, not turned away', (writer) => {
  const group = messages.filter((message) => message.writer === writer);
  const read = group.filter(({ text }) => check([{ text }], { clauses: CLAUSES, model })[0]?.checked);
  expect(read.length / group.length).toBeGreaterThanOrEqual(0.95);
});
