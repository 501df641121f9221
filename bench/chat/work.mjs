// One reader on one file, in a process of its own, so that its memory is its own. Writes one line of JSON. Plain
// JavaScript, and each reader loaded only when it is measured: taking types out, and code that does not run, need memory.
import { openAsBlob, readFileSync, statSync } from 'node:fs';

const RUNS = 7;
const SHORT_RUNS = 41;
/** Files below this many bytes are read more often, so that the engine has compiled what it runs. */
const SHORT = 20_000_000;
const STREAM_RUNS = 3;

// The least that any reader must do: read, decode, find the line ends.
function floor(file) {
  const text = new TextDecoder().decode(readFileSync(file));
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

async function handbell() {
  const { readExport } = await import('@handbell/chat');
  return (file) => readExport(readFileSync(file)).messages.length;
}

async function visit() {
  const { readExport } = await import('@handbell/chat');
  return (file) => {
    let letters = 0;
    for (const message of readExport(readFileSync(file)).messages) letters += message.text.length;
    return letters;
  };
}

async function stream() {
  const { readExportStream } = await import('@handbell/chat');
  return async (file) => {
    let messages = 0;
    for await (const batch of readExportStream(await openAsBlob(file))) messages += batch.length;
    return messages;
  };
}

async function peer() {
  const { parseString } = await import('whatsapp-chat-parser');
  return (file) => parseString(readFileSync(file, 'utf8')).length;
}

const READERS = {
  floor: async () => floor,
  handbell,
  'handbell, every message visited': visit,
  'handbell, streaming': stream,
  'whatsapp-chat-parser': peer,
};

const [name = '', file = ''] = process.argv.slice(2);
if (!(name in READERS))
  throw new Error(`no reader called ${name}; there are ${Object.keys(READERS).join(', ')}`);
const read = await READERS[name]();
const isStream = name.includes('streaming');
const runs = isStream ? STREAM_RUNS : statSync(file).size < SHORT ? SHORT_RUNS : RUNS;
const wall = [];
const cpu = [];
const floors = [];
let result = 0;
let peak = 0;

// Runs something and notes the clock's time and the processor's, both in ms.
async function measure(run) {
  const start = performance.now();
  const before = process.cpuUsage();
  const value = await run();
  const { user, system } = process.cpuUsage(before);
  return { value, wall: performance.now() - start, cpu: (user + system) / 1000 };
}

for (let run = 0; run < runs; run += 1) {
  const one = await measure(() => read(file));
  result = one.value;
  wall.push(one.wall);
  cpu.push(one.cpu);
  // Peak memory is that of the first run alone: what earlier runs leave behind says nothing of a reader.
  if (run === 0) peak = Math.round(process.resourceUsage().maxRSS / 1024);
  // The floor is measured again and again between the runs, so that both meet the same busy machine.
  if (!isStream) floors.push(await measure(() => floor(file)));
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
console.log(
  JSON.stringify({
    name,
    wall: median(wall),
    cpu: median(cpu),
    floorWall: median(floors.map((one) => one.wall)),
    floorCpu: median(floors.map((one) => one.cpu)),
    peak,
    result,
  }),
);
