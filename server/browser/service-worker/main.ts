import { SHARED_CACHE, SHARED_PATH } from './shared-place.ts';
import { isKept, keptPages, ownCaches, shellName } from './shell.ts';

declare const self: ServiceWorkerGlobalScope;
/** The files of this build that the kept pages need, and a name that changes with any of them: set by the build. */
declare const SHELL: {
  readonly version: string;
  readonly check: readonly string[];
  readonly moderators: readonly string[];
};

const shell = SHELL;
const scope = new URL(self.registration.scope).pathname;
const name = shellName(scope, shell.version);
const files = scope.endsWith('/check') ? shell.check : shell.moderators;

async function keep(): Promise<void> {
  const cache = await caches.open(name);
  await cache.addAll([...keptPages(scope), ...files]);
  await self.skipWaiting();
}

async function forget(): Promise<void> {
  const old = ownCaches(await caches.keys(), scope).filter((each) => each !== name);
  await Promise.all(old.map((each) => caches.delete(each)));
  await self.clients.claim();
}

/** A page as it is now; without a connection, as it was kept. */
async function page(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(name);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(path, fresh.clone());
    return fresh;
  } catch (error) {
    const kept = await cache.match(path);
    if (kept) return kept;
    throw error;
  }
}

/** A built file never changes, so the kept one is as good as any. */
async function file(request: Request): Promise<Response> {
  const kept = await (await caches.open(name)).match(request.url);
  return kept ?? fetch(request);
}

/** A chat that was shared to the app: put aside on this device for the review page, which takes it once. */
async function takeShared(request: Request): Promise<Response> {
  const review = `${scope}/review`;
  const chat = (await request.formData()).get('chat');
  if (!(chat instanceof File)) return Response.redirect(review, 303);
  const headers = { 'content-type': chat.type, 'x-name': encodeURIComponent(chat.name) };
  const cache = await caches.open(SHARED_CACHE);
  await cache.put(SHARED_PATH, new Response(chat, { headers }));
  return Response.redirect(`${review}?shared`, 303);
}

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(forget()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === 'POST' && pathname === `${scope}/shared`) event.respondWith(takeShared(request));
  else if (request.method !== 'GET') return;
  else if (files.includes(pathname)) event.respondWith(file(request));
  else if (isKept(scope, pathname)) event.respondWith(page(request, pathname));
});
