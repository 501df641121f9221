import { and, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { CaseId } from '../cases/ids.ts';
import { schoolDay } from '../platform/clock.ts';
import { removeFile } from '../platform/files/store.ts';
import type { FileId } from '../platform/files/tables.ts';
import type { Work } from '../platform/work.ts';
import { safeguardingAction, safeguardingEntry, safeguardingRecord } from '../safeguarding/tables.ts';
import { type CustodyAct, USED } from './evidence/kinds.ts';
import { concernEvidence, evidenceCustody } from './evidence/tables.ts';
import { concernMail } from './mail/tables.ts';
import { dropMark } from './mark/store.ts';
import type { ConcernId } from './rules.ts';
import { concern, concernEvent, concernMember, concernRelay, concernReporter } from './tables.ts';

/** A concern that has ended, for whoever keeps records: when, and what of it is still there. */
export interface EndedConcern {
  readonly id: ConcernId;
  readonly reference: string;
  readonly endedOn: Temporal.PlainDate;
  /** The case that came of it, if one did: then it stays and goes with its case. */
  readonly caseId: CaseId | undefined;
  readonly hasReporter: boolean;
  readonly hasEvidence: boolean;
}

/** The concerns that have ended, the oldest first. */
export async function endedConcerns(work: Work): Promise<readonly EndedConcern[]> {
  const rows = await work.queries
    .select({
      id: concern.id,
      reference: concern.reference,
      endedAt: concern.endedAt,
      caseId: concern.caseId,
    })
    .from(concern)
    .where(and(eq(concern.schoolId, work.school), isNotNull(concern.endedAt)))
    .orderBy(concern.endedAt, concern.id);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const reporters = await work.queries
    .select({ id: concernReporter.concernId })
    .from(concernReporter)
    .where(and(eq(concernReporter.schoolId, work.school), inArray(concernReporter.concernId, ids)));
  const evidence = await work.queries
    .selectDistinct({ id: concernEvidence.concernId })
    .from(concernEvidence)
    .where(and(eq(concernEvidence.schoolId, work.school), inArray(concernEvidence.concernId, ids)));
  const relays = await work.queries
    .select({ id: concernRelay.concernId })
    .from(concernRelay)
    .where(and(eq(concernRelay.schoolId, work.school), inArray(concernRelay.concernId, ids)));
  const [known, shown] = [[...reporters, ...relays], evidence].map(
    (list) => new Set(list.map(({ id }) => id)),
  );
  return rows.flatMap(({ id, reference, endedAt, caseId }) =>
    endedAt
      ? {
          id,
          reference,
          endedOn: schoolDay(endedAt),
          caseId: caseId ?? undefined,
          hasReporter: known?.has(id) ?? false,
          hasEvidence: shown?.has(id) ?? false,
        }
      : [],
  );
}

/** Empties the vault for a concern, and the address for news: who raised it is known to nobody from then on. */
export async function forgetReporter(work: Work, id: ConcernId): Promise<void> {
  for (const table of [concernReporter, concernRelay]) {
    await work.queries.delete(table).where(and(eq(table.schoolId, work.school), eq(table.concernId, id)));
  }
  await dropMark(work, id);
  work.audit({ act: 'concern.reporter-forgotten', object: `concern:${id}` });
}

/** Destroys what was brought beside a concern: rows now, bytes with the next sweep of the disk. */
export async function destroyEvidence(work: Work, id: ConcernId): Promise<void> {
  const ofConcern = and(eq(concernEvidence.schoolId, work.school), eq(concernEvidence.concernId, id));
  await destroyPieces(work, id, ofConcern);
}

async function destroyPieces(work: Work, id: ConcernId, which: SQL | undefined): Promise<void> {
  const found = await work.queries.select({ id: concernEvidence.id }).from(concernEvidence).where(which);
  const pieces = found.map((piece) => piece.id);
  const inSchool = eq(concernEvidence.schoolId, work.school);
  // A covered copy that is kept lets go of the original that it was made from.
  await work.queries
    .update(concernEvidence)
    .set({ madeFrom: null })
    .where(and(inSchool, inArray(concernEvidence.madeFrom, pieces)));
  await work.queries
    .delete(evidenceCustody)
    .where(and(eq(evidenceCustody.schoolId, work.school), inArray(evidenceCustody.evidenceId, pieces)));
  const gone = await work.queries
    .delete(concernEvidence)
    .where(and(inSchool, inArray(concernEvidence.id, pieces)))
    .returning({ file: concernEvidence.fileId });
  await removeFiles(
    work,
    gone.map(({ file }) => file),
  );
  work.audit({ act: 'concern.evidence-destroyed', object: `concern:${id}`, detail: { count: gone.length } });
}

/** A report of a case with pieces that nobody was shown. */
export interface Unshown {
  readonly id: ConcernId;
  readonly reference: string;
  readonly caseId: CaseId;
}

/**
 * Pieces that nobody was shown. What was sealed without being looked at is not among them: the safeguarding lead or the
 * police may still need it.
 */
const unshown = (work: Work) =>
  and(
    eq(concernEvidence.schoolId, work.school),
    sql`(${concernEvidence.state} = 'kept' or ${custodyWith(['covered'])})`,
    sql`not ${custodyWith(USED)}`,
  );

const custodyWith = (acts: readonly CustodyAct[]) => sql`exists (
  select 1 from ${evidenceCustody} where ${evidenceCustody.schoolId} = ${concernEvidence.schoolId}
    and ${evidenceCustody.evidenceId} = ${concernEvidence.id} and ${inArray(evidenceCustody.act, [...acts])})`;

/** The reports of cases with pieces that nobody was shown. */
export async function unshownEvidence(work: Work): Promise<readonly Unshown[]> {
  const rows = await work.queries
    .selectDistinct({ id: concern.id, reference: concern.reference, caseId: concern.caseId })
    .from(concernEvidence)
    .innerJoin(
      concern,
      and(eq(concern.schoolId, concernEvidence.schoolId), eq(concern.id, concernEvidence.concernId)),
    )
    .where(and(unshown(work), isNotNull(concern.caseId)));
  return rows.flatMap(({ id, reference, caseId }) => (caseId ? { id, reference, caseId } : []));
}

/** Destroys the pieces of a report that nobody was shown: what was used stays with the case. */
export async function destroyUnshown(work: Work, id: ConcernId): Promise<void> {
  await destroyPieces(work, id, and(unshown(work), eq(concernEvidence.concernId, id)));
}

/** Destroys a concern with all that belongs to it. Whatever case pointed at it has let go before. */
export async function destroyConcern(work: Work, id: ConcernId): Promise<void> {
  // Reports of one matter go with its case; without one, each goes when its own time is over.
  const parts = and(eq(concern.schoolId, work.school), eq(concern.matterOf, id));
  const withCase = await work.queries
    .select({ id: concern.id })
    .from(concern)
    .where(and(parts, isNotNull(concern.caseId)));
  for (const part of withCase) await destroyConcern(work, part.id);
  await work.queries.update(concern).set({ matterOf: null }).where(parts);
  await dropMark(work, id);
  await destroyEvidence(work, id);
  const beside = [safeguardingAction, safeguardingEntry, safeguardingRecord];
  for (const table of [...beside, concernEvent, concernMail, concernMember, concernRelay, concernReporter]) {
    await work.queries.delete(table).where(and(eq(table.schoolId, work.school), eq(table.concernId, id)));
  }
  await work.queries.delete(concern).where(and(eq(concern.schoolId, work.school), eq(concern.id, id)));
  work.audit({ act: 'concern.destroyed', object: `concern:${id}` });
}

async function removeFiles(work: Work, ids: readonly FileId[]): Promise<void> {
  for (const id of ids) await removeFile(work, id);
}
