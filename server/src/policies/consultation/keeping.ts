import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { schoolDay } from '../../platform/clock.ts';
import type { Id } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { policyComment } from './tables.ts';

/** A comment on a draft, for whoever keeps records: without a name or a word. */
export interface KeptComment {
  readonly id: Id<'policy-comment'>;
  readonly writtenOn: Temporal.PlainDate;
}

/** All comments, the oldest first. */
export async function keptComments(work: Work): Promise<readonly KeptComment[]> {
  const rows = await work.queries
    .select({ id: policyComment.id, writtenAt: policyComment.writtenAt })
    .from(policyComment)
    .where(eq(policyComment.schoolId, work.school))
    .orderBy(policyComment.writtenAt, policyComment.id);
  return rows.map(({ id, writtenAt }) => ({ id, writtenOn: schoolDay(writtenAt) }));
}

/** Destroys a comment and its answer. */
export async function destroyComment(work: Work, id: KeptComment['id']): Promise<void> {
  await work.queries
    .delete(policyComment)
    .where(and(eq(policyComment.schoolId, work.school), eq(policyComment.id, id)));
  work.audit({ act: 'comment.destroyed', object: `comment:${id}` });
}
