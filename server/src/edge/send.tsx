import { createHash } from 'node:crypto';
import { HtmlEscapedCallbackPhase, resolveCallback } from 'hono/utils/html';
import type { Services } from '../platform/services.ts';
import type { WebContext } from '../platform/web/environment.ts';
import { sendFlash } from '../platform/web/flash.ts';
import { type Packed, pack, packPadded, sendPacked } from '../platform/web/packed.ts';
import type { Page, Shown } from './contexts.ts';

/** The key that seals what one page sends on to the next. */
export function flashKey(services: Services): Buffer {
  return services.master.derive('flash cookie');
}

/** RFC 6266 with RFC 8187: a plain name for old browsers, the exact one for the others. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9._ -]/g, '_');
  const exact = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** A page's text, once every part of it that fetches something has answered. */
async function textOf({ html }: Pick<Page, 'html'>): Promise<string> {
  const drawn = await resolveCallback(await html, HtmlEscapedCallbackPhase.Stringify, false, {});
  return drawn.toString();
}

/** A page that is the same for everybody, with its tag. */
export interface Drawn {
  readonly text: Packed;
  readonly tag: string;
  readonly status: Page['status'];
}

/** Draws a page that is the same for everybody. */
export async function draw(page: Page): Promise<Drawn> {
  const plain = await textOf(page);
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { text: pack(plain), tag, status: page.status };
}

/**
 * Sends a page that is the same for everybody: a browser may keep it, but asks each time whether it is still current, so
 * that nobody reads yesterday's policy today. An unchanged page costs a few bytes.
 */
export function sendDrawn(web: WebContext, { text, tag, status }: Drawn): Response {
  web.header('cache-control', 'public, no-cache');
  // Weak: the same page, packed or not.
  web.header('etag', `W/${tag}`);
  if (web.req.header('if-none-match')?.includes(tag)) return web.body(null, 304);
  return sendPacked(web, text, status);
}

/** A page whose length is a multiple of so many bytes, uncompressed, so that it says nothing about what is on the page. */
async function sendPadded(web: WebContext, { html, status }: Page, step: number): Promise<Response> {
  const text = await textOf({ html });
  const size = Buffer.byteLength(text) + PADDING.length;
  web.header('cache-control', 'no-store, no-transform');
  return web.html(text + PADDING.replace('*', '*'.repeat(step - (size % step) + 1)), status);
}
const PADDING = '<!--*-->';

async function sendPage(web: WebContext, page: Page): Promise<Response> {
  if (page.framedBy) web.set('framedBy', page.framedBy);
  // Only the cache: storage holds the private log of whoever is a moderator too.
  if (page.clearsCache) web.header('clear-site-data', '"cache"');
  if (page.padTo !== undefined) return sendPadded(web, page, page.padTo);
  if (page.keep !== undefined) return sendDrawn(web, await draw(page));
  const text = await textOf(page);
  return sendPacked(web, page.padded ? packPadded(text) : pack(text), page.status);
}

/** Turns what a route decided to show into the answer on the wire. */
export function send(web: WebContext, services: Services, shown: Shown): Response | Promise<Response> {
  switch (shown.kind) {
    case 'go':
      for (const cookie of shown.cookies ?? []) web.header('set-cookie', cookie, { append: true });
      if (shown.flash) {
        sendFlash(web, flashKey(services), shown.to, shown.flash, services.origin.startsWith('https:'));
      }
      return web.redirect(shown.to, 303);
    case 'page':
      return sendPage(web, shown);
    case 'download':
      web.header('content-type', shown.type);
      web.header('content-disposition', disposition(shown.inline ? 'inline' : 'attachment', shown.name));
      if (shown.keep !== undefined) web.header('cache-control', `public, max-age=${shown.keep}`);
      return web.body(shown.bytes);
  }
}
