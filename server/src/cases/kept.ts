import { and, asc, eq, isNotNull, lt, ne } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { ConcernId } from '../concerns/rules.ts';
import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import type { RetentionClass } from './codes.ts';
import type { CaseId } from './ids.ts';
import { sightsOf } from './lines.ts';
import type { CaseState } from './states.ts';
import { conductCase } from './tables.ts';
import { mayKeep, type Person } from './visibility.ts';

/** An ended case for whoever keeps records: its reference and its days, no word of it. */
export interface KeptCase {
  readonly id: CaseId;
  readonly reference: string;
  readonly state: CaseState;
  readonly retention: RetentionClass;
  readonly closedOn: Temporal.PlainDate;
  /** The last day on which it is kept, set when it was closed. */
  readonly keepUntil: Temporal.PlainDate;
  readonly concern: ConcernId | undefined;
}

/**
 * The ended cases whose record is still there, without those that the person who asks has a conflict with (rule 8).
 * @param before only those whose own last day comes before this one
 */
export async function keptCases(
  work: Work,
  person: Person,
  before?: Temporal.PlainDate,
): Promise<readonly KeptCase[]> {
  const fits = and(
    eq(conductCase.schoolId, work.school),
    isNotNull(conductCase.keepUntil),
    ne(conductCase.state, 'erased'),
    before && lt(conductCase.keepUntil, before),
  );
  const sights = await sightsOf(work, fits);
  const rows = await work.queries
    .select({
      id: conductCase.id,
      reference: conductCase.reference,
      state: conductCase.state,
      retention: conductCase.retention,
      closedAt: conductCase.closedAt,
      keepUntil: conductCase.keepUntil,
      concernId: conductCase.concernId,
      sightKey: conductCase.sightKey,
    })
    .from(conductCase)
    .where(fits)
    .orderBy(asc(conductCase.keepUntil), asc(conductCase.id));
  const kept = new Set([...sights].filter(([, sight]) => mayKeep(person, sight)).map(([key]) => key));
  return rows
    .filter(({ sightKey }) => kept.has(sightKey))
    .flatMap(({ id, reference, state, retention, closedAt, keepUntil, concernId }) =>
      retention && closedAt && keepUntil
        ? {
            id,
            reference,
            state,
            retention,
            closedOn: schoolDay(closedAt),
            keepUntil,
            concern: concernId ?? undefined,
          }
        : [],
    );
}

/** Lets an erased case go of the concern it came from, which is destroyed after it in the same transaction. */
export async function letGoOfConcern(work: Work, id: CaseId): Promise<void> {
  await work.queries
    .update(conductCase)
    .set({ concernId: null })
    .where(
      and(eq(conductCase.schoolId, work.school), eq(conductCase.id, id), eq(conductCase.state, 'erased')),
    );
}
