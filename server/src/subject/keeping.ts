import { and, eq } from 'drizzle-orm';
import type { CaseId } from '../cases/ids.ts';
import type { Work } from '../platform/work.ts';
import { subjectAccess, subjectPage, subjectWord } from './tables.ts';

/** Destroys a parent's page with its case: every way in, and everything they sent (rule 37). */
export async function destroyOwnPage(work: Work, caseId: CaseId): Promise<void> {
  for (const table of [subjectWord, subjectAccess, subjectPage]) {
    await work.queries.delete(table).where(and(eq(table.schoolId, work.school), eq(table.caseId, caseId)));
  }
  work.audit({ act: 'own-page.destroyed', object: `case:${caseId}` });
}
