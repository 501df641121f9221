import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebEnvironment } from './environment.ts';
import { serveAssets } from './static.ts';

const folder = mkdtempSync(join(tmpdir(), 'handbell-assets-'));
const STYLE = 'a { color: red }\n'.repeat(100);
const app = new Hono<WebEnvironment>();

beforeAll(() => {
  mkdirSync(join(folder, 'assets', 'inner'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'assets', 'style-1a2b.css'), STYLE);
  writeFileSync(join(folder, 'assets', 'picture-3c4d.png'), Buffer.alloc(100));
  writeFileSync(join(folder, 'assets', '.hidden'), 'secret');
  writeFileSync(join(folder, 'assets', 'inner', 'x.css'), 'secret');
  serveAssets(app, join(folder, 'assets'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function get(path: string, encoding?: string) {
  return app.request(path, encoding === undefined ? {} : { headers: { 'accept-encoding': encoding } });
}

describe('a built asset', () => {
  it('comes with its type, to be kept for ever', async () => {
    const response = await get('/assets/style-1a2b.css');
    expect(await response.text()).toBe(STYLE);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    expect(response.headers.has('content-encoding')).toBe(false);
  });

  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip, deflate', gunzipSync],
  ])('comes as %s to a browser that takes it', async (encoding, accepted, open) => {
    for (let time = 0; time < 2; time += 1) {
      const response = await get('/assets/style-1a2b.css', accepted);
      expect(response.headers.get('content-encoding')).toBe(encoding);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.length).toBeLessThan(STYLE.length / 4);
      expect(open(bytes).toString()).toBe(STYLE);
    }
  });

  it('is not packed again when it is a picture', async () => {
    const response = await get('/assets/picture-3c4d.png', 'gzip, br');
    expect(response.headers.has('content-encoding')).toBe(false);
    expect((await response.arrayBuffer()).byteLength).toBe(100);
  });

  it.each([
    '/assets/none.css',
    '/assets/',
    '/assets/inner',
    '/assets/inner/x.css',
    '/assets/inner%2Fx.css',
    '/assets/.hidden',
    '/assets/..%2Fsecret.txt',
    '/assets/..%5Csecret.txt',
    '/assets/%2e%2e%2fsecret.txt',
    '/assets/%2e%2e',
    '/assets/style-1a2b.css%00.png',
    '/assets/../secret.txt',
  ])('is not at %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('secret');
  });
});
