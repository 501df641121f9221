import type { Opinion } from '../src/context.ts';
import { OUTPUT } from '../src/model.ts';
import { Context, type Judged } from './context.ts';
import type { ExampleThread } from './examples.ts';
import type { Lesson, Space } from './features.ts';
import { askWide, foldWide, learnWide, type Wide, type WideSettings } from './wide.ts';

/** Every setting of a training run; the card names them. */
export interface Settings {
  readonly wide: WideSettings;
  /** Readers of the linear part that judge writers not read; what they learn is averaged. */
  readonly readers: number;
  /** Readers of what is shipped: more, so that less of it is chance. */
  readonly lastReaders: number;
  readonly hidden: number;
  readonly contextRounds: number;
  readonly contextRate: number;
  /** How much of "grave" is taken off "safeguarding": our writers gave the route to more of what is grave than the given ones. */
  readonly graveOffRoute: number;
  /** Groups of writers in cross-validation. */
  readonly groups: number;
  readonly seed: number;
}

/** A thread with the features of its messages. */
export interface Laid {
  readonly thread: ExampleThread;
  readonly lessons: readonly Lesson[];
}

/** All that is learnt. */
export interface Learnt {
  readonly wide: Wide;
  readonly context: Context;
}

/** What was said of a thread by a model that had read nothing of its writer. */
export interface Unseen {
  readonly thread: ExampleThread;
  readonly scores: readonly ArrayLike<number>[];
}

/** Lays out the features of every message of threads. */
export function layOut(threads: readonly ExampleThread[], space: Space): Laid[] {
  return threads.map((thread) => ({
    thread,
    lessons: thread.examples.map((example) => space.lesson(example)),
  }));
}

/** A whole number below `parts` that depends on a name alone, so that it never moves when the corpus grows. */
export function partOf(name: string, parts: number): number {
  let hash = 2166136261;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 8) % parts;
}

function learnContext(judged: readonly Judged[], settings: Settings): Context {
  const context = new Context(settings.hidden, settings.seed + 2);
  context.learn(judged, settings.contextRounds, settings.contextRate);
  context.lessen(OUTPUT.safeguarding, OUTPUT.high, settings.graveOffRoute);
  return context;
}

/**
 * Learns everything and says how well it does on writers never read. The files, a writer each, are dealt into groups;
 * the words of a group are judged by a reader of the others. The part that reads threads learns from those opinions,
 * as it will meet them in use, and is itself judged group by group.
 * @param laid our own threads, and public messages as threads of one without a name
 */
export function learn(
  laid: readonly Laid[],
  space: Space,
  settings: Settings,
  say: (line: string) => void,
): { learnt: Learnt; unseen: Unseen[] } {
  const files = [...new Set(laid.map(({ thread }) => thread.file))].sort();
  const groups = laid.map(({ thread }, at) =>
    thread.thread === '' ? at % settings.groups : files.indexOf(thread.file) % settings.groups,
  );
  const read = (chosen: readonly Laid[], readers: number): Float32Array =>
    learnWide(
      chosen.flatMap(({ lessons }) => lessons),
      space.rows,
      settings.wide,
      readers,
      settings.seed,
    );
  const judged: { group: number; judgement: Judged }[] = [];
  for (let group = 0; group < settings.groups; group++) {
    const weights = read(
      laid.filter((_, at) => groups[at] !== group),
      settings.readers,
    );
    laid.forEach(({ thread, lessons }, at) => {
      if (groups[at] !== group) return;
      const opinions = lessons.map((lesson): Opinion => askWide(weights, lesson));
      judged.push({ group, judgement: { thread, opinions } });
    });
    say(`read all but group ${group + 1} of ${settings.groups}`);
  }
  const unseen: Unseen[] = [];
  for (let group = 0; group < settings.groups; group++) {
    const others = judged.filter((row) => row.group !== group).map(({ judgement }) => judgement);
    const context = learnContext(others, settings);
    for (const { group: own, judgement } of judged) {
      if (own === group) unseen.push({ thread: judgement.thread, scores: context.ask(judgement) });
    }
  }
  say('read the threads');
  const context = learnContext(
    judged.map(({ judgement }) => judgement),
    settings,
  );
  const wide = foldWide(read(laid, settings.lastReaders), space);
  return { learnt: { wide, context }, unseen };
}
