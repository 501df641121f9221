import { aliasedTable, and, asc, count, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Work } from '../platform/work.ts';
import type { CaseId } from './ids.ts';
import { readSight } from './sight.ts';
import type { CaseState } from './states.ts';
import { conductCase } from './tables.ts';
import { type Person, type SightFacts, seesCase } from './visibility.ts';

/** A case as a list shows it: no word of it. */
export interface CaseLine {
  readonly id: CaseId;
  readonly reference: string;
  readonly state: CaseState;
  readonly due: Temporal.PlainDate | undefined;
  readonly openedAt: Temporal.Instant;
  readonly sight: SightFacts;
}

/** Which cases a list shows. */
export interface CaseFilter {
  readonly closed: boolean;
  readonly states: readonly CaseState[];
  /** Of those that somebody may see, the ones that they have a part in. */
  readonly mine: boolean;
}

/** A page of a list, and how many pages there are. */
export interface CasePage {
  readonly lines: readonly CaseLine[];
  readonly page: number;
  readonly pages: number;
}

const hasPart = ({ member }: Person, { handler, decider, review }: SightFacts): boolean =>
  [handler, decider, review?.reviewer].includes(member);

/** What cases that fit have to say of who sees them, each answer once, by its key: thousands of cases share a few. */
export async function sightsOf(work: Work, fits: SQL | undefined): Promise<ReadonlyMap<string, SightFacts>> {
  const keys = work.queries
    .selectDistinct({ key: conductCase.sightKey })
    .from(conductCase)
    .where(fits)
    .as('keys');
  const same = aliasedTable(conductCase, 'same');
  const one = work.queries
    .select({ sight: sql<string>`${same.sight}::text`.as('sight') })
    .from(same)
    .where(and(eq(same.schoolId, work.school), eq(same.sightKey, keys.key)))
    .limit(1)
    .as('one');
  const rows = await work.queries
    .select({ key: keys.key, sight: one.sight })
    .from(keys)
    .innerJoinLateral(one, sql`true`);
  return new Map(rows.map(({ key, sight }) => [key, readSight(JSON.parse(sight))]));
}

/** The rows of a filter that somebody may see, as a condition, and what decides it by the key of each row. */
async function visible(work: Work, person: Person, { closed, states, mine }: CaseFilter) {
  const fits = and(
    eq(conductCase.schoolId, work.school),
    closed ? isNotNull(conductCase.closedAt) : isNull(conductCase.closedAt),
    states.length > 0 ? inArray(conductCase.state, [...states]) : undefined,
  );
  const all = await sightsOf(work, fits);
  const sights = new Map(
    [...all].filter(([, sight]) => seesCase(person, sight) && (!mine || hasPart(person, sight))),
  );
  return { sights, where: and(fits, inArray(conductCase.sightKey, [...sights.keys()])) };
}

const COLUMNS = {
  id: conductCase.id,
  reference: conductCase.reference,
  state: conductCase.state,
  due: conductCase.due,
  openedAt: conductCase.openedAt,
  key: conductCase.sightKey,
};
type Row = Omit<CaseLine, 'due' | 'sight'> & { readonly due: CaseLine['due'] | null; readonly key: string };

const linesOf = (rows: readonly Row[], sights: ReadonlyMap<string, SightFacts>): readonly CaseLine[] =>
  rows.flatMap(({ key, due, ...row }) => {
    const sight = sights.get(key);
    return sight ? [{ ...row, due: due ?? undefined, sight }] : [];
  });

/** All cases of a filter that somebody may see, the oldest first: no other order is offered (rule 33). */
export async function casesFor(work: Work, person: Person, filter: CaseFilter): Promise<readonly CaseLine[]> {
  const { sights, where } = await visible(work, person, filter);
  if (sights.size === 0) return [];
  const rows = await work.queries
    .select(COLUMNS)
    .from(conductCase)
    .where(where)
    .orderBy(asc(conductCase.openedAt), asc(conductCase.id));
  return linesOf(rows, sights);
}

/**
 * A page of the cases of a filter that somebody may see, the oldest first (rule 33). What is hidden from them is in no
 * count. A page past the last is the last.
 */
export async function casePage(
  work: Work,
  person: Person,
  filter: CaseFilter,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<CasePage> {
  const { sights, where } = await visible(work, person, filter);
  if (sights.size === 0) return { lines: [], page: 1, pages: 1 };
  const [counted] = await work.queries.select({ cases: count() }).from(conductCase).where(where);
  const pages = Math.max(1, Math.ceil((counted?.cases ?? 0) / size));
  const shown = Math.min(page, pages);
  const rows = await work.queries
    .select(COLUMNS)
    .from(conductCase)
    .where(where)
    .orderBy(asc(conductCase.openedAt), asc(conductCase.id))
    .limit(size)
    .offset((shown - 1) * size);
  return { lines: linesOf(rows, sights), page: shown, pages };
}

/** What decides who sees each of some cases, for the rooms beside them: only those that somebody may see. */
export async function caseLinesOf(
  work: Work,
  person: Person,
  ids: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, CaseLine>> {
  if (ids.length === 0) return new Map();
  const rows = await work.queries
    .select({ ...COLUMNS, sight: conductCase.sight })
    .from(conductCase)
    .where(and(eq(conductCase.schoolId, work.school), inArray(conductCase.id, [...ids])));
  const lines = rows.map(({ key: _, due, ...row }) => ({
    ...row,
    due: due ?? undefined,
    sight: readSight(row.sight),
  }));
  return new Map(lines.filter(({ sight }) => seesCase(person, sight)).map((line) => [line.id, line]));
}
