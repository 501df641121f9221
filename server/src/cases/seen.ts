import { and, eq } from 'drizzle-orm';
import type { Work } from '../platform/work.ts';
import type { CaseId } from './ids.ts';
import { readSight } from './sight.ts';
import { conductCase } from './tables.ts';
import { type Person, seesCase } from './visibility.ts';

/** Whether somebody may open a case: for other rooms, so that they show no way to a page that would be refused. */
export async function mayOpenCase(work: Work, person: Person, id: CaseId): Promise<boolean> {
  const [row] = await work.queries
    .select({ sight: conductCase.sight })
    .from(conductCase)
    .where(and(eq(conductCase.schoolId, work.school), eq(conductCase.id, id)));
  return row !== undefined && seesCase(person, readSight(row.sight));
}
