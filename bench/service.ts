// What a parent's first visit costs, what a school's machine holds, and how long a start takes.
// Run with "npm run bench"; it starts Handbell on a folder of its own, filled by "handbell demo".
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { HANDBELL, type Service, startService, temporaryFolder } from '../tests/support/service.ts';

const PAGE_LIMIT = 30 * 1024;
const MEMORY_LIMIT_MB = { handbell: 250, together: 400 };
const START_LIMIT_MS = 2000;
const STARTS = 5;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const kB = (bytes: number): string => `${(bytes / 1024).toFixed(1)} kB`;

/** Bytes over the wire of a first visit: the page and everything it loads, compressed as the browser asked. */
async function firstVisit(origin: string, path: string): Promise<number> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await (await browser.newContext()).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', (event) => {
    bytes += event.encodedDataLength;
  });
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  await browser.close();
  return bytes;
}

/** Memory that a process and its children hold for themselves (proportional set size), in MB. */
function memoryOf(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024;
}

function databaseProcesses(data: string): readonly number[] {
  const postmaster = Number(readFileSync(`${data}/postgres/postmaster.pid`, 'utf8').split('\n')[0]);
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && parentOf(Number(name)) === postmaster,
  );
  return [postmaster, ...children.map(Number)];
}

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}

/** From the command to the first page answered, on a folder that has its database. */
async function start(data: string): Promise<{ service: Service; ms: number }> {
  const began = performance.now();
  const service = await startService({ HANDBELL_DATA: data });
  await (await fetch(`${service.origin}/sign-in`)).arrayBuffer();
  return { service, ms: performance.now() - began };
}

function report(what: string, value: string, limit: string, within: boolean): void {
  console.log(
    `${what.padEnd(44)} ${value.padStart(10)}   limit ${limit.padStart(8)}   ${within ? 'within' : 'OVER'}`,
  );
}

const data = temporaryFolder();
execFileSync(process.execPath, [HANDBELL, 'demo'], {
  env: { ...process.env, HANDBELL_DATA: data },
  stdio: 'ignore',
});

const times: number[] = [];
for (let round = 0; round < STARTS; round += 1) {
  const { service, ms } = await start(data);
  times.push(ms);
  await service.stop();
}
report(
  `cold start to first page, median of ${STARTS}`,
  `${Math.round(median(times))} ms`,
  `${START_LIMIT_MS} ms`,
  median(times) <= START_LIMIT_MS,
);

const { service } = await start(data);
for (const path of ['', '/agree', '/concern']) {
  const bytes = await firstVisit(service.origin, `/s/bellfield${path}`);
  report(`first visit of /s/bellfield${path}`, kB(bytes), kB(PAGE_LIMIT), bytes <= PAGE_LIMIT);
}
const own = memoryOf(service.process.pid ?? 0);
const database = databaseProcesses(data).reduce((sum, pid) => sum + memoryOf(pid), 0);
report(
  'memory of Handbell after start',
  `${own.toFixed(0)} MB`,
  `${MEMORY_LIMIT_MB.handbell} MB`,
  own <= MEMORY_LIMIT_MB.handbell,
);
report(
  'memory with its database',
  `${(own + database).toFixed(0)} MB`,
  `${MEMORY_LIMIT_MB.together} MB`,
  own + database <= MEMORY_LIMIT_MB.together,
);
await service.stop();
spawnSync('rm', ['-rf', data]);
