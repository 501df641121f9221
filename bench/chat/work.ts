// One reader on one file, in a process of its own, so that its memory is its own. Writes one line of JSON.
import { openAsBlob, readFileSync, statSync } from 'node:fs';
import { readExport, readExportStream } from '@handbell/chat';
import { parseString } from 'whatsapp-chat-parser';

const RUNS = 7;
const SHORT_RUNS = 21;
/** Files below this many bytes are read more often, so that the engine has compiled what it runs. */
const SHORT = 20_000_000;
// Peak memory is that of the first run alone: what earlier runs leave behind says nothing of a reader.
const STREAM_RUNS = 3;

// The least that any reader must do: read, decode, find the line ends.
function floor(file: string): number {
  const text = new TextDecoder().decode(readFileSync(file));
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function visit(file: string): number {
  let letters = 0;
  for (const message of readExport(readFileSync(file)).messages) letters += message.text.length;
  return letters;
}

async function stream(file: string): Promise<number> {
  let messages = 0;
  for await (const batch of readExportStream(await openAsBlob(file))) messages += batch.length;
  return messages;
}

const READERS: Readonly<Record<string, (file: string) => number | Promise<number>>> = {
  floor,
  handbell: (file) => readExport(readFileSync(file)).messages.length,
  'handbell, every message visited': visit,
  'handbell, streaming': stream,
  // A small young generation: what is done with is swept away sooner.
  'handbell, streaming, --max-semi-space-size=4': stream,
  'whatsapp-chat-parser': (file) => parseString(readFileSync(file, 'utf8')).length,
};

const [name = '', file = ''] = process.argv.slice(2);
const read = READERS[name];
if (read === undefined)
  throw new Error(`no reader called ${name}; there are ${Object.keys(READERS).join(', ')}`);
const wall: number[] = [];
const cpu: number[] = [];
let result = 0;
let peak = 0;
const runs = name.includes('streaming') ? STREAM_RUNS : statSync(file).size < SHORT ? SHORT_RUNS : RUNS;
for (let run = 0; run < runs; run += 1) {
  const start = performance.now();
  const before = process.cpuUsage();
  result = await read(file);
  wall.push(performance.now() - start);
  const { user, system } = process.cpuUsage(before);
  cpu.push((user + system) / 1000);
  if (run === 0) peak = Math.round(process.resourceUsage().maxRSS / 1024);
}
const median = (numbers: number[]) => Math.round(numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0);
console.log(JSON.stringify({ name, wall: median(wall), cpu: median(cpu), peak, result }));
