// node bench/chat/run.ts [folder with <phone>-<messages>.txt]: reading side by side, medians of several runs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, type Phone } from './generate.ts';

const READERS = [
  'floor',
  'handbell',
  'handbell, every message visited',
  'handbell, streaming',
  'handbell, streaming, --max-semi-space-size=4',
  'whatsapp-chat-parser',
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
  readonly peak: number;
  readonly result: number;
}

function measure(name: string, file: string): Result {
  const script = join(import.meta.dirname, 'work.ts');
  const [flag] = /--[\w=-]+/.exec(name) ?? [];
  const flags = ['--max-old-space-size=4096', ...(flag === undefined ? [] : [flag])];
  const child = spawnSync(process.execPath, [...flags, script, name, file], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'handbell-bench-'));
console.log(
  '| file | reader | wall ms | cpu ms | times the floor (cpu) | peak MiB | result |\n|---|---|---:|---:|---:|---:|---:|',
);
for (const [phone, messages] of FILES) {
  const file = join(folder, `${phone}-${messages}.txt`);
  if (!existsSync(file)) generate(file, phone, messages);
  let floor = 0;
  for (const name of READERS) {
    const { wall, cpu, peak, result } = measure(name, file);
    if (name === 'floor') floor = cpu;
    const times = (cpu / floor).toFixed(2);
    console.log(
      `| ${phone} ${messages / 1000}k | ${name} | ${wall} | ${cpu} | ${times} | ${peak} | ${result} |`,
    );
  }
}
