import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import type { WebEnvironment } from './environment.ts';

/** What `securityHeaders` says of frames. */
const NO_FRAMES = "frame-ancestors 'none'";

/** Security headers of every answer. Nothing from elsewhere is ever loaded, nothing inline runs or styles. */
export function securityHeaders(origin: string): MiddlewareHandler<WebEnvironment> {
  const https = origin.startsWith('https:');
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", NONCE],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      // Rule 34: a page speaks to Handbell alone, and so to no service that generates text.
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    // "same-origin", not "no-referrer": browsers then still say where a form of ours came from, which CSRF needs.
    referrerPolicy: 'same-origin',
    strictTransportSecurity: https ? 'max-age=31536000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  });
}

/**
 * Lets the sites that a page names show it in a frame; all other pages stay in nobody's frame. It stands outside
 * `securityHeaders`, and changes what that has set.
 */
export const framedPages: MiddlewareHandler<WebEnvironment> = async (context, next) => {
  await next();
  const sites = context.get('framedBy') ?? [];
  if (sites.length === 0) return;
  const { headers } = context.res;
  const policy = headers.get('content-security-policy') ?? '';
  headers.set('content-security-policy', policy.replace(NO_FRAMES, `frame-ancestors ${sites.join(' ')}`));
  headers.delete('x-frame-options');
};

/**
 * Takes a form only from our own pages (the Origin or Sec-Fetch-Site header says so), or from the browser itself, as
 * when a phone shares a file to the installed app: no page can send "none".
 */
export function ownFormsOnly(origin: string): MiddlewareHandler<WebEnvironment> {
  const own = new URL(origin);
  return csrf({
    origin: (from, context) => from === own.origin || from === new URL(context.req.url).origin,
    secFetchSite: ['same-origin', 'none'],
  });
}
