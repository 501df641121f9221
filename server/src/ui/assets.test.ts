import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AssetMissing, createAssets } from './assets.ts';

let folder: string;
let manifest: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handbell-assets-'));
  manifest = join(folder, 'manifest.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(content: unknown): void {
  writeFileSync(manifest, JSON.stringify(content));
}

describe('assets', () => {
  it('gives the hashed address of a style sheet, a script and an icon by its plain name', () => {
    write({
      'browser/styles/public.scss': {
        file: 'assets/public-a1.css',
        src: 'browser/styles/public.scss',
        isEntry: true,
      },
      'browser/islands/reader.ts': {
        file: 'assets/reader-b2.js',
        src: 'browser/islands/reader.ts',
        isEntry: true,
        imports: ['_shared-c3.js'],
      },
      '_shared-c3.js': { file: 'assets/shared-c3.js' },
      'handbell.svg': { file: 'assets/handbell-d4.svg', src: 'handbell.svg' },
    });
    const asset = createAssets(manifest, '/base/');
    expect(['public.css', 'reader.js', 'handbell.svg'].map(asset)).toEqual([
      '/base/assets/public-a1.css',
      '/base/assets/reader-b2.js',
      '/base/assets/handbell-d4.svg',
    ]);
    expect(() => asset('_shared-c3.js')).toThrow(AssetMissing);
  });

  it('reads nothing before it is asked, and says what to run when nothing is built', () => {
    const asset = createAssets(manifest);
    expect(() => asset('public.css')).toThrow(
      /are not built: .*manifest\.json is not there\. Run "npm run build"/,
    );
    write({ 'public.scss': { file: 'assets/public.css' } });
    expect(asset('public.css')).toBe('/assets/public.css');
  });

  it('names what there is when one file is missing', () => {
    write({ 'a.scss': { file: 'assets/a.css' } });
    expect(() => createAssets(manifest)('b.css')).toThrow('The browser build has no "b.css". It has: a.css.');
  });

  it('refuses a manifest of another shape', () => {
    write({ 'a.scss': 'assets/a.css' });
    expect(() => createAssets(manifest)('a.css')).toThrow();
  });
});
