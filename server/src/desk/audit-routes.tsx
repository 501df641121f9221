import { desc, eq } from 'drizzle-orm';
import type { Page, StaffContext } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { listMembers } from '../people/store.ts';
import { verifyAudit } from '../platform/audit/verify.ts';
import { auditEntry } from '../platform/tables.ts';
import { auditKey } from '../platform/work.ts';
import { formatCount, formatDateTime, Notice, Table } from '../ui/index.ts';

const SHOWN = 100;

/** The record holds ids; whoever may see it also sees whose they are. */
async function nameActors({ work }: StaffContext<NoParams>): Promise<(actor: string) => string> {
  const names = new Map((await listMembers(work)).map((member) => [`staff:${member.id}`, member.name]));
  return (actor) => names.get(actor) ?? actor;
}

async function auditPage(context: StaffContext<NoParams>): Promise<Page> {
  const { work } = context;
  const report = await verifyAudit(work.queries, auditKey(work.keys), work.school);
  const latest = await work.queries
    .select()
    .from(auditEntry)
    .where(eq(auditEntry.schoolId, work.school))
    .orderBy(desc(auditEntry.seq))
    .limit(SHOWN);
  const who = await nameActors(context);
  return context.page({
    room: '/desk/settings',
    title: 'Audit record',
    back: { href: '/desk/settings' },
    children: (
      <>
        <h1>Audit record</h1>
        {report.fault ? (
          <Notice kind="important" title="The record has been changed">
            <p>
              Entry {report.fault.seq} is {report.fault.problem}. Keep this machine as it is and tell your
              data protection lead.
            </p>
          </Notice>
        ) : (
          <Notice kind="success" title="The record is whole">
            <p>
              {formatCount(report.entries, 'entry', 'entries')} checked, from the first to the last, just now.
            </p>
          </Notice>
        )}
        <p>
          Every change in Handbell is written here and cannot be altered or removed. It holds no names and no
          words.
        </p>
        <Table
          caption={`The latest ${SHOWN} entries`}
          columns={[
            { header: 'Entry', numeric: true },
            { header: 'When' },
            { header: 'Who' },
            { header: 'What' },
            { header: 'On' },
          ]}
          rows={latest.map((entry) => [
            entry.seq,
            formatDateTime(entry.at),
            who(entry.actor),
            entry.act,
            entry.object,
          ])}
          empty="Nothing yet."
        />
      </>
    ),
  });
}

/** The audit record, checked each time it is looked at. */
export function auditRoutes(routes: Routes): void {
  routes.staffPage('/desk/settings/audit', { may: 'audit.see', params: noParams, show: auditPage });
}
