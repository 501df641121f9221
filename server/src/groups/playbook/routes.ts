import type { PublicPageProps } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import type { School } from '../../schools/store.ts';
import { cardPage, happenedPage, moderatorsPage, removalPage, setUpPage, wordsPage } from './pages.tsx';

const PAGES: readonly (readonly [path: string, page: (school: School) => PublicPageProps])[] = [
  ['/moderators', moderatorsPage],
  ['/moderators/happened', happenedPage],
  ['/moderators/words', wordsPage],
  ['/moderators/removal', removalPage],
  ['/moderators/set-up', setUpPage],
];

/** What every moderator may use, with or without a link of their own: the school learns nothing from it. */
export function playbookRoutes(routes: Routes): void {
  for (const [path, page] of PAGES) {
    routes.publicPage(path, {
      params: noParams,
      show: (context) => context.page(page(context.school)),
    });
  }
  routes.publicPage('/moderators/card', {
    params: noParams,
    show: async (context) => context.page(await cardPage(context)),
  });
}
