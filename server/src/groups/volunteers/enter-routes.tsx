import { z } from 'zod';
import { goWith, type PublicContext } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import type { Routes } from '../../edge/routes.ts';
import { linkUsed } from '../../platform/web/refusal.ts';
import { Button, Form } from '../../ui/index.ts';
import { linkOf, type OpenLink, SECRET } from './links.ts';
import type { VolunteerKind } from './rules.ts';
import { noSession, SPACES, sessionCookie } from './session.ts';

const params = z.object({ secret: z.string().regex(SECRET) });
type Params = z.output<typeof params>;

const NOT_GOOD = 'This link does not work any more: it was replaced by a newer one, or you stopped.';

const TITLES: Readonly<Record<VolunteerKind, string>> = {
  moderator: 'Your page as a moderator',
  pta: 'The PTA’s page',
};

async function theLink(
  { work, params: { secret } }: PublicContext<Params>,
  kind: VolunteerKind,
): Promise<OpenLink> {
  const link = await linkOf(work, secret);
  if (!link || link.kind !== kind) throw linkUsed(NOT_GOOD);
  return link;
}

/**
 * Declares the way in for one kind of volunteer. Opening the link shows a button, so that a mail program that looks at
 * links beforehand does not let itself in.
 */
function enterRoutes(routes: Routes, kind: VolunteerKind, path: string): void {
  const show = async (context: PublicContext<Params>) => {
    await theLink(context, kind);
    const {
      school,
      page,
      params: { secret },
      once,
    } = context;
    return page({
      title: TITLES[kind],
      children: (
        <>
          <h1>{TITLES[kind]}</h1>
          <p>
            This link is yours alone. It opens your page on this device for three months, without a password.
            Do not pass it on: the office can make others their own.
          </p>
          <Form action={`${schoolHref(school)}${path}/${secret}`} once={once}>
            <Button>Open my page</Button>
          </Form>
        </>
      ),
    });
  };
  routes.publicPage(`${path}/:secret`, { params, show });
  routes.publicAct(`${path}/:secret`, {
    params,
    limit: 'code-entry',
    form: z.object({}),
    repeatable: true,
    act: async (context) => {
      const link = await theLink(context, kind);
      return goWith([sessionCookie(context, link)], `${schoolHref(context.school)}${SPACES[kind]}`);
    },
    again: show,
  });
  routes.publicAct(`${SPACES[kind]}/leave`, {
    params: z.object({}),
    form: z.object({}),
    repeatable: true,
    act: (context) => goWith([noSession(context, kind)], schoolHref(context.school)),
    again: ({ page, school }) => page({ title: school.name, children: <p>You have left your page.</p> }),
  });
}

/** The ways into the volunteers' spaces. */
export function volunteerEnterRoutes(routes: Routes): void {
  enterRoutes(routes, 'moderator', '/moderators/enter');
  enterRoutes(routes, 'pta', '/pta/enter');
}

/** The address of a volunteer's own link. */
export function enterAddress(origin: string, slug: string, kind: VolunteerKind, secret: string): string {
  const path = kind === 'moderator' ? 'moderators' : 'pta';
  return `${origin}/s/${slug}/${path}/enter/${secret}`;
}
