import { Lexicon, type LexiconData } from '../src/lexicon.ts';
import { type LabelledThread, type PublicMessage, readCorpus, readPublic, readSwearWords } from './corpus.ts';
import { type ExampleThread, fromPublic, fromThread } from './examples.ts';
import { gatherLexicon } from './lexicon.ts';
import { partOf } from './pipeline.ts';
import { Random } from './random.ts';

/** How many words the model knows: what the file's size comes to. */
const WORDS = 20_000;
const CLEAN_WEIGHT = 0.6;
const LABELLED_WEIGHT = 0.12;
/** Talk to and about machines: of little use to learn how parents write. */
const DRY: ReadonlySet<string> = new Set(['ubuntu-irc-2019', 'clinc150-2019', 'taskmaster4-2024']);

/** A folder of the project's own threads. */
export interface Corpus {
  readonly folder: string;
  /** How much each of its messages counts. */
  readonly weight: number;
}

/** All that a training run reads. */
export interface Material {
  readonly lexicon: LexiconData;
  readonly threads: readonly ExampleThread[];
  /** Public messages to learn from. */
  readonly extra: readonly ExampleThread[];
  /** Clean public messages that no part of the training has read. */
  readonly heldOut: readonly PublicMessage[];
}

/** Public messages to learn from: some of the clean ones, and those with a clause or a ruled-out clause. */
function choose(messages: readonly PublicMessage[], random: Random): PublicMessage[] {
  return messages.filter((message) => {
    const chance = random.next();
    if (message.clean === true) return chance < (DRY.has(message.source) ? 0.04 : 0.18);
    if (message.source === 'davidson-2017') return message.clauses.length > 0 && chance < 0.03;
    if (message.clauses.length > 0) return chance < 0.12;
    return message.not !== undefined && chance < 0.25;
  });
}

/** The messages of a contrast set do not answer each other: each is a thread of its own. */
function apart(thread: LabelledThread): LabelledThread[] {
  if (thread.standalone !== true) return [thread];
  return thread.messages.map((message) => ({ ...thread, thread: message.id, messages: [message] }));
}

/**
 * Reads the corpus and the public data and gathers the words to be known.
 * One clean public message in ten is set aside before anything is read.
 * @param corpora the project's own threads
 * @param data the folder of public data
 */
export function gatherMaterial(
  corpora: readonly Corpus[],
  data: string,
  say: (line: string) => void,
): Material {
  const read = corpora.map(({ folder, weight }) => ({ weight, threads: readCorpus(folder) }));
  const labelled = read.flatMap(({ threads }) => threads);
  const all = readPublic(data);
  const heldOut = all.filter((message) => message.clean === true && partOf(message.text, 10) === 0);
  const messages = all.filter((message) => partOf(message.text, 10) !== 0);
  const lexicon = gatherLexicon(labelled, messages, readSwearWords(data), WORDS);
  const known = new Lexicon(lexicon);
  const threads = read.flatMap(({ weight, threads: own }) =>
    own.flatMap(apart).map((thread) => fromThread(thread, known, weight)),
  );
  const extra = choose(messages, new Random(31)).map((message) =>
    fromPublic(message, known, message.clean === true ? CLEAN_WEIGHT : LABELLED_WEIGHT),
  );
  say(
    `${labelled.length} threads, ${extra.length} public messages to learn from, ${heldOut.length} held out`,
  );
  return { lexicon, threads, extra, heldOut };
}
