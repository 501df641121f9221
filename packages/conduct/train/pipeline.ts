import type { Opinion } from '../src/context.ts';
import { meanScale } from '../src/scorer.ts';
import { Context, type Judged } from './context.ts';
import type { Example, ExampleThread } from './examples.ts';
import { askWide, learnWide, type Wide } from './wide.ts';

/** Every setting of a training run; the card names them. */
export interface Settings {
  readonly wideRounds: number;
  readonly hidden: number;
  readonly contextRounds: number;
  readonly contextRate: number;
  /** Parts of the threads whose opinions come from readers of the others. */
  readonly folds: number;
  /** Groups of writers in cross-validation. */
  readonly groups: number;
  readonly seed: number;
}

/** What is known before any label is read: descriptions of words, and families of like words. */
export interface Ground {
  readonly words: number;
  readonly width: number;
  readonly vectors: Float32Array;
  readonly families: readonly Int32Array[];
}

/** All that is learnt. */
export interface Learnt {
  readonly wide: Wide;
  readonly context: Context;
}

/** Gives every message of a thread its first opinion. */
export function judge(wide: Wide, thread: ExampleThread, ground: Ground): Judged {
  const opinions = thread.examples.map(
    (example): Opinion => ({ outputs: askWide(wide, example), mean: meanOf(example.words, ground) }),
  );
  return { thread, opinions };
}

function meanOf(words: Int32Array, { vectors, width }: Ground): Float32Array {
  const mean = new Float32Array(width);
  const scale = meanScale(words.length - 2);
  for (const word of words.subarray(1, -1)) {
    for (let k = 0; k < width; k++) mean[k] = (mean[k] ?? 0) + (vectors[word * width + k] ?? 0) * scale;
  }
  return mean;
}

/** A whole number below `parts` that depends on a name alone, so that it never moves when the corpus grows. */
export function partOf(name: string, parts: number): number {
  let hash = 2166136261;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 8) % parts;
}

/**
 * Learns everything. The part that reads threads learns from the opinions of readers that had not seen the thread,
 * as it will meet them in use.
 * @param extra public messages, which stand alone and have no thread to read
 */
export function learn(
  threads: readonly ExampleThread[],
  extra: readonly ExampleThread[],
  ground: Ground,
  settings: Settings,
): Learnt {
  const { folds } = settings;
  const alone = extra.flatMap((thread) => thread.examples);
  const read = (known: readonly ExampleThread[], others: readonly Example[]): Wide =>
    learnWide(
      [...known.flatMap((thread) => thread.examples), ...others],
      ground.words,
      ground.families,
      settings.wideRounds,
      settings.seed,
    );
  const judged: Judged[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const seen = threads.filter((thread) => partOf(thread.thread, folds) !== fold);
    const others = alone.filter((_, at) => at % folds !== fold);
    const wide = read(seen, others);
    for (const thread of threads) {
      if (partOf(thread.thread, folds) === fold) judged.push(judge(wide, thread, ground));
    }
    for (const [at, thread] of extra.entries()) {
      if (at % folds === fold && at % 2 === 0) judged.push(judge(wide, thread, ground));
    }
  }
  const context = new Context(settings.hidden, ground.width, settings.seed + 2);
  context.learn(judged, settings.contextRounds, settings.contextRate);
  return { wide: read(threads, alone), context };
}

/** What was said of a thread by a model that had read nothing of its writer. */
export interface Unseen {
  readonly thread: ExampleThread;
  readonly scores: readonly Float32Array[];
}

/**
 * Says how well the settings do on writers never read: a file is a writer, and the files are dealt into groups, each
 * judged by a model that learnt from the others.
 */
export function crossValidate(
  threads: readonly ExampleThread[],
  extra: readonly ExampleThread[],
  ground: Ground,
  settings: Settings,
  say: (line: string) => void,
): Unseen[] {
  const files = [...new Set(threads.map((thread) => thread.file))].sort();
  const groupOf = (thread: ExampleThread): number => files.indexOf(thread.file) % settings.groups;
  const unseen: Unseen[] = [];
  for (let group = 0; group < settings.groups; group++) {
    const known = extra.filter((_, at) => at % settings.groups !== group);
    const learnt = learn(
      threads.filter((thread) => groupOf(thread) !== group),
      known,
      ground,
      settings,
    );
    const rest = [
      ...threads.filter((thread) => groupOf(thread) === group),
      ...extra.filter((_, at) => at % settings.groups === group),
    ];
    for (const thread of rest)
      unseen.push({ thread, scores: learnt.context.ask(judge(learnt.wide, thread, ground)) });
    say(`cross-validated group ${group + 1} of ${settings.groups}`);
  }
  return unseen;
}
