import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { iconSvg } from './mark-drawing.ts';
import { dark, light } from './palette.ts';

const sheets = new Map<string, string>();

// Built in memory from the sources, so that what is tested is never an older build.
beforeAll(async () => {
  const server = fileURLToPath(new URL('../..', import.meta.url));
  const result = await build({
    configFile: `${server}/vite.config.ts`,
    logLevel: 'silent',
    build: { write: false, emptyOutDir: false },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const output of outputs.flatMap((bundle) => ('output' in bundle ? bundle.output : []))) {
    const name = /([a-z]+)-[^/]+\.css$/.exec(output.fileName)?.[1];
    if (output.type === 'asset' && name !== undefined) sheets.set(name, String(output.source));
  }
});

function sheet(name: string): string {
  const css = sheets.get(name);
  if (css === undefined)
    throw new Error(`no style sheet "${name}" was built: ${[...sheets.keys()].join(', ')}`);
  return css;
}

describe('the style sheets', () => {
  it('keeps what a parent downloads small: at most 9 kB compressed', () => {
    const css = sheet('public');
    expect(gzipSync(css).length).toBeLessThanOrEqual(9 * 1024);
    expect(brotliCompressSync(css).length).toBeLessThanOrEqual(9 * 1024);
  });

  it.each(['public', 'desk'])('carries nothing of the government in %s, and no font to download', (name) => {
    expect(sheet(name)).not.toMatch(/gov\.uk|gds|transport|crown|@font-face|url\(/i);
  });

  it.each(['public', 'desk'])('shows no colour in %s that the palette does not have', (name) => {
    const known = new Set([...Object.values(light), ...Object.values(dark), '#000000', '#ffffff']);
    const shown = [...sheet(name).matchAll(/#([0-9a-f]{6}|[0-9a-f]{3})(?=[;,)} !])/gi)]
      .map(([colour]) => colour.toLowerCase())
      .map((colour) => (colour.length === 4 ? colour.replaceAll(/[0-9a-f]/g, '$&$&') : colour));
    expect(shown.length).toBeGreaterThan(50);
    expect(shown.filter((colour) => !known.has(colour))).toEqual([]);
  });

  it.each(['public', 'desk'])(
    'answers to dark schemes, forced colours, reduced motion and print in %s',
    (name) => {
      expect(sheet(name)).toMatch(/@media screen and \(prefers-color-scheme:\s?dark\)/);
      expect(sheet(name)).toMatch(/forced-colors:\s?active/);
      expect(sheet(name)).toMatch(/@media print/);
      const moving = sheet(name).replaceAll(
        /@media \(prefers-reduced-motion:\s?no-preference\)\s?\{[^{}]*\{[^{}]*\}\s?\}/g,
        '',
      );
      expect(moving).not.toMatch(/(?:transition|animation)(?:-[a-z]+)?:/);
    },
  );
});

describe('the icon', () => {
  it('is one small drawing without anything that runs', () => {
    expect(iconSvg().length).toBeLessThan(1024);
    expect(iconSvg()).not.toMatch(/script|href|style=|on[a-z]+=/);
  });
});
