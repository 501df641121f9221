// node bench/chat/run.ts [folder with <phone>-<messages>.txt]: reading side by side, medians of several runs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, type Phone } from './generate.ts';

const READERS: readonly (readonly [title: string, reader: string, ...flags: string[]])[] = [
  ['floor', 'floor'],
  ['handbell', 'handbell'],
  ['handbell, every message visited', 'handbell, every message visited'],
  ['handbell, streaming', 'handbell, streaming'],
  // A small young generation: what is done with is swept away sooner.
  ['the same, --max-semi-space-size=4', 'handbell, streaming', '--max-semi-space-size=4'],
  ['whatsapp-chat-parser', 'whatsapp-chat-parser'],
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
  const file = join(folder, `${phone}-${messages}.txt`);
  if (!existsSync(file)) generate(file, phone, messages);
  for (const [title, reader, ...flags] of READERS) {
    const { wall, cpu, floorWall, floorCpu, peak, result } = measure(reader, flags, file);
    console.log(
      `| ${phone} ${messages / 1000}k | ${title} | ${Math.round(wall)} | ${Math.round(cpu)} | ${times(wall, floorWall)} | ${times(cpu, floorCpu)} | ${peak} | ${result} |`,
    );
  }
}
