import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { iconSvg } from './src/ui/mark-drawing.ts';
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

/** Makes the icon from the mark's one drawing. */
function icon(): Plugin {
  return {
    name: 'handbell-icon',
    buildStart() {
      this.emitFile({
        type: 'asset',
        name: 'handbell.svg',
        originalFileName: 'handbell.svg',
        source: iconSvg(),
      });
    },
  };
}

export default defineConfig({
  root,
  base: '/',
  publicDir: false,
  resolve: { conditions },
  plugins: [icon()],
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
