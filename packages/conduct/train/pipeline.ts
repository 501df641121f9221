import type { Opinion } from '../src/context.ts';
import { Context, type Judged } from './context.ts';
import { Deep, type DeepSettings } from './deep.ts';
import type { Example, ExampleThread } from './examples.ts';
import { askWide, learnWide, type Wide } from './wide.ts';

/** Every setting of a training run; the card names them. */
export interface Settings {
  readonly deep: DeepSettings;
  readonly wideRounds: number;
  readonly hidden: number;
  readonly contextRounds: number;
  readonly contextRate: number;
  readonly folds: number;
  readonly seed: number;
}

/** What is known before any label is read: descriptions of words, and families of like words. */
export interface Ground {
  readonly words: number;
  readonly vectors: Float32Array;
  readonly families: readonly Int32Array[];
}

/** The two parts that give a message its first opinions. */
export interface Readers {
  readonly wide: Wide;
  readonly deep: Deep;
}

/** All that is learnt. */
export interface Learnt extends Readers {
  readonly context: Context;
}

function learnReaders(
  threads: readonly ExampleThread[],
  extra: readonly Example[],
  ground: Ground,
  settings: Settings,
): Readers {
  const examples = [...threads.flatMap((thread) => thread.examples), ...extra];
  const wide = learnWide(examples, ground.words, ground.families, settings.wideRounds, settings.seed);
  const deep = new Deep(settings.deep, ground.vectors, settings.seed + 1);
  deep.learn(examples);
  return { wide, deep };
}

/** Gives every message of a thread its first opinions. */
export function judge(readers: Readers, thread: ExampleThread): Judged {
  const deep = readers.deep.ask(thread.examples);
  const opinions = thread.examples.map(
    (example, at): Opinion => ({ wide: askWide(readers.wide, example), deep: deep[at] ?? [] }),
  );
  return { thread, opinions };
}

/** A whole number below `parts` that depends on a name alone, so that it never moves when the corpus grows. */
export function partOf(name: string, parts: number): number {
  let hash = 2166136261;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 8) % parts;
}

/** What was learnt, and what cross-validation said of every message of the corpus by models that never read its writer. */
export interface Outcome {
  readonly learnt: Learnt;
  readonly judged: readonly { readonly thread: ExampleThread; readonly scores: readonly Float32Array[] }[];
}

/**
 * Learns everything. Files are the folds, since a file is a writer: the part that reads threads learns from opinions of
 * readers that had not seen the writer, as it will meet them in use, and so do calibration and thresholds.
 * @param extra public messages, which stand alone and have no thread to read
 */
export function learn(
  threads: readonly ExampleThread[],
  extra: readonly ExampleThread[],
  ground: Ground,
  settings: Settings,
  say: (line: string) => void,
): Outcome {
  const { folds } = settings;
  const alone = extra.flatMap((thread) => thread.examples);
  const parts: Judged[][] = [];
  for (let fold = 0; fold < folds; fold++) {
    const seen = threads.filter((thread) => partOf(thread.file, folds) !== fold);
    const readers = learnReaders(
      seen,
      alone.filter((_, at) => at % folds !== fold),
      ground,
      settings,
    );
    const unseen = [
      ...threads.filter((thread) => partOf(thread.file, folds) === fold),
      ...extra.filter((_, at) => at % folds === fold && at % 2 === 0),
    ];
    parts.push(unseen.map((thread) => judge(readers, thread)));
    say(`readers of fold ${fold + 1} of ${folds}`);
  }
  const judged = parts.flatMap((part, fold) => {
    const context = new Context(settings.hidden, settings.seed + 2);
    context.learn(
      parts.filter((_, other) => other !== fold).flat(),
      settings.contextRounds,
      settings.contextRate,
    );
    return part.map((one) => ({ thread: one.thread, scores: context.ask(one) }));
  });
  const context = new Context(settings.hidden, settings.seed + 2);
  context.learn(parts.flat(), settings.contextRounds, settings.contextRate);
  return { learnt: { ...learnReaders(threads, alone, ground, settings), context }, judged };
}
