import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { defineConfig, type Plugin } from 'vite';
import { iconSvg, maskableIconSvg } from './src/ui/mark-drawing.ts';
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

/** Makes the icons from the mark's one drawing: for the browser's tab, and for a phone's home screen. */
function icons(): Plugin {
  return {
    name: 'handbell-icons',
    apply: 'build',
    async buildStart() {
      const emit = (name: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', name, originalFileName: name, source });
      emit('handbell.svg', iconSvg());
      for (const size of [192, 512]) emit(`handbell-${size}.png`, await picture(iconSvg(), size));
      emit('handbell-maskable-512.png', await picture(maskableIconSvg(), 512));
    },
  };
}

function picture(svg: string, size: number): Promise<Uint8Array> {
  return sharp(Buffer.from(svg), { density: 72 * (size / 32) })
    .resize(size)
    .png({ palette: true })
    .toBuffer();
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
        .filter((file) => !/\.(?:test|d)\.ts$/.test(file))
        .map((file) => fileURLToPath(new URL(file, import.meta.url))),
      output: { format: 'es' },
    },
  },
});
