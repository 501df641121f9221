import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { WebApp } from './environment.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.bin': 'application/octet-stream',
  '.hbc': 'application/octet-stream',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
const COMPRESSIBLE = new Set(['.css', '.js', '.svg', '.webmanifest', '.bin', '.hbc']);

/** Above this, the best compression takes seconds of the first visitor's time for a hundredth less. */
const LARGE_BYTES = 256 * 1024;

interface Asset {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br?: Uint8Array<ArrayBuffer>;
  readonly gzip?: Uint8Array<ArrayBuffer>;
}

async function load(path: string): Promise<Asset> {
  const plain = new Uint8Array(readFileSync(path));
  const extension = extname(path);
  const type = TYPES[extension] ?? 'application/octet-stream';
  if (!COMPRESSIBLE.has(extension)) return { type, plain };
  const quality = plain.length > LARGE_BYTES ? 9 : constants.BROTLI_MAX_QUALITY;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(plain, { params }), promisify(gzip)(plain)]);
  return { type, plain, br: new Uint8Array(br), gzip: new Uint8Array(gz) };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * Serves the built assets under /assets/. Their names hold a hash of their content, so they may be kept for ever.
 * @param folder where the build put them
 */
export function serveAssets(app: WebApp, folder: string): void {
  const cache = new Map<string, Promise<Asset>>();
  app.get('/assets/:name', async (context, next) => {
    const name = context.req.param('name');
    const path = join(folder, name);
    if (!/^[A-Za-z0-9_.-]+$/.test(name) || name.startsWith('.') || !isFile(path)) return next();
    const loading = cache.get(name) ?? load(path);
    cache.set(name, loading);
    const asset = await loading;
    const accepted = context.req.header('accept-encoding') ?? '';
    const encoding = (['br', 'gzip'] as const).find((each) => asset[each] && accepted.includes(each));
    context.header('content-type', asset.type);
    context.header('cache-control', 'public, max-age=31536000, immutable');
    context.header('vary', 'accept-encoding');
    if (encoding) context.header('content-encoding', encoding);
    return context.body((encoding && asset[encoding]) ?? asset.plain);
  });
}

/**
 * Serves the service worker, whose address never changes: a browser asks for it again by itself and takes a new one.
 * @param file where the build put it; without a build there is none, and pages work without
 */
export function serveServiceWorker(app: WebApp, file: string): void {
  app.get('/service-worker.js', (context, next) => {
    if (!isFile(file)) return next();
    context.header('content-type', TYPES['.js']);
    context.header('cache-control', 'no-cache');
    return context.body(readFileSync(file));
  });
}
