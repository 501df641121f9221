import type { WebContext } from '../platform/web/environment.ts';
import { notFound } from '../platform/web/refusal.ts';

/** A name of a school as it stands in addresses. */
const SLUG = /^[a-z0-9-]{2,60}$/;

/**
 * The name of the school in a request's address.
 * @throws Refusal 404 when no school can have it
 */
export function slugOf(web: WebContext): string {
  const slug = web.req.param('school') ?? '';
  if (!SLUG.test(slug)) throw notFound();
  return slug;
}
