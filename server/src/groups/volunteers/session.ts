import { parse } from 'hono/utils/cookie';
import type { PublicContext } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { idSchema } from '../../platform/ids.ts';
import { newTicket, readTicket } from '../../platform/web/ticket.ts';
import { linkById, type OpenLink } from './links.ts';
import type { VolunteerKind } from './rules.ts';

/** A phone in a pocket stays in for a term; a stopped link ends it at once. */
const DAYS = 90;
const SECONDS = DAYS * 86_400;

const NAMES: Readonly<Record<VolunteerKind, string>> = {
  moderator: 'handbell_moderator',
  pta: 'handbell_pta',
};

/** Where each kind of volunteer has their space, below the school's own address. */
export const SPACES: Readonly<Record<VolunteerKind, string>> = {
  moderator: '/moderators/mine',
  pta: '/pta/mine',
};

const PURPOSE = 'volunteer session';
const linkId = idSchema<'volunteer-link'>();

type Context = PublicContext<object>;

function cookie({ school, services }: Context, kind: VolunteerKind, value: string, seconds: number): string {
  const secure = services.origin.startsWith('https:') ? '; Secure' : '';
  const path = `${schoolHref(school)}${SPACES[kind]}`;
  return `${NAMES[kind]}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** The cookie that lets a volunteer into their space on this device. It is sent to the pages of that space alone. */
export function sessionCookie(context: Context, link: OpenLink): string {
  return cookie(context, link.kind, newTicket(context.work, PURPOSE, link.id, SECONDS), SECONDS);
}

/** The cookie that ends it. */
export function noSession(context: Context, kind: VolunteerKind): string {
  return cookie(context, kind, '', 0);
}

/** Who is in, on a page of a volunteers' space: undefined for anybody whose link does not work any more. */
export async function volunteerOf(context: Context, kind: VolunteerKind): Promise<OpenLink | undefined> {
  const ticket = parse(context.request.headers.get('cookie') ?? '')[NAMES[kind]];
  const id = linkId.safeParse(readTicket(context.work, PURPOSE, ticket));
  const link = id.success ? await linkById(context.work, id.data) : undefined;
  return link && link.kind === kind ? link : undefined;
}
