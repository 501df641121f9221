import { download, go } from '../edge/contexts.ts';
import { noParams, type Routes } from '../edge/routes.ts';
import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import { type PolicyVersion, policyInForceOn } from '../policies/store.ts';
import { KEEP_SECONDS } from '../policies/text.tsx';
import { checkPage } from './check-page.tsx';
import { logPage } from './log-page.tsx';
import { moderatorsHref } from './moderator-frame.ts';
import { reviewPage } from './review-page.tsx';
import { sharedPage } from './shared-page.tsx';
import { toolsPage } from './tools-page.tsx';
import { webManifest } from './web-manifest.ts';

/** The version in force today, if there is one. */
function policyToday(work: Work): Promise<PolicyVersion | undefined> {
  return policyInForceOn(work, schoolDay(work.now));
}

/** What an installed app needs: its manifest, and an answer where a shared chat arrives without its service worker. */
function appRoutes(routes: Routes): void {
  routes.publicPage('/moderators/app.webmanifest', {
    params: noParams,
    show: ({ school }) =>
      download(
        new TextEncoder().encode(JSON.stringify(webManifest(school))),
        'application/manifest+json',
        'app.webmanifest',
        { inline: true, keep: KEEP_SECONDS },
      ),
  });
  routes.publicPage('/moderators/shared', {
    params: noParams,
    show: ({ school }) => go(`${moderatorsHref(school)}/review`),
  });
  routes.publicUnread('/moderators/shared', {
    params: noParams,
    show: ({ school, page }) => page({ ...sharedPage(school), keep: undefined }),
  });
}

/** The pages that look at words on the reader's own device. None of them takes a word. */
export function moderationRoutes(routes: Routes): void {
  routes.publicPage('/check', {
    params: noParams,
    show: async ({ work, school, page }) => page(checkPage(school, await policyToday(work))),
  });
  routes.publicPage('/moderators/tools', {
    params: noParams,
    show: ({ school, page }) => page(toolsPage(school)),
  });
  routes.publicPage('/moderators/review', {
    params: noParams,
    show: async ({ work, school, page }) => page(reviewPage(school, await policyToday(work))),
  });
  routes.publicPage('/moderators/log', {
    params: noParams,
    show: ({ school, page }) => page(logPage(school)),
  });
  appRoutes(routes);
}
