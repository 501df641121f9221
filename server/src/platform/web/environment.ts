import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';

/** What travels with a request through Hono. */
export interface WebEnvironment {
  Bindings: HttpBindings;
  Variables: {
    requestId: string;
    /** The nonce of this response's content security policy. */
    secureHeadersNonce?: string;
    /** The pattern of the route that answered, for the log: never the address itself, which may hold a code. */
    route?: string;
    /** The sites, as origins, that may show this page in a frame. */
    framedBy?: readonly string[];
    /** The name of the school whose page this is, for error pages. */
    schoolName?: string;
  };
}

export type WebApp = Hono<WebEnvironment>;
export type WebContext = Context<WebEnvironment>;
