import { SHARED_CACHE, SHARED_PATH } from '../../service-worker/shared-place.ts';

/** The name of a file as the service worker noted it. */
function nameOf(response: Response): string {
  return decodeURIComponent(response.headers.get('x-name') ?? '') || 'chat.txt';
}

const typeOf = (response: Response) => response.headers.get('content-type') ?? '';

/** Takes the chat that was shared to the installed app, once: it is not kept after that. */
export async function takeSharedFile(): Promise<File | undefined> {
  if (!('caches' in window) || !location.search.includes('shared')) return undefined;
  history.replaceState(null, '', location.pathname);
  const cache = await caches.open(SHARED_CACHE);
  const response = await cache.match(SHARED_PATH);
  const file = response && new File([await response.blob()], nameOf(response), { type: typeOf(response) });
  await caches.delete(SHARED_CACHE);
  return file;
}
