// What telling the school costs a parent on an old phone with a bad line: each page from the first to the receipt, in
// Chromium as a phone of 360 pixels, with slow 4G and a processor six times slower. Run with "npm run bench:reporter".
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { chromium, type Page } from '@playwright/test';
import { HANDBELL, startService, temporaryFolder } from '../tests/support/service.ts';
import { quantile, report } from './report.ts';

/** Slow 4G as Chromium's own tools have it: 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};
const SLOWER = 6;
const FIRST_LIMIT = 30 * 1024;
const SCHOOL = '/s/bellfield/concern';

/** One page of the way: what is chosen or written on it. */
type Step = (page: Page) => Promise<void>;

const choose =
  (label: string): Step =>
  (page) =>
    page.getByLabel(label, { exact: true }).first().check();

const STEPS: readonly Step[] = [
  choose('No'),
  choose('Without my name'),
  choose('Words that somebody wrote or said'),
  choose('A parent or carer'),
  choose('Me, or my own child'),
  choose('Messages sent straight to somebody'),
  async () => undefined,
  (page) => page.getByLabel('In your own words').fill('He wrote that he would wait for me at the gate.'),
  async () => undefined,
  choose('Me'),
  choose('No'),
  async () => undefined,
  async () => undefined,
];

const data = temporaryFolder();
try {
  execFileSync(process.execPath, [HANDBELL, 'demo'], {
    env: { ...process.env, HANDBELL_DATA: data },
    stdio: 'ignore',
  });
  const service = await startService({ HANDBELL_DATA: data });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  let bytes = 0;
  session.on('Network.loadingFinished', (event) => {
    bytes += event.encodedDataLength;
  });

  console.log(`load of the machine before: ${loadavg()[0]?.toFixed(1)}`);
  const times: number[] = [];
  const timed = async (go: () => Promise<unknown>) => {
    const began = performance.now();
    await go();
    await page.waitForLoadState('load');
    times.push(performance.now() - began);
  };
  await timed(() => page.goto(service.origin + SCHOOL));
  report('the first page, from tap to loaded', `${(times[0] ?? 0).toFixed(0)} ms`);
  report('the first page, bytes', `${(bytes / 1024).toFixed(1)} kB`, '30 kB', bytes <= FIRST_LIMIT);
  for (const step of STEPS) {
    await step(page);
    await timed(() => page.getByRole('button', { name: 'Continue' }).click());
  }
  await timed(() => page.getByRole('button', { name: 'Send to the school' }).click());
  await page.getByRole('heading', { name: 'The school has your concern' }).waitFor();
  report('pages until the receipt', String(times.length));
  report('a page, median', `${quantile(times.slice(1), 0.5).toFixed(0)} ms`);
  report('the slowest page', `${Math.max(...times).toFixed(0)} ms`);
  const all = times.reduce((sum, each) => sum + each, 0);
  report('waiting on the whole way', `${(all / 1000).toFixed(1)} s`);
  report('bytes of the whole way', `${(bytes / 1024).toFixed(1)} kB`);
  await browser.close();
  await service.stop();
} finally {
  rmSync(data, { recursive: true, force: true });
}
