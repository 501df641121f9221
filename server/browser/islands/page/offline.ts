/**
 * Registers the service worker for pages of this school. Its reach is those pages and nothing else: the browser itself
 * keeps it away from the policy, concerns and the desk.
 * @param pages the first part of their addresses, below the school's
 */
export function keepPages(pages: 'check' | 'moderators'): void {
  const [, school] = /^(\/s\/[^/]+)\//.exec(location.pathname) ?? [];
  if (school === undefined || !('serviceWorker' in navigator)) return;
  const scope = `${school}/${pages}`;
  navigator.serviceWorker.register('/service-worker.js', { scope }).catch(() => {
    // Without it the pages work as long as there is a connection.
  });
}
