import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readModel } from '../src/node.ts';
import { readCorpus, readThreads } from '../train/corpus.ts';
import { measure } from '../train/measure.ts';
import { tryThreads } from '../train/trial.ts';

const CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url));
const model = readModel();

/** Messages of writers that the file has not read, each set with what is asked of the checker. */
describe.each([
  { set: 'dev.jsonl', threads: readThreads(join(CORPUS, 'dev.jsonl'), 'dev'), messages: 375 },
  { set: 'fresh', threads: readCorpus(join(CORPUS, 'fresh')), messages: 2157 },
])('on the messages of $set', ({ threads, messages }) => {
  const answers = tryThreads(threads, model);
  const figures = measure(answers);

  test('the clauses are told', () => {
    expect(answers).toHaveLength(messages);
    expect(figures.macroF1).toBeGreaterThanOrEqual(0.75);
    expect(figures.anyF1).toBeGreaterThanOrEqual(0.88);
  });

  test('what is grave is raised, and few innocent messages are', () => {
    expect(figures.highRecall).toBeGreaterThanOrEqual(0.95);
    expect(figures.falseAlarmsPer1000).toBeLessThanOrEqual(100);
  });

  test('most worries about somebody are sent to safeguarding', () => {
    expect(figures.safeguardingF1).toBeGreaterThanOrEqual(0.65);
  });
});
