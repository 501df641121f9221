import type { WebContext } from './environment.ts';

/**
 * The network address a request came from, for counting only; it is never stored or logged.
 * @param proxies how many trusted proxies stand in front: each adds one address at the end of X-Forwarded-For
 */
export function callerOf(context: WebContext, proxies: number): string {
  const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  if (proxies > 0 && forwarded.length >= proxies) return forwarded[forwarded.length - proxies] ?? '';
  return context.env?.incoming?.socket?.remoteAddress ?? '';
}
