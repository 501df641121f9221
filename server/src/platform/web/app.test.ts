import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ORIGIN, startTestHandbell, type TestHandbell, Visitor } from '../../../test/handbell.ts';
import { healthRoutes } from '../../edge/health.ts';
import { showError } from '../../edge/show-error.tsx';
import { connect } from '../database/connect.ts';
import { createLogger } from '../logging.ts';
import { createApp } from './app.ts';
import type { WebApp } from './environment.ts';
import { Refusal } from './refusal.ts';
import { ListenError, listen } from './serve.ts';

let handbell: TestHandbell;
beforeAll(async () => {
  handbell = await startTestHandbell();
});
afterAll(() => handbell.stop());

function emptyApp(origin = ORIGIN): WebApp {
  return createApp(origin, createLogger('silent'), showError);
}

async function get(app: WebApp, path: string, headers: HeadersInit = {}) {
  const response = await app.request(new URL(path, ORIGIN), { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('the answer to every request', () => {
  it('carries headers that let nothing from elsewhere in, and a nonce of its own', async () => {
    const [one, two] = [await get(emptyApp(), '/none'), await get(emptyApp(), '/none')];
    const policy = one.headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const nonce = /'nonce-([^']{16,})'/.exec(policy)?.[1];
    expect(nonce).toBeDefined();
    expect(two.headers.get('content-security-policy')).not.toContain(nonce);
    expect(Object.fromEntries(one.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(one.headers.has('x-powered-by')).toBe(false);
  });

  it('asks for https only where people use https', async () => {
    expect((await get(emptyApp(), '/none')).headers.has('strict-transport-security')).toBe(false);
    const secure = await get(emptyApp('https://policy.example.org'), '/none');
    expect(secure.headers.get('strict-transport-security')).toContain('max-age=31536000');
  });

  it('is packed when it is long', async () => {
    const app = emptyApp();
    app.get('/long', (web) => web.html('<p>words</p>'.repeat(500)));
    const { headers } = await get(app, '/long', { 'accept-encoding': 'gzip' });
    expect(headers.get('content-encoding')).toBe('gzip');
    expect(headers.get('vary')).toMatch(/accept-encoding/i);
  });
});

describe('a form from elsewhere', () => {
  it.each([
    ['another site', { origin: 'https://elsewhere.example.org' }],
    ['another site of the same name on another port', { origin: 'http://localhost:9999' }],
    ['a sandbox', { origin: 'null' }],
    ['nowhere', {}],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused when it comes from %s', async (_from, headers) => {
    const app = emptyApp();
    app.post('/x', (web) => web.text('taken'));
    const body = new URLSearchParams({ a: 'b' });
    const response = await app.request(new URL('/x', ORIGIN), {
      method: 'POST',
      headers: new Headers(headers as Record<string, string>),
      body,
    });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('This form did not come from one of our pages.');
  });

  it('is taken when it comes from one of our pages', async () => {
    const app = emptyApp();
    app.post('/x', (web) => web.text('taken'));
    const init = { method: 'POST', body: new URLSearchParams({ a: 'b' }) };
    expect((await app.request(new URL('/x', ORIGIN), { ...init, headers: { origin: ORIGIN } })).status).toBe(
      200,
    );
  });
});

describe('an error that nobody planned for', () => {
  const secret = 'Robin Example wrote this';

  it('is told without what it said, with a reference', async () => {
    const app = emptyApp();
    app.get('/fail', () => {
      throw Object.assign(new Error(secret), { detail: secret });
    });
    const { status, text } = await get(app, '/fail');
    expect(status).toBe(500);
    expect(text).toContain('Something went wrong on our side.');
    expect(text).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/);
    expect(text).not.toMatch(/Robin|Error|\.ts|node_modules/);
  });

  it('is told when what was thrown is no error at all', async () => {
    const app = emptyApp();
    app.get('/fail', () => Promise.reject(new Error('x', { cause: secret })));
    expect((await get(app, '/fail')).text).not.toContain('Robin');
  });

  it.each([
    ['53100', 503, 'The disk of this Handbell is full'],
    ['57P01', 503, 'cannot reach its records'],
    ['ECONNREFUSED', 503, 'cannot reach its records'],
    ['22P02', 500, 'Something went wrong'],
  ])('is told as what it is when the database says %s', async (code, status, told) => {
    const app = emptyApp();
    app.get('/fail', () => {
      throw new Error('query failed', { cause: Object.assign(new Error(secret), { code }) });
    });
    const page = await get(app, '/fail');
    expect(page.status).toBe(status);
    expect(page.text).toContain(told);
  });

  it('takes no request id from outside', async () => {
    const { text } = await get(emptyApp(), '/none', { 'x-request-id': 'chosen-by-me' });
    expect(text).not.toContain('chosen-by-me');
  });

  it('leaves a refusal as it is', async () => {
    const app = emptyApp();
    app.get('/refused', () => {
      throw new Refusal(409, 'Somebody was <first>.', 'Look again.');
    });
    const { status, text } = await get(app, '/refused');
    expect(status).toBe(409);
    expect(text).toContain('Somebody was &lt;first&gt;.');
    expect(text).toContain('Look again.');
  });
});

describe('a database that is away', () => {
  it('is told plainly, and the process still says that it lives', async () => {
    const database = connect('postgres://nobody@127.0.0.1:1/none', 2, () => undefined);
    const app = emptyApp();
    healthRoutes(app, database);
    app.get('/page', async () => {
      await database.transaction(async () => undefined);
      return new Response('');
    });
    const page = await get(app, '/page');
    expect(page.status).toBe(503);
    expect(page.text).toContain('Handbell cannot reach its records for a moment.');
    expect((await get(app, '/readyz')).status).toBe(503);
    expect((await get(app, '/healthz')).status).toBe(200);
    await database.end();
  });

  it('costs the request whose connection breaks, and no later one', async () => {
    const { database } = handbell.services;
    const app = emptyApp();
    app.get('/broken', async (web) => {
      await database.transaction((queries) =>
        queries.execute('select pg_terminate_backend(pg_backend_pid())'),
      );
      return web.text('not reached');
    });
    app.get('/page', async (web) => {
      const { rows } = await database.transaction((queries) => queries.execute('select 1 as one'));
      return web.json(rows);
    });
    for (let time = 0; time < 12; time += 1) {
      expect((await get(app, '/broken')).status).toBe(503);
      expect((await get(app, '/page')).text).toBe('[{"one":1}]');
    }
  });
});

describe('listening', () => {
  it('finishes a request in flight when it stops, and takes no new one', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const app = emptyApp();
    app.get('/slow', async (web) => {
      begin();
      await gate;
      return web.text('done');
    });
    const web = await listen(app, '127.0.0.1', 0);
    const address = `http://127.0.0.1:${web.port}/slow`;
    const request = fetch(address).then((response) => response.text());
    await begun;
    const stopping = web.stop();
    await expect(fetch(address)).rejects.toThrow('fetch failed');
    open();
    expect(await request).toBe('done');
    await stopping;
  });

  it('tells plainly that its port is taken or its address is not here', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = z.custom<AddressInfo>().parse(other.address());
    const taken = listen(emptyApp(), '127.0.0.1', port);
    await expect(taken).rejects.toThrow(ListenError);
    await expect(taken).rejects.toThrow(
      `Port ${port} is already in use. Stop the other program, or set HANDBELL_PORT to another port.`,
    );
    await expect(listen(emptyApp(), '203.0.113.1', 0)).rejects.toThrow(
      /cannot listen on 203\.0\.113\.1:0 \(EADDRNOTAVAIL\)/,
    );
    await new Promise((resolve) => other.close(resolve));
  });

  it('answers over a real connection with whole headers', async () => {
    const app = emptyApp();
    const web = await listen(app, '127.0.0.1', 0);
    const visitor = new Visitor('http://127.0.0.1', (path, init) =>
      fetch(`http://127.0.0.1:${web.port}${path}`, init),
    );
    const page = await visitor.get('/none');
    expect(page.status).toBe(404);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    await web.stop();
  });
});
