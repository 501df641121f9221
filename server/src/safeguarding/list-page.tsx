import type { Page, StaffContext } from '../edge/contexts.ts';
import type { NoParams } from '../edge/routes.ts';
import { schoolDay } from '../platform/clock.ts';
import { EmptyState, formatDate, formatShortDate, Table, Tag } from '../ui/index.ts';
import { listWorkspaces } from './access.ts';
import { DECISION_NAMES } from './kinds.ts';
import { decisionsOf } from './store.ts';

/** Every concern that is the safeguarding lead's business, oldest first: no names, no words. */
export async function safeguardingPage(context: StaffContext<NoParams>): Promise<Page> {
  const { work, staff } = context;
  const rows = await listWorkspaces(work, staff);
  const decisions = await decisionsOf(work);
  return context.page({
    room: '/desk/safeguarding',
    title: 'Safeguarding',
    children: (
      <>
        <h1>Safeguarding</h1>
        <p class="hb-lead">
          Only the safeguarding lead and the deputies open this room. The child’s own record stays where the
          school keeps child protection records.
        </p>
        <Table
          caption="Concerns with a child who may be at risk, oldest first"
          columns={[
            { header: 'Concern' },
            { header: 'Received' },
            { header: 'Stands' },
            { header: 'Decided' },
          ]}
          rows={rows.map((row) => {
            const decision = decisions.get(row.id);
            return [
              <a href={`/desk/safeguarding/${row.id}`}>{row.reference}</a>,
              formatShortDate(schoolDay(row.receivedAt)),
              <>
                {(row.state === 'held' || row.state === 'case-held') && <Tag kind="urgent">Hold on</Tag>}{' '}
                {row.urgent && row.screenedAt === null && <Tag kind="urgent">Danger reported</Tag>}{' '}
                {row.allegation === 'open' && row.officerBy && (
                  <Tag kind="urgent">Officer by {formatDate(row.officerBy)}</Tag>
                )}
              </>,
              decision ? DECISION_NAMES[decision] : 'Not yet',
            ];
          })}
          empty={
            <EmptyState title="Nothing here">
              <p>
                A concern comes here when somebody sees that a child may be at risk, and you are told at once
                by mail. Here you decide, write down why, and release it.
              </p>
            </EmptyState>
          }
        />
        <p>
          <a href="/desk/safeguarding/guidance">The school’s guidance for this room</a>
        </p>
      </>
    ),
  });
}
