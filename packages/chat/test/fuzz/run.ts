// The long run: npm run fuzz -w packages/chat -- [inputs] [first seed]. Keeps every input that fails in seeds/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { allLanguages } from '../../src/languages/all.ts';
import { complaintAbout, differenceFrom, differenceOfForms, differenceOfZips } from './checks.ts';
import { FAMILIES } from './families.ts';
import { damagedBytes, damagedExport, noise } from './hostile.ts';
import { writeExport } from './meaning.ts';
import { Random } from './random.ts';
import { anyZip } from './zips.ts';

const DEFAULT_INPUTS = 10_000_000;
const SLOW_MS = 2000;
const REPORT_EVERY = 100_000;

const inputs = Number(process.argv[2] ?? DEFAULT_INPUTS);
const first = Number(process.argv[3] ?? 1);
const readable = allLanguages.filter((table) => table.code !== 'mul');
const seeds = new URL('./seeds/', import.meta.url);

/** Longest file that is read in both forms, in bytes: the streaming form takes this much at a time. */
const WINDOW = 32_768;
const encoder = new TextEncoder();

interface Attempt {
  readonly file: Uint8Array;
  readonly complaint: string | null;
}

// One input of the kind that the seed names, and what is wrong with what was read from it.
async function attempt(seed: number): Promise<Attempt> {
  const random = new Random(seed);
  const kind = random.below(10);
  if (kind === 9 && random.once(2)) {
    const chat = () => writeExport(random, random.pick(FAMILIES), random.pick(readable)).text;
    const file = anyZip(random, { chat, noise: () => noise(random) });
    return { file, complaint: await differenceOfZips(file) };
  }
  if (kind < 3) {
    const family = random.pick(FAMILIES);
    const { text, known } = writeExport(random, family, random.pick(readable));
    return { file: encoder.encode(text), complaint: differenceFrom(text, known, family.locale) };
  }
  const text = kind < 9 ? damagedExport(random, FAMILIES, readable) : noise(random);
  const file = kind < 5 ? damagedBytes(random, text) : encoder.encode(text);
  const complaint = complaintAbout(file);
  const isBoth = complaint === null && kind === 5 && file.length < WINDOW;
  return { file, complaint: isBoth ? await differenceOfForms(file) : complaint };
}

let failures = 0;
for (let seed = first; seed < first + inputs; seed += 1) {
  const start = process.cpuUsage();
  let result: Attempt;
  try {
    result = await attempt(seed);
  } catch (error) {
    result = {
      file: new Uint8Array(),
      complaint: `threw ${error instanceof Error ? error.stack : String(error)}`,
    };
  }
  const { user, system } = process.cpuUsage(start);
  // Processor time, so that a busy machine is no failure.
  const spent = (user + system) / 1000;
  const complaint = result.complaint ?? (spent > SLOW_MS ? `took ${Math.round(spent)} ms` : null);
  if (complaint !== null) {
    failures += 1;
    mkdirSync(seeds, { recursive: true });
    writeFileSync(new URL(`${seed}.txt`, seeds), result.file);
    console.log(`seed ${seed}: ${complaint}`);
    if (failures >= 20) break;
  }
  if ((seed - first + 1) % REPORT_EVERY === 0)
    console.log(`${seed - first + 1} inputs, ${failures} failures`);
}
console.log(`done: seeds ${first} to ${first + inputs - 1}, ${failures} failures`);
process.exitCode = failures === 0 ? 0 : 1;
