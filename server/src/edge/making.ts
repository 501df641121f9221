import { getCookie } from 'hono/cookie';
import type { Services } from '../platform/services.ts';
import { callerOf } from '../platform/web/caller.ts';
import type { WebContext } from '../platform/web/environment.ts';
import { readFlash } from '../platform/web/flash.ts';
import { newOnceToken } from '../platform/web/once.ts';
import { notFound, Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { findSchool, type School } from '../schools/store.ts';
import { type FaceContext, type Go, go, type PlainContext, type StaffContext } from './contexts.ts';
import { deskPage, plainPage, publicPage } from './frames.tsx';
import { flashKey } from './send.tsx';
import { findAccount, findStaff, type Staff } from './staff.ts';

/** The cookie that remembers which school somebody with several works in now. */
export const SCHOOL_COOKIE = 'handbell_school';

/**
 * The member who asks, or where they must go first: to sign in, to set up the second step, to a school.
 * @throws Refusal 403 when their account belongs to no school any more
 */
export async function staffOf(services: Services, web: WebContext): Promise<Staff | Go> {
  const account = await findAccount(services, web.req.raw.headers);
  const next = web.req.method === 'GET' ? `?next=${encodeURIComponent(web.req.path)}` : '';
  if (!account) return go(`/sign-in${next}`);
  if (!account.secondStep) return go('/account/second-step');
  const staff = await findStaff(services, account, getCookie(web, SCHOOL_COOKIE));
  if (!staff)
    throw new Refusal(
      403,
      'Your account does not belong to a school here any more.',
      'Ask the Head Teacher or the school office to invite you again.',
    );
  return staff;
}

function commonOf<P>(services: Services, web: WebContext, params: P) {
  const query = web.req.query();
  return {
    services,
    params,
    once: newOnceToken(),
    flash: readFlash(web, flashKey(services)),
    request: {
      id: web.get('requestId'),
      path: web.req.path,
      headers: web.req.raw.headers,
      query,
      caller: callerOf(web, services.settings.HANDBELL_PROXIES),
    },
  };
}

/** What a public page of a school is made from. */
export function faceContextOf<P>(
  services: Services,
  web: WebContext,
  { school, params }: { readonly school: School; readonly params: P },
): FaceContext<P> {
  web.set('schoolName', school.name);
  const nonce = web.get('secureHeadersNonce') ?? '';
  return { ...commonOf(services, web, params), school, page: (props) => publicPage(school, nonce, props) };
}

/**
 * What a page of the desk is made from.
 * @throws Refusal 404 when there is no such school
 */
export async function staffContextOf<P>(
  services: Services,
  web: WebContext,
  { work, staff, params }: { readonly work: Work; readonly staff: Staff; readonly params: P },
): Promise<StaffContext<P>> {
  const school = await findSchool(work.queries, staff.school);
  if (!school) throw notFound();
  web.set('schoolName', school.name);
  const nonce = web.get('secureHeadersNonce') ?? '';
  const common = commonOf(services, web, params);
  return {
    ...common,
    work,
    school,
    staff,
    page: (props) => deskPage(school, staff, nonce, newOnceToken(), props),
  };
}

/** What a page that belongs to no school is made from. */
export async function plainContextOf<P>(
  services: Services,
  web: WebContext,
  params: P,
): Promise<PlainContext<P>> {
  const nonce = web.get('secureHeadersNonce') ?? '';
  const account = await findAccount(services, web.req.raw.headers);
  return { ...commonOf(services, web, params), account, page: (props) => plainPage(nonce, props) };
}
