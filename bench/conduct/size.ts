// node bench/conduct/size.ts: what the checker and its model weigh in a page, packed, beside the limit of 1.5 MB.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { MODEL_FILE } from '@handbell/conduct/node';
import { build, type Rollup } from 'vite';

const SOURCE = join(import.meta.dirname, '../../packages/conduct/src');
const LIMIT_KB = 1500;

const built = await build({
  configFile: false,
  logLevel: 'error',
  root: SOURCE,
  build: {
    write: false,
    modulePreload: false,
    rollupOptions: { input: join(SOURCE, 'index.ts'), preserveEntrySignatures: 'strict' },
  },
});
const outputs: readonly (Rollup.OutputChunk | Rollup.OutputAsset)[] = 'output' in built ? built.output : [];
const code = outputs.map((output) => (output.type === 'chunk' ? output.code : '')).join('\n');
const parts = { code: Buffer.from(code), model: readFileSync(MODEL_FILE) };

let gzip = 0;
let brotli = 0;
console.log('| what | gzip kB | brotli kB |\n|---|---:|---:|');
for (const [name, bytes] of Object.entries(parts)) {
  const zipped = gzipSync(bytes, { level: 9 }).length / 1000;
  const packed = brotliCompressSync(bytes).length / 1000;
  gzip += zipped;
  brotli += packed;
  console.log(`| ${name} | ${zipped.toFixed(1)} | ${packed.toFixed(1)} |`);
}
console.log(`| together (limit ${LIMIT_KB}) | ${gzip.toFixed(1)} | ${brotli.toFixed(1)} |`);
process.exitCode = gzip > LIMIT_KB ? 1 : 0;
