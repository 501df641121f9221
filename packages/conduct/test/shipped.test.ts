import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temper } from '../src/context.ts';
import { Lexicon } from '../src/lexicon.ts';
import { OUTPUTS } from '../src/model.ts';
import { readThread } from '../src/reading.ts';
import { Scorer } from '../src/scorer.ts';
import { SPECIAL_WORDS } from '../src/special.ts';
import { tokenise } from '../src/tokens.ts';
import { assemble } from '../train/assemble.ts';
import { Context } from '../train/context.ts';
import { readThreads } from '../train/corpus.ts';
import { fromThread } from '../train/examples.ts';
import { Space } from '../train/features.ts';
import { layOut } from '../train/pipeline.ts';
import { askWide, foldWide, learnWide } from '../train/wide.ts';

const GIVEN = fileURLToPath(new URL('../corpus/given/', import.meta.url));

test('the checker says of words, pairs and signals just what was learnt', () => {
  const [file = ''] = readdirSync(GIVEN);
  const labelled = readThreads(join(GIVEN, file), file).slice(0, 40);
  const forms = labelled.flatMap(({ messages }) =>
    messages.flatMap(({ text }) => tokenise(text).map(({ form }) => form)),
  );
  const data = { words: [...new Set([...SPECIAL_WORDS, ...forms])], names: [], masked: [] };
  const lexicon = new Lexicon(data);
  const threads = labelled.map((thread) => fromThread(thread, lexicon, 1));
  const space = new Space(
    data.words,
    threads.flatMap(({ examples }) => examples),
  );
  const laid = layOut(threads, space);
  const lessons = laid.flatMap((thread) => thread.lessons);
  const learnt = learnWide(lessons, space.rows, { rounds: 2, leftOut: 0.2 }, 1, 1);
  const whole = { wide: foldWide(learnt, space), context: new Context(2, 1) };
  const floats = new Float32Array(OUTPUTS * 2);
  const scorer = new Scorer(assemble(whole, data, space, floats, floats));
  const said = labelled.flatMap(({ messages }) =>
    readThread(messages, lexicon).map((reading) => [...scorer.opinion(reading)]),
  );
  const meant = lessons.map((lesson) => [...temper(askWide(learnt, lesson))]);
  expect(said).toHaveLength(meant.length);
  const differences = said.flatMap((row, at) =>
    row.map((value, o) => Math.abs(value - (meant[at]?.[o] ?? 9))),
  );
  // The numbers of the tables are rounded when they are packed; nothing else may come between.
  expect(Math.max(...differences)).toBeLessThan(0.03);
});
