import { CLAUSES } from '../src/clauses.ts';
import type { Lexicon } from '../src/lexicon.ts';
import { OUTPUT, OUTPUTS } from '../src/model.ts';
import { type Reading, readThread, signalsOf } from '../src/reading.ts';
import type { LabelledMessage, LabelledThread, PublicMessage } from './corpus.ts';

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
  /** Whether its messages do not answer each other: a contrast set, or one message. */
  readonly isAlone: boolean;
}

/** What is true of a labelled message, one number an output. */
export function targetOf({ clauses, severity, route }: LabelledMessage): Float32Array {
  const target = new Float32Array(OUTPUTS);
  for (const clause of clauses) target[CLAUSES.indexOf(clause)] = 1;
  if (clauses.length > 0) target[OUTPUT.any] = 1;
  if (route === 'safeguarding') target[OUTPUT.safeguarding] = 1;
  if (severity === 'medium' || severity === 'high') target[OUTPUT.medium] = 1;
  if (severity === 'high') target[OUTPUT.high] = 1;
  target[OUTPUT.joins] = target[OUTPUT.any] ?? 0;
  return target;
}

/** How far back a breach still stands that a message may join. */
const JOINS_WITHIN = 3;

/** How much each output of a message counts: all alike, but what joins in is learnt only where there is something to join. */
function weightOf(messages: readonly LabelledMessage[], at: number, each: number): Float32Array {
  const weight = new Float32Array(OUTPUTS).fill(each);
  const before = messages.slice(Math.max(0, at - JOINS_WITHIN), at);
  if (!before.some(({ clauses }) => clauses.length > 0)) weight[OUTPUT.joins] = 0;
  return weight;
}

function featuresOf(reading: Reading | undefined): Pick<Example, 'words' | 'signals'> {
  if (reading === undefined) return { words: new Int32Array(2), signals: [] };
  return { words: Int32Array.from(reading.rows), signals: signalsOf(reading) };
}

/**
 * Turns a labelled thread into examples.
 * @param weight how much each of its messages counts
 */
export function fromThread(thread: LabelledThread, lexicon: Lexicon, weight: number): ExampleThread {
  const readings = readThread(thread.messages, lexicon);
  const examples = thread.messages.map((message, at): Example => {
    const reading = readings[at];
    return {
      id: message.id,
      sender: message.sender,
      ...featuresOf(reading),
      target: targetOf(message),
      weight: weightOf(thread.messages, at, weight),
    };
  });
  const isAlone = thread.standalone === true || examples.length === 1;
  return { file: thread.file, thread: thread.thread, examples, isAlone };
}

/** Turns a public message into an example that says only what its source's labels say. */
export function fromPublic(message: PublicMessage, lexicon: Lexicon, weight: number): ExampleThread {
  const reading = readThread([message], lexicon)[0];
  const target = new Float32Array(OUTPUTS);
  const weights = new Float32Array(OUTPUTS);
  if (message.clean === true) weights.fill(weight, 0, OUTPUT.joins);
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
    ...featuresOf(reading),
    target,
    weight: weights,
  };
  return { file: message.source, thread: '', examples: [example], isAlone: true };
}
