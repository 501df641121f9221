import { Hono } from 'hono';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { masterKey } from '../crypto/master-key.ts';
import type { WebEnvironment } from './environment.ts';
import { readFlash, sendFlash } from './flash.ts';

const KEY = masterKey(Buffer.alloc(32, 1).toString('base64url')).derive('flash cookie');
const OTHER = masterKey(Buffer.alloc(32, 2).toString('base64url')).derive('flash cookie');

function app(key = KEY, secure = true) {
  const web = new Hono<WebEnvironment>();
  web.post('/send', (context) => {
    sendFlash(context, key, context.req.query('to') ?? '', { code: 'BELL-1234', done: 'yes' }, secure);
    return context.text('');
  });
  web.get('*', (context) => context.json(readFlash(context, key)));
  return web;
}

async function noteFor(to: string, secure = true): Promise<string> {
  const sent = await app(KEY, secure).request(`/send?to=${encodeURIComponent(to)}`, { method: 'POST' });
  const [cookie = ''] = sent.headers.getSetCookie();
  return cookie;
}

async function read(path: string, cookie: string, key = KEY): Promise<unknown> {
  const response = await app(key).request(path, { headers: { cookie } });
  return response.json();
}

const pair = (cookie: string) => cookie.split(';')[0] ?? '';

describe('a note from one page to the next', () => {
  afterEach(() => vi.useRealTimers());

  it('arrives at its page, sealed on the way', async () => {
    const cookie = await noteFor('/s/oakfield/receipt');
    expect(cookie).not.toContain('BELL');
    expect(cookie).toMatch(/; Max-Age=600; Path=\/s\/oakfield\/receipt; HttpOnly; Secure; SameSite=Lax$/);
    expect(await read('/s/oakfield/receipt', pair(cookie))).toEqual({ code: 'BELL-1234', done: 'yes' });
    expect(await noteFor('/x', false)).not.toContain('Secure');
  });

  it('is for the address without its question', async () => {
    const cookie = await noteFor('/desk/mail?page=2#row');
    expect(cookie).toContain('Path=/desk/mail;');
    expect(await read('/desk/mail?page=3', pair(cookie))).toMatchObject({ done: 'yes' });
  });

  it('opens on no other page, not even below its own', async () => {
    const cookie = pair(await noteFor('/desk'));
    for (const path of ['/desk/mail', '/', '/desk/']) expect(await read(path, cookie)).toEqual({});
    const [, value] = cookie.split('=');
    const [name] = pair(await noteFor('/desk/mail')).split('=');
    expect(await read('/desk/mail', `${name}=${value}`)).toEqual({});
  });

  it('stands beside the note of a page above', async () => {
    const cookies = `${pair(await noteFor('/desk'))}; ${pair(await noteFor('/desk/mail'))}`;
    expect(await read('/desk/mail', cookies)).toMatchObject({ done: 'yes' });
    expect(await read('/desk', cookies)).toMatchObject({ done: 'yes' });
  });

  it('is nothing after ten minutes, also for a browser that kept it', async () => {
    const cookie = pair(await noteFor('/desk'));
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 599_000);
    expect(await read('/desk', cookie)).toMatchObject({ done: 'yes' });
    vi.setSystemTime(Date.now() + 2_000);
    expect(await read('/desk', cookie)).toEqual({});
  });

  it('is nothing when it was made up, altered, cut off or sealed by somebody else', async () => {
    const cookie = pair(await noteFor('/desk'));
    const [name, value = ''] = cookie.split('=');
    const swapped = value.startsWith('A', 20) ? 'B' : 'A';
    for (const wrong of ['', 'x', value.slice(0, -4), `${value.slice(0, 20)}${swapped}${value.slice(21)}`]) {
      expect(await read('/desk', `${name}=${wrong}`)).toEqual({});
    }
    expect(await read('/desk', cookie, OTHER)).toEqual({});
    expect(await read('/desk', '')).toEqual({});
  });
});
