import { and, asc, eq, inArray, notInArray } from 'drizzle-orm';
import type { MemberId } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import type { Decisions, PassageDecision } from './passage.ts';
import type { RequestId } from './store.ts';
import { accessPassage, accessRecord, accessRequest } from './tables.ts';

/** A record that the search found. */
export interface FoundRecord {
  /** As the audit names it: "case:…". */
  readonly object: string;
  /** What it is called without a name. */
  readonly label: string;
}

export interface KeptFound extends FoundRecord {
  /** Whether it is in the pack; undefined until somebody said. */
  readonly included: boolean | undefined;
  /** Why it was left out; empty otherwise. */
  readonly why: string;
}

const whyCell = (request: RequestId, object: string) => ({
  table: 'access_record',
  column: 'why',
  row: `${request} ${object}`,
});
const passageCell = (request: RequestId, object: string, key: string) => ({
  table: 'access_passage',
  column: 'why',
  row: `${request} ${object} ${key}`,
});

/** What was found for a request, in the order of the labels. */
export async function recordsOf(work: Work, request: RequestId): Promise<readonly KeptFound[]> {
  const rows = await work.queries
    .select()
    .from(accessRecord)
    .where(and(eq(accessRecord.schoolId, work.school), eq(accessRecord.requestId, request)))
    .orderBy(asc(accessRecord.label), asc(accessRecord.object));
  return rows.map(({ object, label, included, why }) => ({
    object,
    label,
    included: included ?? undefined,
    why: why ? work.keys.open(whyCell(request, object), why, 'identity') : '',
  }));
}

/** Writes down what a search found; what was found before stays as it was decided. */
export async function keepFound(
  work: Work,
  request: RequestId,
  found: readonly FoundRecord[],
): Promise<void> {
  if (found.length === 0) return;
  await work.queries
    .insert(accessRecord)
    .values(found.map(({ object, label }) => ({ schoolId: work.school, requestId: request, object, label })))
    .onConflictDoNothing();
}

/**
 * Says whether a record is in the pack.
 * @throws Refusal 404 when the search did not find it
 */
export async function decideRecord(
  work: Work,
  request: RequestId,
  object: string,
  { included, why }: { readonly included: boolean; readonly why: string },
): Promise<void> {
  const done = await work.queries
    .update(accessRecord)
    .set({ included, why: included ? null : work.keys.seal(whyCell(request, object), why, 'identity') })
    .where(
      and(
        eq(accessRecord.schoolId, work.school),
        eq(accessRecord.requestId, request),
        eq(accessRecord.object, object),
      ),
    )
    .returning({ object: accessRecord.object });
  if (done.length === 0) throw notFound();
}

/** What was decided about passages, record by record. */
export async function decisionsOf(work: Work, request: RequestId): Promise<ReadonlyMap<string, Decisions>> {
  const rows = await work.queries
    .select()
    .from(accessPassage)
    .where(and(eq(accessPassage.schoolId, work.school), eq(accessPassage.requestId, request)));
  const byRecord = Map.groupBy(rows, ({ object }) => object);
  return new Map(
    [...byRecord].map(([object, list]) => [
      object,
      new Map(
        list.map(({ key, tag, basis, why }) => [
          key,
          {
            tag,
            basis: basis ?? undefined,
            why: work.keys.open(passageCell(request, object, key), why, 'identity'),
          },
        ]),
      ),
    ]),
  );
}

/** Keeps what somebody decided about a passage, with why. A second decision takes the place of the first. */
export async function decidePassage(
  work: Work,
  by: MemberId,
  request: RequestId,
  { object, key }: { readonly object: string; readonly key: string },
  { tag, basis, why }: PassageDecision,
): Promise<void> {
  const values = {
    tag,
    basis: basis ?? null,
    why: work.keys.seal(passageCell(request, object, key), why, 'identity'),
    decidedBy: by,
    decidedAt: work.now,
  };
  await work.queries
    .insert(accessPassage)
    .values({ schoolId: work.school, requestId: request, object, key, ...values })
    .onConflictDoUpdate({
      target: [accessPassage.schoolId, accessPassage.requestId, accessPassage.object, accessPassage.key],
      set: values,
    });
}

/** Of some records, those that another request that has not ended still needs. */
export async function neededElsewhere(
  work: Work,
  request: RequestId,
  objects: readonly string[],
): Promise<ReadonlySet<string>> {
  if (objects.length === 0) return new Set();
  const rows = await work.queries
    .selectDistinct({ object: accessRecord.object })
    .from(accessRecord)
    .innerJoin(
      accessRequest,
      and(eq(accessRequest.schoolId, accessRecord.schoolId), eq(accessRequest.id, accessRecord.requestId)),
    )
    .where(
      and(
        eq(accessRecord.schoolId, work.school),
        inArray(accessRecord.object, [...objects]),
        notInArray(accessRequest.id, [request]),
        notInArray(accessRequest.state, ['sent', 'ended']),
      ),
    );
  return new Set(rows.map(({ object }) => object));
}
