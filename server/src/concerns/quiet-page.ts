import type { Page, PublicContext, PublicPageProps } from '../edge/contexts.ts';

/** Where "Leave this page now" goes: a page in whose place a harmless one comes at once. */
const QUICK_EXIT = '/leave';

/** A page somebody may be watched on: with a way to leave it quickly, and out of the tab's history where scripts run. */
export function quietPage(context: PublicContext<object>, props: Omit<PublicPageProps, 'quickExit'>): Page {
  return context.page({ ...props, first: ['quick-exit.js'], quickExit: QUICK_EXIT });
}
