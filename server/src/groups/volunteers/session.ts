import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse } from 'hono/utils/cookie';
import { z } from 'zod';
import type { PublicContext } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { idSchema } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { type LinkId, linkById, type OpenLink } from './links.ts';
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

const ticketSchema = z.object({ link: idSchema<'volunteer-link'>(), until: z.coerce.number().int() });

function sign(work: Work, body: string): Buffer {
  return createHmac('sha256', work.keys.derive('volunteer session')).update(body).digest();
}

function ticketOf(work: Work, link: LinkId): string {
  const until = Math.floor(work.now.epochMilliseconds / 1000) + SECONDS;
  const body = `${link}.${until}`;
  return `${body}.${sign(work, body).toString('base64url')}`;
}

function linkIn(work: Work, ticket: string | undefined): LinkId | undefined {
  const [link, until, mac = ''] = (ticket ?? '').split('.');
  const given = Buffer.from(mac, 'base64url');
  const right = sign(work, `${link}.${until}`);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const read = ticketSchema.safeParse({ link, until });
  const inTime = read.success && read.data.until * 1000 > work.now.epochMilliseconds;
  return inTime ? read.data.link : undefined;
}

type Context = PublicContext<object>;

function cookie({ school, services }: Context, kind: VolunteerKind, value: string, seconds: number): string {
  const secure = services.origin.startsWith('https:') ? '; Secure' : '';
  const path = `${schoolHref(school)}${SPACES[kind]}`;
  return `${NAMES[kind]}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** The cookie that lets a volunteer into their space on this device. It is sent to the pages of that space alone. */
export function sessionCookie(context: Context, link: OpenLink): string {
  return cookie(context, link.kind, ticketOf(context.work, link.id), SECONDS);
}

/** The cookie that ends it. */
export function noSession(context: Context, kind: VolunteerKind): string {
  return cookie(context, kind, '', 0);
}

/** Who is in, on a page of a volunteers' space: undefined for anybody whose link does not work any more. */
export async function volunteerOf(context: Context, kind: VolunteerKind): Promise<OpenLink | undefined> {
  const ticket = parse(context.request.headers.get('cookie') ?? '')[NAMES[kind]];
  const id = linkIn(context.work, ticket);
  const link = id && (await linkById(context.work, id));
  return link && link.kind === kind ? link : undefined;
}
