// node bench/chat/browser.ts [folder with android-<messages>.txt]: opening a long export on the page of a concern. Shows
// how long the page's own thread was held up from the choice of the file on, beside the limit of 50 ms, and how many steps
// of progress were shown: medians of several openings.
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { generate } from './generate.ts';

const SIZES = [50_000, 100_000];
const LIMIT_MS = 50;
const OPENINGS = 5;
const ISLANDS = join(import.meta.dirname, '../../server/browser/islands/export-reader');
const PAGE = `<!doctype html><meta charset="utf-8"><title>Bench</title>
<form><div id="reader"><input type="hidden" name="excerpt"></div></form>
<script>
  window.longTasks = [];
  window.steps = new Set();
  addEventListener('change', () => { window.longTasks.length = 0; }, true);
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.longTasks.push(Math.round(task.duration));
  }).observe({ type: 'longtask' });
  new MutationObserver(() => {
    const words = document.querySelector('[role=status]')?.textContent ?? '';
    if (words.startsWith('Reading')) window.steps.add(words);
  }).observe(document, { subtree: true, childList: true, characterData: true });
</script><script type="module" src="/bench.js"></script>`;

const out = mkdtempSync(join(tmpdir(), 'handbell-browser-'));
const folder = process.argv[2] ?? out;
const entry = '\0bench';
await build({
  configFile: false,
  logLevel: 'error',
  root: ISLANDS,
  worker: { format: 'es' },
  resolve: { conditions: ['handbell:source', 'module', 'browser'] },
  plugins: [
    {
      name: 'bench',
      resolveId: (id) => (id === 'bench' ? entry : null),
      load: (id) =>
        id === entry
          ? `import { startReader } from '${ISLANDS}/reader.ts'; startReader(document.querySelector('#reader'));`
          : null,
    },
  ],
  build: {
    outDir: out,
    rollupOptions: { input: { bench: 'bench' }, output: { entryFileNames: '[name].js' } },
  },
});

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});

async function open(
  file: string,
  messages: number,
): Promise<{ opened: number; longest: number; steps: number }> {
  const page = await browser.newPage();
  await page.route('http://bench.example/**', (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') return route.fulfill({ contentType: 'text/html', body: PAGE });
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(out, path), 'utf8') });
  });
  await page.goto('http://bench.example/');
  const start = performance.now();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText(`${messages} messages`).waitFor();
  const opened = Math.round(performance.now() - start);
  const blocks = await page.evaluate<number[]>('window.longTasks');
  const steps = await page.evaluate<number>('window.steps.size');
  await page.close();
  return { opened, longest: Math.max(0, ...blocks), steps };
}

console.log(
  '| messages | opened after ms | longest block ms (limit 50) | steps of progress |\n|---:|---:|---:|---:|',
);
for (const messages of SIZES) {
  const file = join(folder, `android-${messages}.txt`);
  if (!existsSync(file)) generate(file, 'android', messages);
  const seen: { opened: number; longest: number; steps: number }[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) seen.push(await open(file, messages));
  const median = (of: (one: (typeof seen)[number]) => number) =>
    seen.map(of).toSorted((a, b) => a - b)[OPENINGS >> 1] ?? 0;
  const longest = median((one) => one.longest);
  const verdict = longest > LIMIT_MS ? ' (over)' : '';
  console.log(
    `| ${messages} | ${median((one) => one.opened)} | ${longest}${verdict} | ${median((one) => one.steps)} |`,
  );
}
await browser.close();
