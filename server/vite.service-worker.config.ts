// Builds the service worker, after the rest: it has to know the names of the files that it keeps.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { createAssets } from './src/ui/assets.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const folder = join(root, 'public/assets');
const built = readdirSync(folder).filter((name) => name !== 'manifest.json');
const asset = createAssets();

/** The files of a page's entries and all that they name, workers and what those load among it. */
function filesOf(entries: readonly string[]): readonly string[] {
  const needed = new Set<string>();
  const add = (name: string) => {
    if (needed.has(name)) return;
    needed.add(name);
    if (!/\.(?:js|css)$/.test(name)) return;
    const text = readFileSync(join(folder, name), 'utf8');
    for (const other of built) if (text.includes(other)) add(other);
  };
  for (const entry of entries) add(asset(entry).slice('/assets/'.length));
  return [...needed].sort().map((name) => `/assets/${name}`);
}

const check = filesOf(['public.css', 'handbell.svg', 'message-check.js']);
const moderators = filesOf([
  'public.css',
  'handbell.svg',
  'offline.js',
  'share-words.js',
  'moderator-review.js',
  'moderator-log.js',
]);
const version = createHash('sha256')
  .update([...check, ...moderators].join())
  .digest('hex')
  .slice(0, 16);

export default defineConfig({
  root,
  publicDir: false,
  define: { SHELL: JSON.stringify({ version, check, moderators }) },
  build: {
    outDir: 'public',
    emptyOutDir: false,
    target: 'es2022',
    rolldownOptions: {
      input: join(root, 'browser/service-worker/main.ts'),
      output: { format: 'iife', entryFileNames: 'service-worker.js' },
    },
  },
});
