// node bench/chat/run.ts [folder with <phone>-<messages>.txt]: reading side by side, medians of several runs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeZip } from '../../packages/chat/test/make-zip.ts';
import { generate, type Phone } from './generate.ts';

const STREAMING = 'handbell, streaming';
// A small young generation, as the command runs it: what is done with is swept away sooner.
const SMALL = '--max-semi-space-size=4';
const READERS: readonly (readonly [reader: string, ending: string, ...flags: string[]])[] = [
  ['floor', 'txt'],
  ['handbell', 'txt'],
  ['handbell, every message visited', 'txt'],
  [STREAMING, 'txt'],
  [STREAMING, 'txt', SMALL],
  [STREAMING, 'zip'],
  [STREAMING, 'zip', SMALL],
  ['whatsapp-chat-parser', 'txt'],
];
const FILES: readonly (readonly [Phone, number])[] = [
  ['ios', 100_000],
  ['android', 100_000],
  ['ios', 1_000_000],
  ['android', 1_000_000],
];

interface Result {
  readonly wall: number;
  readonly cpu: number;
  readonly floorWall: number;
  readonly floorCpu: number;
  readonly peak: number;
  readonly result: number;
}

function measure(reader: string, flags: readonly string[], file: string): Result {
  const script = join(import.meta.dirname, 'work.mjs');
  const child = spawnSync(process.execPath, ['--max-old-space-size=4096', ...flags, script, reader, file], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

const times = (own: number, other: number) => (other > 0 ? (own / other).toFixed(2) : '');

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'handbell-bench-'));
console.log(
  '| file | reader | wall ms | cpu ms | times the floor (wall) | times the floor (cpu) | peak MiB | result |\n|---|---|---:|---:|---:|---:|---:|---:|',
);
for (const [phone, messages] of FILES) {
  const path = join(folder, `${phone}-${messages}`);
  if (!existsSync(`${path}.txt`)) generate(`${path}.txt`, phone, messages);
  if (!existsSync(`${path}.zip`))
    writeFileSync(`${path}.zip`, makeZip([{ name: '_chat.txt', data: readFileSync(`${path}.txt`) }]));
  for (const [reader, ending, ...flags] of READERS) {
    const { wall, cpu, floorWall, floorCpu, peak, result } = measure(reader, flags, `${path}.${ending}`);
    console.log(
      `| ${phone} ${messages / 1000}k .${ending} | ${[reader, ...flags].join(' ')} | ${Math.round(wall)} | ${Math.round(cpu)} | ${times(wall, floorWall)} | ${times(cpu, floorCpu)} | ${peak} | ${result} |`,
    );
  }
}
