/**
 * How soon the checking page answers a keystroke with the processor slowed sixfold, and whether reviewing an export of
 * 50,000 messages ever blocks its page. Run: node bench/conduct/pages.ts (after "npm run build").
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { HANDBELL, startService, temporaryFolder } from '../../tests/support/service.ts';
import { generate } from '../chat/generate.ts';

const ANSWER_LIMIT_MS = 50;
const BLOCK_LIMIT_MS = 50;
const SLOWDOWN = 6;
const MESSAGES = 50_000;
const TEXT = 'Mr Hanley is a useless waste of space and I told him so at the gate in front of everybody';

/** From each keystroke to the moment its answer is on the page. */
async function answerTimes(page: Page, address: string): Promise<readonly number[]> {
  await page.goto(address);
  await page.getByText('Your answer appears here').waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.evaluate(() => {
    const answer = document.querySelector('[data-answer]');
    const times: number[] = [];
    let since = 0;
    document.addEventListener(
      'input',
      () => {
        since = performance.now();
      },
      true,
    );
    new MutationObserver(() => {
      if (answer?.getAttribute('aria-busy') === 'false') times.push(performance.now() - since);
    }).observe(answer ?? document, { attributes: true, attributeFilter: ['aria-busy'] });
    Object.assign(window, { times });
  });
  await page.getByLabel('Your message').pressSequentially(TEXT, { delay: 120 });
  const times: unknown = await page.evaluate(() => Reflect.get(window, 'times'));
  return Array.isArray(times) ? times.map(Number) : [];
}

/**
 * Processor time of the page's own thread for each key typed, from the key to the answer and the drawing of both, in
 * milliseconds. Unlike the time on the clock it hardly minds what else the machine is doing.
 */
async function workPerKey(page: Page, address: string): Promise<number> {
  await page.goto(address);
  await page.getByText('Your answer appears here').waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const before = await worked();
  await page.getByLabel('Your message').pressSequentially(TEXT, { delay: 120 });
  return ((await worked()) - before) / TEXT.length;
}

/** The longest stretch that the page was blocked while an export was opened and reviewed, and how long it all took. */
async function review(
  page: Page,
  address: string,
  file: string,
): Promise<{ longest: number; seconds: number }> {
  await page.goto(address);
  await page.getByLabel('Open a chat export').waitFor();
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ entryTypes: ['longtask'] });
    Object.assign(window, { tasks });
  });
  const began = performance.now();
  await page.getByLabel('Open a chat export').setInputFiles(file);
  await page.getByLabel('How much of it?').selectOption('The whole chat');
  await page.getByRole('button', { name: 'Look through it' }).click();
  await page.getByText('messages were looked at').waitFor({ timeout: 120_000 });
  const seconds = (performance.now() - began) / 1000;
  const tasks: unknown = await page.evaluate(() => Reflect.get(window, 'tasks'));
  return { longest: Math.max(0, ...(Array.isArray(tasks) ? tasks.map(Number) : [])), seconds };
}

const data = temporaryFolder();
execFileSync(process.execPath, [HANDBELL, 'demo'], {
  env: { ...process.env, HANDBELL_DATA: data },
  stdio: 'ignore',
});
const service = await startService({ HANDBELL_DATA: data });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const school = `${service.origin}/s/bellfield`;

const times = (await answerTimes(await browser.newPage(), `${school}/check`)).toSorted((a, b) => a - b);
const at = (part: number) =>
  Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0);
console.log(
  `keystroke to answer, processor slowed ${SLOWDOWN} times: median ${at(0.5)} ms, 95 in 100 within ${at(0.95)} ms, longest ${at(1)} ms (${times.length} answers; limit ${ANSWER_LIMIT_MS} ms)`,
);

const work = await workPerKey(await browser.newPage(), `${school}/check`);
console.log(
  `processor time of the page for each key and its answer: ${work.toFixed(1)} ms, slowed ${SLOWDOWN} times ${(work * SLOWDOWN).toFixed(0)} ms (limit ${ANSWER_LIMIT_MS} ms)`,
);

const file = join(data, 'chat.txt');
generate(file, 'android', MESSAGES);
const { longest, seconds } = await review(await browser.newPage(), `${school}/moderators/review`, file);
console.log(
  `review of ${MESSAGES} messages: ${seconds.toFixed(1)} s, longest task of the page ${Math.round(longest)} ms (limit ${BLOCK_LIMIT_MS} ms)`,
);
await browser.close();
await service.stop();
spawnSync('rm', ['-rf', data]);
