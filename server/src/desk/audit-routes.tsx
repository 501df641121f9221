import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { Page, StaffContext } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { listMembers } from '../people/store.ts';
import { verifyAudit } from '../platform/audit/verify.ts';
import { auditEntry } from '../platform/tables.ts';
import { auditKey } from '../platform/work.ts';
import { formatDateTime, Notice, Pagination, paged, Table } from '../ui/index.ts';
import { actWords, objectWords, wayWords } from './audit-words.ts';

const HERE = '/desk/settings/audit';
const PER_PAGE = 100;

/**
 * What the page lists: the school's own affairs. That there is a concern, a case, a mail or a letter is for those who
 * deal with it, and a Head must not learn here of one that goes past them (rule 10); so neither they nor the numbers of
 * entries, from which gaps could be read, are shown to anybody.
 */
const LISTED = sql`split_part(${auditEntry.object}, ':', 1) in ('school', 'member', 'policy', 'policy-signature', 'agreement', 'group', 'moderator')`;

/** The record holds ids; whoever may see it also sees whose they are. */
async function nameActors({ work }: StaffContext<NoParams>): Promise<(actor: string) => string> {
  const names = new Map((await listMembers(work)).map((member) => [`staff:${member.id}`, member.name]));
  return (actor) => names.get(actor) ?? wayWords(actor);
}

async function auditPage(context: StaffContext<NoParams>): Promise<Page> {
  const { work, request } = context;
  const report = await verifyAudit(work.queries, auditKey(work.keys), work.school);
  const listed = and(eq(auditEntry.schoolId, work.school), LISTED);
  const [all] = await work.queries.select({ entries: count() }).from(auditEntry).where(listed);
  const { page, pages, offset } = paged(request.query.page, all?.entries ?? 0, PER_PAGE);
  const shown = await work.queries
    .select()
    .from(auditEntry)
    .where(listed)
    .orderBy(desc(auditEntry.seq))
    .limit(PER_PAGE)
    .offset(offset);
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
            <p>Every entry was checked just now, from the first to the last.</p>
          </Notice>
        )}
        <p>
          Every change in Handbell is in the record and cannot be altered or removed. It holds no names and no
          words. What concerns, cases, letters and mail leave in it is checked with the rest, and not listed
          here.
        </p>
        <Table
          caption={page === 1 ? 'The latest entries' : 'Older entries'}
          columns={[{ header: 'When' }, { header: 'Who' }, { header: 'What' }, { header: 'On' }]}
          rows={shown.map((entry) => [
            formatDateTime(entry.at),
            who(entry.actor),
            actWords(entry.act),
            objectWords(entry.object),
          ])}
          empty="Nothing yet."
        />
        <Pagination page={page} pages={pages} href={(to) => `${HERE}?page=${to}`} label="Audit record" />
      </>
    ),
  });
}

/** The audit record, checked each time it is looked at. */
export function auditRoutes(routes: Routes): void {
  routes.staffPage(HERE, { may: 'audit.see', params: noParams, show: auditPage });
}
