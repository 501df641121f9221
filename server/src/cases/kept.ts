import { and, asc, eq, gte, inArray, isNotNull, lt, ne, notInArray, sql } from 'drizzle-orm';
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

/** Which ended cases somebody asks for; all of them where nothing is said. */
export interface KeptFilter {
  /** Only those whose own last day comes before this one. */
  readonly before?: Temporal.PlainDate | undefined;
  /** Only those whose own last day is this one or comes after it. */
  readonly notBefore?: Temporal.PlainDate | undefined;
  readonly retention?: RetentionClass | undefined;
  readonly only?: readonly CaseId[] | undefined;
  readonly except?: readonly CaseId[] | undefined;
}

const fitting = (work: Work, { before, notBefore, retention, only, except }: KeptFilter) =>
  and(
    eq(conductCase.schoolId, work.school),
    isNotNull(conductCase.keepUntil),
    ne(conductCase.state, 'erased'),
    before && lt(conductCase.keepUntil, before),
    notBefore && gte(conductCase.keepUntil, notBefore),
    retention && eq(conductCase.retention, retention),
    only && inArray(conductCase.id, [...only]),
    except && notInArray(conductCase.id, [...except]),
  );

/** The same, without those that the person who asks has a conflict with (rule 8). */
async function seen(work: Work, person: Person, filter: KeptFilter) {
  const fits = fitting(work, filter);
  const sights = await sightsOf(work, fits);
  const keys = [...sights].filter(([, sight]) => mayKeep(person, sight)).map(([key]) => key);
  return and(fits, inArray(conductCase.sightKey, keys));
}

/**
 * The ended cases whose record is still there, without those that the person who asks has a conflict with (rule 8): what
 * goes first comes first.
 * @param part only some of them, for a page of a list
 */
export async function keptCases(
  work: Work,
  person: Person,
  filter: KeptFilter = {},
  part?: { readonly limit: number; readonly offset: number },
): Promise<readonly KeptCase[]> {
  const query = work.queries
    .select({
      id: conductCase.id,
      reference: conductCase.reference,
      state: conductCase.state,
      retention: conductCase.retention,
      closedAt: conductCase.closedAt,
      keepUntil: conductCase.keepUntil,
      concernId: conductCase.concernId,
    })
    .from(conductCase)
    .where(await seen(work, person, filter))
    .orderBy(asc(conductCase.keepUntil), asc(conductCase.id));
  const rows = await (part ? query.limit(part.limit).offset(part.offset) : query);
  return rows.flatMap(({ id, reference, state, retention, closedAt, keepUntil, concernId }) =>
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

/** How many ended cases there are of each class, before a day and from it on: none is read. */
export interface KeptCount {
  readonly retention: RetentionClass;
  readonly before: number;
  readonly later: number;
}

/** Counts the ended cases that somebody keeps, class by class, by whether their own last day comes before a day. */
export async function countKept(
  work: Work,
  person: Person,
  filter: KeptFilter,
  day: Temporal.PlainDate,
): Promise<readonly KeptCount[]> {
  const over = sql`${conductCase.keepUntil} < ${day.toString()}::date`;
  const rows = await work.queries
    .select({
      retention: conductCase.retention,
      before: sql<number>`(count(*) filter (where ${over}))::int`,
      later: sql<number>`(count(*) filter (where not ${over}))::int`,
    })
    .from(conductCase)
    .where(await seen(work, person, filter))
    .groupBy(conductCase.retention);
  return rows.flatMap(({ retention, ...counts }) => (retention ? { retention, ...counts } : []));
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
