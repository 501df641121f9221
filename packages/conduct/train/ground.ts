import { Lexicon, type LexiconData } from '../src/lexicon.ts';
import { type LabelledThread, type PublicMessage, readCorpus, readPublic, readSwearWords } from './corpus.ts';
import { type ExampleThread, fromPublic, fromThread } from './examples.ts';
import { gatherLexicon } from './lexicon.ts';
import { type Ground, partOf } from './pipeline.ts';
import { Random } from './random.ts';
import { gatherFamilies, learnVectors } from './vectors.ts';

/** How many words the model knows and how many numbers describe one: what the file's size comes to. */
const WORDS = 15_000;
const WIDTH = 48;
const VECTOR_ROUNDS = 4;
/** Our own messages are few beside the public ones, and nearer to the task. */
const OWN_TIMES = 5;
const PUBLIC_WEIGHT = 0.4;

/** All that a training run reads. */
export interface Material {
  readonly lexicon: LexiconData;
  readonly ground: Ground;
  readonly threads: readonly ExampleThread[];
  /** Public messages to learn from. */
  readonly extra: readonly ExampleThread[];
  /** Clean public messages that no part of the training has read. */
  readonly heldOut: readonly PublicMessage[];
}

/** Public messages to learn from: some of the clean ones, and those with a clause or a ruled-out clause. */
function choose(messages: readonly PublicMessage[], random: Random): PublicMessage[] {
  const dry = new Set(['ubuntu-irc-2019', 'clinc150-2019', 'taskmaster4-2024']);
  return messages.filter((message) => {
    const chance = random.next();
    if (message.clean === true) return chance < (dry.has(message.source) ? 0.02 : 0.05);
    if (message.source === 'davidson-2017') return message.clauses.length > 0 && chance < 0.03;
    if (message.clauses.length > 0) return chance < 0.12;
    return message.not !== undefined && chance < 0.25;
  });
}

/**
 * Reads the corpus and the public data and learns what needs no label: the lexicon and the descriptions of words.
 * One clean public message in ten is set aside before anything is read.
 * @param corpus folders of the project's own threads
 * @param data the folder of public data
 */
export function gatherMaterial(
  corpus: readonly string[],
  data: string,
  say: (line: string) => void,
): Material {
  const labelled: LabelledThread[] = corpus.flatMap((folder) => readCorpus(folder));
  const all = readPublic(data);
  const heldOut = all.filter((message) => message.clean === true && partOf(message.text, 10) === 0);
  const messages = all.filter((message) => partOf(message.text, 10) !== 0);
  const lexicon = gatherLexicon(labelled, messages, readSwearWords(data), WORDS);
  const known = new Lexicon(lexicon);
  const threads = labelled.map((thread) => fromThread(thread, known));
  const extra = choose(messages, new Random(31)).map((message) => fromPublic(message, known, PUBLIC_WEIGHT));
  const texts = messages.map(
    (message) => fromPublic(message, known, 1).examples[0]?.words ?? new Int32Array(),
  );
  for (const thread of threads) {
    for (const { words } of thread.examples) for (let time = 0; time < OWN_TIMES; time++) texts.push(words);
  }
  say(
    `${labelled.length} threads, ${extra.length} public messages to learn from, ${heldOut.length} held out`,
  );
  const bare = texts.map((words) => words.filter((word) => word !== 0));
  const vectors = learnVectors(bare, lexicon.words.length, WIDTH, VECTOR_ROUNDS, 5);
  const families = [150, 600].map((count) => gatherFamilies(vectors, WIDTH, count, 6, count));
  say(`described ${lexicon.words.length} words`);
  const ground = { words: lexicon.words.length, vectors: vectors.map((value) => value * 1.7), families };
  return { lexicon, ground, threads, extra, heldOut };
}
