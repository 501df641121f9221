import { and, eq, isNotNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { removeFile } from '../../platform/files/store.ts';
import type { Work } from '../../platform/work.ts';
import type { RequestId } from './store.ts';
import { accessPassage, accessPause, accessRecord, accessRequest } from './tables.ts';

/** The requests that are over, with the day they ended. */
export async function endedRequests(
  work: Work,
): Promise<readonly { readonly id: RequestId; readonly closedOn: Temporal.PlainDate }[]> {
  const rows = await work.queries
    .select({ id: accessRequest.id, closedOn: accessRequest.closedOn })
    .from(accessRequest)
    .where(and(eq(accessRequest.schoolId, work.school), isNotNull(accessRequest.closedOn)));
  return rows.flatMap(({ id, closedOn }) => (closedOn ? [{ id, closedOn }] : []));
}

/** Destroys a request with all that was found and decided for it, and its pack. */
export async function destroyRequest(work: Work, id: RequestId): Promise<void> {
  for (const table of [accessPassage, accessRecord, accessPause]) {
    await work.queries.delete(table).where(and(eq(table.schoolId, work.school), eq(table.requestId, id)));
  }
  const gone = await work.queries
    .delete(accessRequest)
    .where(and(eq(accessRequest.schoolId, work.school), eq(accessRequest.id, id)))
    .returning({ file: accessRequest.pdfFile });
  for (const { file } of gone) if (file) await removeFile(work, file);
  work.audit({ act: 'access-request.destroyed', object: `access-request:${id}` });
}
