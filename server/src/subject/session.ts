import { parse } from 'hono/utils/cookie';
import type { PublicContext } from '../edge/contexts.ts';
import { schoolHref } from '../edge/frames.tsx';
import { idSchema } from '../platform/ids.ts';
import { newTicket, readTicket } from '../platform/web/ticket.ts';
import { type Access, accessById } from './access.ts';

/** Long enough to write an answer in peace; a phone that others use too is out again the same day. */
const SECONDS = 8 * 3600;
const NAME = 'handbell_own';
const PURPOSE = 'own page session';

const accessId = idSchema<'subject-access'>();

type Context = PublicContext<object>;

/** Where the parent's own page lies. Nothing in the address says whose it is. */
export const ownHref = ({ school }: Pick<Context, 'school'>, path = ''): string =>
  `${schoolHref(school)}/mine${path}`;

function cookie(context: Context, value: string, seconds: number): string {
  const secure = context.services.origin.startsWith('https:') ? '; Secure' : '';
  return `${NAME}=${value}; Path=${ownHref(context)}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** The cookie that keeps a parent's page open on this device. */
export function sessionCookie(context: Context, { id }: Access): string {
  return cookie(context, newTicket(context.work, PURPOSE, id, SECONDS), SECONDS);
}

/** The cookie that closes it. */
export function noSession(context: Context): string {
  return cookie(context, '', 0);
}

/** Which page is open on this device; nothing once its way in was ended or is too old. */
export async function openAccess(context: Context): Promise<Access | undefined> {
  const ticket = parse(context.request.headers.get('cookie') ?? '')[NAME];
  const id = accessId.safeParse(readTicket(context.work, PURPOSE, ticket));
  return id.success ? await accessById(context.work, id.data) : undefined;
}
