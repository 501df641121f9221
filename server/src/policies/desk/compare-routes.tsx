import type { Page, StaffContext } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { EmptyState } from '../../ui/index.ts';
import { Changes } from '../changes.tsx';
import { findPolicy } from '../drafts.ts';
import { listVersions } from '../store.ts';
import type { PolicyId, PolicyVersion } from '../version.ts';
import { policyParams } from './fields.ts';

/** The version to compare with: the one that was asked for, or the last one published before. */
export function otherVersion(
  versions: readonly PolicyVersion[],
  number: number,
  asked: string | undefined,
): PolicyVersion | undefined {
  const others = versions.filter((version) => version.number !== number);
  const before = others.filter((version) => version.number < number);
  return others.find((version) => String(version.number) === asked) ?? before[0];
}

async function comparePage({ work, params, request, page }: StaffContext<{ id: PolicyId }>): Promise<Page> {
  const record = await findPolicy(work, params.id);
  const versions = await listVersions(work);
  const other = otherVersion(versions, record.number, request.query.with);
  const [before, after] = other && other.number > record.number ? [record, other] : [other, record];
  const rest = versions.filter(({ number }) => number !== record.number && number !== other?.number);
  const title = before
    ? `What is different in version ${after.number} from version ${before.number}`
    : 'Compare versions';
  return page({
    title,
    room: '/desk/policy',
    back: { href: `/desk/policy/${record.id}`, label: `Version ${record.number}` },
    children: (
      <>
        <h1>{title}</h1>
        {before ? (
          <Changes before={before.document} after={after.document} />
        ) : (
          <EmptyState title="There is no other version yet">
            <p>Once a second version is written, this page tells the two apart, clause by clause.</p>
          </EmptyState>
        )}
        {rest.length > 0 && (
          <>
            <h2>Compare with another version</h2>
            <ul>
              {rest.map(({ number }) => (
                <li>
                  <a href={`/desk/policy/${record.id}/compare?with=${number}`}>Version {number}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    ),
  });
}

/** Two versions told apart, for the desk. */
export function compareRoutes(routes: Routes): void {
  routes.staffPage('/desk/policy/:id/compare', {
    may: 'policy.see',
    params: policyParams,
    show: comparePage,
  });
}
