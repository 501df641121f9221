import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { dark, light, type Scheme } from './src/ui/palette.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const conditions = ['handbell:source', 'browser', 'import', 'module', 'default'];

/** Hands the palette to the style sheets as `@use 'palette:schemes'`, so that a colour is written in one place. */
const palette = {
  canonicalize: (url: string) => (url === 'palette:schemes' ? new URL(url) : null),
  load: () => ({
    contents: `$light: ${sassMap(light)};\n$dark: ${sassMap(dark)};\n`,
    syntax: 'scss' as const,
  }),
};

function sassMap(scheme: Scheme): string {
  return `(${Object.entries(scheme)
    .map(([name, value]) => `"${name}": ${value}`)
    .join(', ')})`;
}

/** Copies the icons under a hashed name, so that they can be cached for ever like everything else. */
function icons(): Plugin {
  return {
    name: 'handbell-icons',
    buildStart() {
      for (const file of globSync('browser/icons/*', { cwd: root })) {
        this.emitFile({
          type: 'asset',
          name: basename(file),
          originalFileName: file,
          source: readFileSync(new URL(file, import.meta.url)),
        });
      }
    },
  };
}

export default defineConfig({
  root,
  base: '/',
  publicDir: false,
  resolve: { conditions },
  plugins: [icons()],
  css: { preprocessorOptions: { scss: { importers: [palette] } } },
  worker: { format: 'es' },
  build: {
    outDir: 'public',
    emptyOutDir: true,
    assetsDir: 'assets',
    // An inlined icon would need a wider content security policy than the pages have.
    assetsInlineLimit: 0,
    manifest: 'assets/manifest.json',
    modulePreload: { polyfill: false },
    target: 'es2022',
    cssTarget: ['chrome87', 'firefox78', 'safari14'],
    rolldownOptions: {
      input: globSync(['browser/styles/[!_]*.scss', 'browser/islands/*.ts'], { cwd: root })
        .filter((file) => !file.endsWith('.test.ts'))
        .map((file) => fileURLToPath(new URL(file, import.meta.url))),
      output: { format: 'es' },
    },
  },
});
