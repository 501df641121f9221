import { CLAUSES } from '../src/clauses.ts';
import type { Lexicon } from '../src/lexicon.ts';
import { OUTPUT, OUTPUTS } from '../src/model.ts';
import { readThread } from '../src/reading.ts';
import { rowsOf } from '../src/scorer.ts';
import type { LabelledThread, PublicMessage } from './corpus.ts';

/** A message ready to learn from. */
export interface Example {
  readonly id: string;
  readonly sender: string;
  /** Rows of its words, with an edge on either side. */
  readonly words: Int32Array;
  readonly signals: readonly number[];
  readonly target: Float32Array;
  /** How much each output of this message counts; 0 where the label is unknown. */
  readonly weight: Float32Array;
}

/** The messages of a thread in order, and the file it came from. */
export interface ExampleThread {
  readonly file: string;
  readonly thread: string;
  readonly examples: readonly Example[];
}

/** Turns a labelled thread into examples. */
export function fromThread(thread: LabelledThread, lexicon: Lexicon): ExampleThread {
  const readings = readThread(thread.messages, lexicon);
  const examples = thread.messages.map((message, at): Example => {
    const target = new Float32Array(OUTPUTS);
    CLAUSES.forEach((clause, place) => {
      if (message.clauses.includes(clause)) target[place] = 1;
    });
    if (message.clauses.length > 0) target[OUTPUT.any] = 1;
    if (message.route === 'safeguarding') target[OUTPUT.safeguarding] = 1;
    if (message.severity === 'medium' || message.severity === 'high') target[OUTPUT.medium] = 1;
    if (message.severity === 'high') target[OUTPUT.high] = 1;
    const reading = readings[at];
    return {
      id: message.id,
      sender: message.sender,
      words: rowsOf(reading?.words ?? []),
      signals: reading?.signals ?? [],
      target,
      weight: new Float32Array(OUTPUTS).fill(1),
    };
  });
  return { file: thread.file, thread: thread.thread, examples };
}

/** Turns a public message into an example that says only what its source's labels say. */
export function fromPublic(message: PublicMessage, lexicon: Lexicon, weight: number): ExampleThread {
  const reading = readThread([message], lexicon)[0];
  const target = new Float32Array(OUTPUTS);
  const weights = new Float32Array(OUTPUTS);
  if (message.clean === true) weights.fill(weight);
  CLAUSES.forEach((clause, place) => {
    if (message.clauses.includes(clause)) {
      target[place] = 1;
      weights[place] = weight;
    } else if (message.not?.includes(clause) === true) weights[place] = weight;
  });
  if (message.clauses.length > 0) {
    target[OUTPUT.any] = 1;
    weights[OUTPUT.any] = weight;
  }
  const example = {
    id: '',
    sender: '',
    words: rowsOf(reading?.words ?? []),
    signals: reading?.signals ?? [],
    target,
    weight: weights,
  };
  return { file: message.source, thread: '', examples: [example] };
}
