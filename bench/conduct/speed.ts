/**
 * How many messages a second one core checks, beside two word lists from npm, on the same messages, and what each finds.
 * Run: node --conditions=handbell:source bench/conduct/speed.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Profanity } from '@2toad/profanity';
import { CLAUSES, check } from '@handbell/conduct';
import { MODEL_FILE, readModel } from '@handbell/conduct/node';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

interface Labelled {
  readonly sender: string;
  readonly text: string;
  readonly clauses: readonly string[];
}

const CORPUS = new URL('../../packages/conduct/corpus/', import.meta.url);
const ROUNDS = 3;

function threadsOf(file: URL): Labelled[][] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line).messages);
}

function best(run: () => void, messages: number): number {
  let rate = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    rate = Math.max(rate, messages / ((user + system) / 1e6));
  }
  return Math.round(rate);
}

const given = readdirSync(new URL('given/', CORPUS)).flatMap((name) =>
  threadsOf(new URL(`given/${name}`, CORPUS)),
);
const dev = threadsOf(new URL('dev.jsonl', CORPUS));
const threads = Array.from({ length: 4 }, () => given).flat();
const texts = threads.flat().map(({ text }) => text);

const model = readModel();
const obscenity = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const toad = new Profanity();
const tools: Record<
  string,
  { alone: (text: string) => boolean; threads?: (thread: Labelled[]) => boolean[] }
> = {
  '@handbell/conduct': {
    alone: (text) => (check([{ text }], { clauses: CLAUSES, model })[0]?.clauses.length ?? 0) > 0,
    threads: (thread) => check(thread, { clauses: CLAUSES, model }).map(({ clauses }) => clauses.length > 0),
  },
  obscenity: { alone: (text) => obscenity.hasMatch(text) },
  '@2toad/profanity': { alone: (text) => toad.exists(text) },
};

console.log(
  `${texts.length} messages, ${Math.round(texts.join('').length / texts.length)} characters each on average; messages a second of processor time, best of ${ROUNDS}`,
);
for (const [name, { alone, threads: inThreads }] of Object.entries(tools)) {
  const single = best(() => texts.forEach((text) => void alone(text)), texts.length);
  const threaded =
    inThreads === undefined
      ? single
      : best(() => threads.forEach((thread) => void inThreads(thread)), texts.length);
  const said = dev.flatMap((thread) => inThreads?.(thread) ?? thread.map(({ text }) => alone(text)));
  const truth = dev.flat().map(({ clauses }) => clauses.length > 0);
  const breaches = truth.filter(Boolean).length;
  const caught = truth.filter((isBreach, at) => isBreach && said[at]).length;
  const alarms = truth.filter((isBreach, at) => !isBreach && said[at]).length;
  console.log(
    `${name.padEnd(18)} alone ${single}/s, in threads ${threaded}/s; breaches found ${caught} of ${breaches}, false alarms ${alarms} of ${truth.length - breaches}`,
  );
}
const file = readFileSync(MODEL_FILE);
console.log(`model file ${file.length} bytes, ${gzipSync(file, { level: 9 }).length} over the wire`);
