import type { Page, PublicContext, PublicPageProps } from '../edge/contexts.ts';

/** Where "Leave this page now" goes: a page in whose place a harmless one comes at once. */
const QUICK_EXIT = '/leave';

/**
 * A page somebody may be watched on: with a way to leave it quickly, and out of the tab's history where scripts run. An
 * onlooker of the network learns little from its length, and where scripts run not from that of its forms either.
 */
export function quietPage(context: PublicContext<object>, props: Omit<PublicPageProps, 'quickExit'>): Page {
  const scripts = [...(props.scripts ?? []), 'pad-forms.js'];
  const page = context.page({ ...props, scripts, first: ['quick-exit.js'], quickExit: QUICK_EXIT });
  return { ...page, padded: true };
}
