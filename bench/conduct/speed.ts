// node bench/conduct/speed.ts: how many messages a second one core checks, beside two word lists from npm, on the same
// messages in the same run, and what each finds of another writer's. Medians of several runs, by processor time.
import { readdirSync, readFileSync } from 'node:fs';
import { Profanity } from '@2toad/profanity';
import { CLAUSES, check } from '@handbell/conduct';
import { readModel } from '@handbell/conduct/node';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

interface Labelled {
  readonly sender: string;
  readonly text: string;
  readonly clauses: readonly string[];
}
type Thread = readonly Labelled[];
interface Tool {
  readonly name: string;
  readonly judge: (thread: Thread) => boolean[];
}

const CORPUS = new URL('../../packages/conduct/corpus/', import.meta.url);
const RUNS = 7;
const LIMIT = 100_000;

function threadsOf(file: URL): Thread[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line).messages);
}

const model = readModel();
const obscenity = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const toad = new Profanity();
const raises = (thread: Thread): boolean[] =>
  check(thread, { clauses: CLAUSES, model }).map(({ clauses }) => clauses.length > 0);
const tools: readonly Tool[] = [
  { name: '@handbell/conduct, in threads', judge: raises },
  {
    name: '@handbell/conduct, each alone',
    judge: (thread) => thread.flatMap((message) => raises([message])),
  },
  { name: 'obscenity', judge: (thread) => thread.map(({ text }) => obscenity.hasMatch(text)) },
  { name: '@2toad/profanity', judge: (thread) => thread.map(({ text }) => toad.exists(text)) },
];

/** Messages a second of processor time. */
function rate(judge: Tool['judge'], threads: readonly Thread[]): number {
  const start = process.cpuUsage();
  for (const thread of threads) judge(thread);
  const { user, system } = process.cpuUsage(start);
  return threads.flat().length / ((user + system) / 1e6);
}

function median(values: number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0);
}

const given = readdirSync(new URL('given/', CORPUS)).map((name) => ({
  name,
  threads: threadsOf(new URL(`given/${name}`, CORPUS)),
}));
const hard = given.flatMap(({ threads }) => threads);
const everyday = given.filter(({ name }) => name === 'T4.jsonl').flatMap(({ threads }) => threads);
const dev = threadsOf(new URL('dev.jsonl', CORPUS));
const truth = dev.flat().map(({ clauses }) => clauses.length > 0);
const breaches = truth.filter(Boolean).length;

console.log(
  `| what | messages a second: breaches in two of five (limit ${LIMIT}) | breaches in one of eight | breaches found of ${breaches} | false alarms of ${truth.length - breaches} |\n|---|---:|---:|---:|---:|`,
);
for (const { name, judge } of tools) {
  const [mixed, calm] = [hard, everyday].map((threads) =>
    median(Array.from({ length: RUNS }, () => rate(judge, threads))),
  );
  const said = dev.flatMap(judge);
  const caught = truth.filter((isBreach, at) => isBreach && said[at]).length;
  const alarms = truth.filter((isBreach, at) => !isBreach && said[at]).length;
  console.log(`| ${name} | ${mixed} | ${calm} | ${caught} | ${alarms} |`);
}
