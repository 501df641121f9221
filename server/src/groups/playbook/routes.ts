import type { PublicPageProps } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { moderatorPage } from '../../moderation/moderator-frame.ts';
import type { School } from '../../schools/store.ts';
import { cardPage, happenedPage, moderatorsPage, removalPage, setUpPage, wordsPage } from './pages.tsx';

const PAGES: readonly (readonly [path: string, page: (school: School) => PublicPageProps])[] = [
  ['/moderators', moderatorsPage],
  ['/moderators/happened', happenedPage],
  ['/moderators/words', wordsPage],
  ['/moderators/removal', removalPage],
  ['/moderators/set-up', setUpPage],
];

/** These pages are the same for everybody: a phone may keep them, and their words can be copied and shared. */
function toKeep(school: School, props: PublicPageProps): PublicPageProps {
  return moderatorPage(school, { ...props, scripts: ['share-words.js'] });
}

/** What every moderator may use, with or without a link of their own: the school learns nothing from it. */
export function playbookRoutes(routes: Routes): void {
  for (const [path, page] of PAGES) {
    routes.publicPage(path, {
      params: noParams,
      show: (context) => context.page(toKeep(context.school, page(context.school))),
    });
  }
  routes.publicPage('/moderators/card', {
    params: noParams,
    show: async (context) => context.page(toKeep(context.school, await cardPage(context))),
  });
}
