// How many concerns a second can be kept: committed to the disk, sealed and in the audit record, on the embedded database.
// They come while a child is said to be in danger, so each also alerts the safeguarding lead and nothing slows a flood.
// Then every one must be there, once. Processor time is counted beside the clock, since it says the same on a busy machine.
// Run with "npm run bench:concerns".
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { ANSWERS } from '../server/test/concerns.ts';
import { HANDBELL, type Service, startService, temporaryFolder } from '../tests/support/service.ts';
import { perCpuSecond } from './cpu.ts';
import { auditEntries, quantile, report } from './report.ts';

const CONCERNS = Number(process.env.CONCERNS ?? 1500);
const AT_ONCE = 24;
const A_SECOND = 300;
const CORES = 2;
const SEND = '/s/bellfield/concern/send';

const data = temporaryFolder();
// Each reporter comes from an address of their own, as a proxy in front would say.
const settings = { HANDBELL_DATA: data, HANDBELL_PROXIES: '1' };

/** A filled-in form with a token of its own. */
function formOf(at: number): URLSearchParams {
  const form = new URLSearchParams({
    danger: 'yes',
    'when-year': '2026',
    once: `concern${at}`.padEnd(22, 'x'),
  });
  for (const [name, value] of Object.entries(ANSWERS)) {
    if (form.has(name)) continue;
    for (const each of typeof value === 'string' ? [value] : value) form.append(name, each);
  }
  return form;
}

async function send({ origin }: Service, at: number): Promise<number> {
  const response = await fetch(new URL(SEND, origin), {
    method: 'POST',
    body: formOf(at),
    redirect: 'manual',
    headers: { origin, 'x-forwarded-for': `10.${at % 250}.${Math.floor(at / 250) % 250}.1` },
  });
  await response.arrayBuffer();
  return response.status;
}

/** Sends all of them, so many at once. Gives how many were taken. */
async function flood(service: Service): Promise<number> {
  const times: number[] = [];
  const others: number[] = [];
  let next = 0;
  const began = performance.now();
  const sender = async () => {
    for (let at = next++; at < CONCERNS; at = next++) {
      const start = performance.now();
      const status = await send(service, at);
      times.push(performance.now() - start);
      if (status !== 303) others.push(status);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  const rate = (CONCERNS * 1000) / (performance.now() - began);
  report(`concerns a second, ${AT_ONCE} at once`, rate.toFixed(0), `${A_SECOND}`, rate >= A_SECOND);
  report('a concern, median', `${quantile(times, 0.5).toFixed(1)} ms`);
  report('a concern, p99', `${quantile(times, 0.99).toFixed(1)} ms`);
  report('concerns that were not taken', String(others.length), '0', others.length === 0);
  if (others.length > 0) console.log(`  ${[...new Set(others)].join(', ')}`);
  return CONCERNS - others.length;
}

try {
  execFileSync(process.execPath, [HANDBELL, 'demo'], {
    env: { ...process.env, ...settings },
    stdio: 'ignore',
  });
  const before = auditEntries(settings);
  const service = await startService(settings);
  console.log(`load of the machine before: ${loadavg()[0]?.toFixed(1)}`);
  let taken = 0;
  const aCore = await perCpuSecond(service, async () => {
    taken = await flood(service);
    return taken;
  });
  const enough = A_SECOND / CORES;
  report('concerns a second of one core', aCore.toFixed(0), `${enough}`, aCore >= enough);
  await service.stop();
  // Each is one entry of the record, and its alert another.
  const kept = auditEntries(settings) - before;
  report('entries of the audit record for them', `${kept}`, `≥ ${taken}`, kept >= taken);
} finally {
  rmSync(data, { recursive: true, force: true });
}
