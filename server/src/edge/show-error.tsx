import type { WebContext } from '../platform/web/environment.ts';
import type { Refusal } from '../platform/web/refusal.ts';
import { ErrorPage, type Way } from '../ui/index.ts';

const TITLES: Readonly<Partial<Record<number, string>>> = {
  403: 'You cannot open this page',
  404: 'We cannot find this page',
  409: 'Somebody else was here first',
  410: 'This link no longer works',
  413: 'That is too large',
  415: 'We could not read this file',
  429: 'Please wait a little',
  500: 'Something went wrong',
  503: 'This is not working at the moment',
};

/**
 * Where to start again: an error page has no rail. Somebody of the school finds back to their desk, anybody else to the page
 * of the school whose address it is below; that page itself, when nothing is there, is no way on.
 */
function wayFrom(path: string): Way | undefined {
  if (/^\/(desk|account)(\/|$)/.test(path)) return { href: '/desk', label: 'Go to your desk' };
  const home = /^(\/s\/[a-z0-9-]{2,60})\/./.exec(path)?.[1];
  return home === undefined ? undefined : { href: home, label: 'Go to the school’s page' };
}

/** The page for a refusal: what happened, what is safe, what to do next. */
export function showError(web: WebContext, refusal: Refusal): Response | Promise<Response> {
  const saved = web.req.method === 'GET' ? 'Nothing has changed.' : 'What you sent was not saved.';
  return web.html(
    <ErrorPage
      title={TITLES[refusal.status] ?? 'We could not do that'}
      happened={refusal.message}
      safe={saved}
      next={refusal.next}
      way={wayFrom(web.req.path)}
      wrote={refusal.wrote}
      reference={web.get('requestId')}
      schoolName={web.get('schoolName')}
    />,
    refusal.status,
  );
}
