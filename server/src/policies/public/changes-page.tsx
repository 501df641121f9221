import type { PublicPageProps } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import type { School } from '../../schools/store.ts';
import { formatShortDate } from '../../ui/index.ts';
import { Changes } from '../changes.tsx';
import { KEEP_SECONDS } from '../text.tsx';
import type { PolicyVersion } from '../version.ts';

/** What changed from one published version to the next, for everybody. */
export function changesPage(school: School, before: PolicyVersion, after: PolicyVersion): PublicPageProps {
  const base = `${schoolHref(school)}/policy`;
  return {
    title: `What changed in version ${after.number}`,
    keep: KEEP_SECONDS,
    back: { href: `${base}/${after.number}`, label: `Version ${after.number}` },
    children: (
      <>
        <h1>What changed in version {after.number}</h1>
        <p>
          Version {after.number} came into force on {formatShortDate(after.inForceFrom)}. This is how it
          differs from <a href={`${base}/${before.number}`}>version {before.number}</a>.
        </p>
        <p>
          {after.material
            ? 'The change matters to what people agreed to, so everybody is asked to agree again.'
            : 'The change does not touch what people agreed to. If you agreed before, your agreement stays good.'}
        </p>
        <Changes before={before.document} after={after.document} />
      </>
    ),
  };
}
