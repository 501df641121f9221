import { check, type Model } from '../src/check.ts';
import { CLAUSES, type Message } from '../src/clauses.ts';
import { gateOfScores } from '../src/decision.ts';
import { OUTPUT } from '../src/model.ts';
import { readThread } from '../src/reading.ts';
import type { LabelledThread } from './corpus.ts';
import { targetOf } from './examples.ts';
import { type Answered, falseAlarms } from './measure.ts';

/** An innocent message with the kind of writer it came from. */
export interface Innocent {
  readonly writer: string;
  readonly text: string;
}

function ask(messages: readonly Message[], model: Model): Set<number>[] {
  return check(messages, { clauses: CLAUSES, model }).map(({ clauses, route }) => {
    const said = new Set(clauses.map(({ clause }) => CLAUSES.indexOf(clause)));
    if (said.size > 0) said.add(OUTPUT.any);
    if (route !== null) said.add(OUTPUT.safeguarding);
    return said;
  });
}

/** Asks a finished model about labelled threads, as a user would. */
export function tryThreads(threads: readonly LabelledThread[], model: Model): Answered[] {
  return threads.flatMap(({ messages }) =>
    ask(messages, model).map((said, at): Answered => {
      const message = messages[at];
      return { said, target: message === undefined ? [] : targetOf(message) };
    }),
  );
}

/** What a model's gate is told of messages, each alone. */
export function gatesOf(texts: readonly string[], { lexicon, scorer }: Model): number[] {
  return texts.flatMap((text) =>
    readThread([{ text }], lexicon).map((reading) =>
      gateOfScores(scorer.conclude([scorer.opinion(reading)], [''], 0)),
    ),
  );
}

/** False alarms in a thousand innocent messages, each alone: over all, and by kind of writer. */
export function tryInnocent(
  messages: readonly Innocent[],
  model: Model,
): { all: number; byWriter: Readonly<Record<string, number>> } {
  const rate = (chosen: readonly Innocent[]): number =>
    falseAlarms(
      chosen.map(({ text }) => ({ said: ask([{ text }], model)[0] ?? new Set<number>(), target: [] })),
    );
  const writers = [...new Set(messages.map(({ writer }) => writer))];
  return {
    all: rate(messages),
    byWriter: Object.fromEntries(
      writers.map((writer) => [writer, rate(messages.filter((message) => message.writer === writer))]),
    ),
  };
}
