import type { Page, PublicContext, PublicPageProps } from '../edge/contexts.ts';

/** Where "Leave this page now" goes: a page that says nothing about anything. */
const QUICK_EXIT = 'https://www.bbc.co.uk/weather';

/** A page somebody may be watched on: with a way to leave it quickly, and out of the tab's history where scripts run. */
export function quietPage(context: PublicContext<object>, props: Omit<PublicPageProps, 'quickExit'>): Page {
  const scripts = ['quick-exit.js', ...(props.scripts ?? [])];
  return context.page({ ...props, scripts, quickExit: QUICK_EXIT });
}
