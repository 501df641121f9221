import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from './check.ts';
import { CLAUSES } from './clauses.ts';
import { readModel } from './node.ts';

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
const rate = (group: { text: string }[]): number => group.filter(raises).length / group.length;
const writers = [...new Set(messages.map(({ writer }) => writer))];
test.each(writers)('false alarms on innocent messages of writers of kind "%s" stay few', (writer) => {
  const group = messages.filter((message) => message.writer === writer);
  expect(group.length).toBeGreaterThanOrEqual(60);
  // One message in sixty-five is more than 1.5 times a rate of a few in a thousand, so one is allowed.
  expect(group.filter(raises).length).toBeLessThanOrEqual(Math.max(1, 1.5 * rate(messages) * group.length));
});

test.each(writers)('the English of writers of kind "%s" is read, not turned away', (writer) => {
  const group = messages.filter((message) => message.writer === writer);
  const read = group.filter(({ text }) => check([{ text }], { clauses: CLAUSES, model })[0]?.checked);
  expect(read.length / group.length).toBeGreaterThanOrEqual(0.95);
});
