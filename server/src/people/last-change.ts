import { and, desc, eq, notInArray, notLike, sql } from 'drizzle-orm';
import type { AuditDetail } from '../platform/audit/chain.ts';
import { auditEntry } from '../platform/tables.ts';
import { changedMeanwhile, type Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { formatDateTime } from '../ui/index.ts';
import { listMembers } from './store.ts';

/** What is written down of somebody who only looked: they were not quicker with anything. */
const LOOKS = [
  'agreement.exported',
  'concern.identity-read',
  'concern.reply-read',
  'document.printed',
  'mail.opened',
  'own-page.letter-read',
  'own-page.opened',
  'policy.printed',
];

/** What is looked for, and how it is told. */
export interface Asked {
  /** Only what was done with this part of the record: a moderator of a group. */
  readonly about?: AuditDetail;
  /** Only this: "mail.put-aside". */
  readonly act?: string;
  /** What they did, in the past: "published it". */
  readonly did?: string;
}

/**
 * Who of the school last did something with a record, and when, in a sentence for whoever of the school was slower. Empty
 * when nobody did, when it was a parent or a volunteer, and for whoever is not of the school: they learn nothing of who
 * does what there. It tells nothing more of what was done: that stands on the record's page.
 * @param object the record, as the audit names it: "letter:…"
 */
async function lastChange(
  work: Work,
  object: string,
  { about = {}, act, did = 'changed it last,' }: Asked,
): Promise<string> {
  if (!work.actor.startsWith('staff:')) return '';
  const [row] = await work.queries
    .select({ actor: auditEntry.actor, at: auditEntry.at })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.schoolId, work.school),
        eq(auditEntry.object, object),
        sql`${auditEntry.detail} @> ${JSON.stringify(about)}::jsonb`,
        act === undefined ? notInArray(auditEntry.act, LOOKS) : eq(auditEntry.act, act),
        notLike(auditEntry.actor, 'job:%'),
      ),
    )
    .orderBy(desc(auditEntry.seq))
    .limit(1);
  if (!row?.actor.startsWith('staff:')) return '';
  const when = formatDateTime(new Date(row.at));
  if (row.actor === work.actor) return `You ${did} on ${when}: perhaps in another window.`;
  const who = (await listMembers(work)).find(({ id }) => `staff:${id}` === row.actor);
  return `${who?.name ?? 'Somebody who has left'} ${did} on ${when}.`;
}

/** Somebody else acted first: what happened, and who last changed the record, when. */
export async function outrun(work: Work, object: string, what: string, asked: Asked = {}): Promise<Refusal> {
  return changedMeanwhile([what, await lastChange(work, object, asked)].join(' ').trim());
}
