import { and, desc, eq, like } from 'drizzle-orm';
import { auditEntry } from '../platform/tables.ts';
import { changedMeanwhile, type Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { formatDateTime } from '../ui/index.ts';
import { listMembers } from './store.ts';

/**
 * Who of the school last did something with a record, and when, in a sentence for whoever was slower; empty when nobody
 * did. It tells nothing of what was done: that stands on the record's page.
 * @param object the record, as the audit names it: "letter:…"
 */
export async function lastChange(work: Work, object: string): Promise<string> {
  const [row] = await work.queries
    .select({ actor: auditEntry.actor, at: auditEntry.at })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.schoolId, work.school),
        eq(auditEntry.object, object),
        like(auditEntry.actor, 'staff:%'),
      ),
    )
    .orderBy(desc(auditEntry.seq))
    .limit(1);
  if (!row) return '';
  const when = formatDateTime(new Date(row.at));
  if (row.actor === work.actor) return `You changed it last, on ${when}: perhaps in another window.`;
  const who = (await listMembers(work)).find(({ id }) => `staff:${id}` === row.actor);
  return `${who?.name ?? 'Somebody who has left'} changed it last, on ${when}.`;
}

/** Somebody else acted first: what happened, and who last changed the record, when. */
export async function outrun(work: Work, object: string, what: string): Promise<Refusal> {
  return changedMeanwhile([what, await lastChange(work, object)].join(' ').trim());
}
