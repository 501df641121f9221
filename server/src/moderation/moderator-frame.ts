import type { PublicPageProps } from '../edge/contexts.ts';
import { schoolHref } from '../edge/frames.tsx';
import { KEEP_SECONDS } from '../policies/text.tsx';
import type { School } from '../schools/store.ts';

/** The address of the moderators' pages of a school. */
export function moderatorsHref(school: School): string {
  return `${schoolHref(school)}/moderators`;
}

/** What the moderators' pages share: they can be installed, and they work without a connection once they were open. */
export function moderatorPage(school: School, props: PublicPageProps): PublicPageProps {
  return {
    back: { href: moderatorsHref(school), label: 'For moderators' },
    ...props,
    keep: KEEP_SECONDS,
    scripts: ['offline.js', ...(props.scripts ?? [])],
    manifest: `${moderatorsHref(school)}/app.webmanifest`,
  };
}
