// node bench/chat/size.ts: what the reader weighs in a page, packed, beside the limit of 25 kB, without the tables of
// notices, and each language's table by itself.
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';

const SOURCE = join(import.meta.dirname, '../../packages/chat/src');
const LIMIT_KB = 25;
const USES = [
  'readExport',
  'readExportFrom',
  'readExportStream',
  'readExportFrom, makeExcerpt, verifyExcerpt',
  'readExport, readExportFrom, readExportStream, makeExcerpt, verifyExcerpt, verifyExcerptAgainst',
];
const NO_WORDS = `{ code: 'en', source: '', notices: [], tells: [], you: [], and: [], omitted: {}, attached: [],
  fileAttached: [], deleted: [], edited: [], calls: [], labels: {} }`;

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

async function chunksOf(names: string): Promise<Rollup.OutputChunk[]> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: SOURCE,
    plugins: [
      {
        name: 'bench',
        resolveId: (id) => (id === 'bench' ? '\0bench' : null),
        load: (id) => {
          if (id === '\0bench') return `export { ${names} } from '${SOURCE}/browser.ts';`;
          return id.endsWith('/languages/en.ts') ? `export const en = ${NO_WORDS};` : null;
        },
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      rollupOptions: { input: { bench: 'bench' }, preserveEntrySignatures: 'strict' },
    },
  });
  const outputs: readonly (Rollup.OutputChunk | Rollup.OutputAsset)[] = 'output' in built ? built.output : [];
  return outputs.flatMap((output) => (output.type === 'chunk' ? [output] : []));
}

console.log('| what | gzip kB | brotli kB |\n|---|---:|---:|');
for (const names of USES) {
  const chunks = await chunksOf(names);
  for (const chunk of chunks) {
    if (!chunk.isEntry && names !== 'readExportFrom') continue;
    const gzip = gzipSync(chunk.code, { level: 9 }).length;
    const brotli = brotliCompressSync(chunk.code).length;
    const what = chunk.isEntry ? `\`${names}\` (limit ${LIMIT_KB})` : `table \`${chunk.name}\``;
    console.log(`| ${what} | ${kilobytes(gzip)} | ${kilobytes(brotli)} |`);
  }
}
