import type { DeskPageProps } from '../../edge/contexts.ts';
import { EmptyState, InsetText } from '../../ui/index.ts';
import type { Standing } from '../asking/standing.ts';
import { COVERAGE } from './coverage-pages.tsx';

/** Where a group's export is held against those who have agreed, on the office's own device. */
export function exportPage(standing: Standing | undefined): DeskPageProps {
  const known = (standing?.adults ?? []).map(({ id, name }) => ({
    name,
    agreed: standing?.agreements.has(id) ?? false,
  }));
  return {
    title: 'Compare with a group’s export',
    room: '/desk/agreements',
    back: { href: COVERAGE, label: 'How far it has come' },
    scripts: ['agreement-compare.js'],
    children: (
      <>
        <h1>Compare with a group’s export</h1>
        <p>
          A member of the group may give you its export. You see here who in it has agreed, by the names that
          their phone shows.
        </p>
        <InsetText>
          The file is read on this computer only. Nothing of it is sent or kept, and Handbell does not learn
          who is in the group. Do not use it to take anybody to task.
        </InsetText>
        {known.length === 0 ? (
          <EmptyState
            title="Nobody is on the roll yet"
            action={{ href: '/desk/parents', label: 'Go to the parents' }}
          >
            <p>Write parents down first, so that there is something to compare with.</p>
          </EmptyState>
        ) : (
          <>
            <div data-agreement-compare data-known={JSON.stringify(known)} />
            <noscript>
              <p>
                This page reads the file on your own computer, so it needs JavaScript. Nothing else here does.
              </p>
            </noscript>
          </>
        )}
      </>
    ),
  };
}
