import { z } from 'zod';
import { go } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import type { Routes } from '../../edge/routes.ts';
import { classOfLink } from '../links/class-links.ts';
import { LINK_TOKEN } from '../links/way-in.ts';
import { nothingToSign, readPage } from './sign-pages.tsx';
import { versionToSign } from './sign-routes.tsx';

const token = z.string().regex(LINK_TOKEN);
/** The forms that a link leads to, with what it tells of whoever follows it. */
export const NEXT = z.enum(['name', 'talk', 'decline']);

const REPLACED =
  'The link you followed has been replaced by a newer one. You can read and agree here all the same.';

/** The link of a class: the same pages, with the class filled in. */
export function classLinkRoutes(routes: Routes): void {
  routes.publicPage('/agree/c/:token', {
    params: z.object({ token }),
    show: async ({ work, school, params, page }) => {
      const version = await versionToSign(work);
      if (!version) return page(nothingToSign(school));
      const found = await classOfLink(work, params.token);
      const base = `${schoolHref(school)}/agree`;
      return page(
        readPage(
          school,
          version,
          found ? { base: `${base}/c/${params.token}`, className: found.name } : { base, notice: REPLACED },
        ),
      );
    },
  });
  routes.publicPage('/agree/c/:token/:next', {
    params: z.object({ token, next: NEXT }),
    show: async ({ work, school, params }) => {
      const to = `${schoolHref(school)}/agree/${params.next}`;
      const found = await classOfLink(work, params.token);
      return found ? go(to, { way: `c-${params.token}`, childClass: found.name }) : go(to);
    },
  });
}
