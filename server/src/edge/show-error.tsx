import type { WebContext } from '../platform/web/environment.ts';
import type { Refusal } from '../platform/web/refusal.ts';
import { ErrorPage } from '../ui/index.ts';

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

/** The school's page for an address below it. Its own address, when nothing is there, is no way on. */
function homeOf(path: string): string | undefined {
  return /^(\/s\/[a-z0-9-]{2,60})\/./.exec(path)?.[1];
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
      wrote={refusal.wrote}
      reference={web.get('requestId')}
      schoolName={web.get('schoolName')}
      home={homeOf(web.req.path)}
    />,
    refusal.status,
  );
}
