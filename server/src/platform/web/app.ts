import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { requestId } from 'hono/request-id';
import type { Logger } from '../logging.ts';
import type { WebApp, WebContext, WebEnvironment } from './environment.ts';
import { framedPages, ownFormsOnly, securityHeaders } from './headers.ts';
import { Refusal } from './refusal.ts';

/** How an error is shown; the look is not the platform's business. */
export type ShowError = (context: WebContext, refusal: Refusal) => Response | Promise<Response>;

/** Errors that mean "the database is away for a moment". */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
]);

function codeOf(error: unknown): string {
  const inner = error instanceof Error && error.cause !== undefined ? codeOf(error.cause) : '';
  const own = error instanceof Error && 'code' in error ? String(error.code) : '';
  return own || inner;
}

/** What a person is told of an error that nobody planned for. */
function refusalFor(error: unknown, log: Logger, id: string): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof HTTPException && error.status === 403) {
    return new Refusal(
      403,
      'This form did not come from one of our pages.',
      'Open the page again and send the form from there. Nothing was saved.',
    );
  }
  log.error({ error, request: id }, 'request failed');
  if (codeOf(error) === '53100') {
    return new Refusal(
      503,
      'The disk of this Handbell is full, so nothing could be saved.',
      'Please tell the school office, and try again later. Nothing you sent was kept.',
    );
  }
  if (AWAY.has(codeOf(error))) {
    return new Refusal(
      503,
      'Handbell cannot reach its records for a moment.',
      'Wait a minute, then try again. Nothing you sent was saved.',
    );
  }
  return new Refusal(
    500,
    'Something went wrong on our side.',
    'Try again in a few minutes. If it stays, tell the school office. Nothing you sent was saved.',
  );
}

/** Where reporters go: their requests leave no line in the log. */
const REPORTERS = '/s/:school/concern';

/**
 * The empty web application: request ids, the log, security headers, CSRF, compression, error pages.
 * @param showError draws the page for a refusal
 */
export function createApp(origin: string, log: Logger, showError: ShowError): WebApp {
  const app = new Hono<WebEnvironment>();
  app.use(requestId({ headerName: '' }));
  app.use(async (context, next) => {
    const started = performance.now();
    await next();
    const ms = Math.round((performance.now() - started) * 10) / 10;
    const route = context.get('route') ?? 'none';
    // When somebody raised a concern is nobody's business but in the concern itself; a fault of ours is still told.
    if (route.startsWith(REPORTERS) && context.res.status < 500) return;
    log.info({
      request: context.get('requestId'),
      method: context.req.method,
      route,
      status: context.res.status,
      ms,
    });
  });
  app.use(framedPages);
  app.use(securityHeaders(origin));
  app.use(async (context, next) => {
    await next();
    // Pages hold people's matters: kept by nobody on the way unless a route says otherwise.
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
  });
  app.use(compress({ threshold: 1024 }));
  app.use(ownFormsOnly(origin));
  app.onError((error, context) => showError(context, refusalFor(error, log, context.get('requestId'))));
  app.notFound((context) =>
    showError(
      context,
      new Refusal(
        404,
        'There is nothing at this address.',
        'Check the address, or start again from the school’s page.',
      ),
    ),
  );
  return app;
}
