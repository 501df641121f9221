// What the reader weighs in a page, without the tables of notices.
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';

const SOURCE = join(import.meta.dirname, '../src');
const NO_WORDS = `{ code: 'en', source: '', notices: [], tells: [], you: [], and: [], omitted: {}, attached: [],
  fileAttached: [], deleted: [], edited: [], calls: [], labels: {} }`;

/** A piece of a page's code. */
export interface Chunk {
  readonly name: string;
  /** The code itself, and not a table that it loads. */
  readonly isEntry: boolean;
  /** Bytes after packing. */
  readonly gzip: number;
  readonly brotli: number;
}

/**
 * Bundles some functions of the reader as a page would.
 * @param names what is imported, as written between braces
 */
export async function bundle(names: string): Promise<Chunk[]> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: SOURCE,
    plugins: [
      {
        name: 'weigh',
        resolveId: (id) => (id === 'weigh' ? '\0weigh' : null),
        load: (id) => {
          if (id === '\0weigh') return `export { ${names} } from '${SOURCE}/browser.ts';`;
          return id.endsWith('/languages/en.ts') ? `export const en = ${NO_WORDS};` : null;
        },
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      rollupOptions: { input: { weigh: 'weigh' }, preserveEntrySignatures: 'strict' },
    },
  });
  const outputs: readonly (Rollup.OutputChunk | Rollup.OutputAsset)[] = 'output' in built ? built.output : [];
  return outputs
    .flatMap((output) => (output.type === 'chunk' ? [output] : []))
    .map(({ name, isEntry, code }) => ({
      name,
      isEntry,
      gzip: gzipSync(code, { level: 9 }).length,
      brotli: brotliCompressSync(code).length,
    }));
}
