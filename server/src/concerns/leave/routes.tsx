import { raw } from 'hono/html';
import { noParams, type Routes } from '../../edge/routes.ts';
import { asset } from '../../ui/index.ts';

/** Where "Leave this page now" leads in the end: a page that says nothing about anything. */
const HARMLESS = 'https://www.bbc.co.uk/weather';

/** A page without a name on it, in the tab's history in place of a concern. */
function LeavePage() {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en-GB">
        <head>
          <meta charset="utf-8" />
          <title>Weather</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex, nofollow" />
          <noscript>
            <meta http-equiv="refresh" content={`0;url=${HARMLESS}`} />
          </noscript>
          <script src={asset('leave.js')} />
        </head>
        <body>
          <main>
            <h1>Weather</h1>
            <p>
              <a href={HARMLESS} rel="nofollow noreferrer">
                Go to the weather
              </a>
            </p>
          </main>
        </body>
      </html>
    </>
  );
}

/** The way out of a concern: what the browser kept of our pages is cleared, and the harmless page comes in their place. */
export function leaveRoutes(routes: Routes): void {
  routes.plainPage('/leave', {
    params: noParams,
    show: () => ({ kind: 'page', html: <LeavePage />, status: 200, keep: undefined, clearsCache: true }),
  });
}
