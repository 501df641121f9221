import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { listClasses } from '../groups/classes-store.ts';
import type { ClassId } from '../groups/rules.ts';
import type { Work } from '../platform/work.ts';
import { type Adult, type AdultId, type ClassPlace, foldName } from './adult.ts';
import { rosterHashes } from './hashes.ts';
import { adult, adultClass } from './tables.ts';

/** Which adults a list is about; everything left out does not narrow it. */
export interface AdultFilter {
  /** In this class now. */
  readonly classId?: ClassId | undefined;
  /** With a child in this year now, by its code; in a mixed class whose children's years are not known, all count. */
  readonly year?: string | undefined;
  /** `now` (the default): those with a child at the school; `left`; or `all`. */
  readonly who?: 'now' | 'left' | 'all' | undefined;
}

type Column = 'name' | 'email' | 'phone';
type Row = typeof adult.$inferSelect;

/** The cell that a sealed value of an adult belongs to. */
export const adultCell = (column: Column, row: AdultId) => ({ table: 'adult', column, row });

/** Opens a row; undefined for one that is erased or merged. */
export function openAdult(work: Work, row: Row, places: readonly ClassPlace[]): Adult | undefined {
  if (!row.name) return undefined;
  const text = (column: Column, sealed: Buffer | null) =>
    sealed ? work.keys.open(adultCell(column, row.id), sealed, 'identity') : '';
  return {
    id: row.id,
    household: row.householdId,
    name: text('name', row.name),
    email: text('email', row.email),
    phone: text('phone', row.phone),
    places,
    joined: row.joinedOn,
    left: row.leftOn ?? undefined,
    version: row.version,
  };
}

/** The places that adults have now, by adult. */
async function placesNow(
  work: Work,
  ids?: readonly AdultId[],
): Promise<ReadonlyMap<AdultId, readonly ClassPlace[]>> {
  const rows = await work.queries
    .select()
    .from(adultClass)
    .where(
      and(
        eq(adultClass.schoolId, work.school),
        isNull(adultClass.untilDay),
        ids && inArray(adultClass.adultId, [...ids]),
      ),
    )
    .orderBy(asc(adultClass.id));
  const byAdult = Map.groupBy(rows, (row) => row.adultId);
  return new Map(
    [...byAdult].map(([id, each]) => [
      id,
      each.map((row) => ({ id: row.id, classId: row.classId, year: row.year, from: row.fromDay })),
    ]),
  );
}

const collator = new Intl.Collator('en-GB');

/** Opens rows, with their places, in the order of their names. */
async function openAll(work: Work, rows: readonly Row[], everybody = false): Promise<readonly Adult[]> {
  if (rows.length === 0) return [];
  const places = await placesNow(work, everybody ? undefined : rows.map((row) => row.id));
  const adults = rows.flatMap((row) => openAdult(work, row, places.get(row.id) ?? []) ?? []);
  const folded = adults.map((each) => ({ each, key: foldName(each.name) }));
  return folded.toSorted((one, other) => collator.compare(one.key, other.key)).map(({ each }) => each);
}

/** Adults by name. Their names are sealed, so the list is opened and sorted here: a school has a few thousand. */
export async function listAdults(work: Work, filter: AdultFilter = {}): Promise<readonly Adult[]> {
  const { classId, year, who = 'now' } = filter;
  const rows = await work.queries.select().from(adult).where(eq(adult.schoolId, work.school));
  const all = await openAll(work, rows, true);
  const ofYear = year === undefined ? undefined : await placeOfYear(work, year);
  return all.filter(
    ({ left, places }) =>
      (who === 'all' || (who === 'left') === (left !== undefined)) &&
      (classId === undefined || places.some((place) => place.classId === classId)) &&
      (ofYear === undefined || places.some(ofYear)),
  );
}

/** Whether a place is of a year; one whose year is not known is of every year of its class. */
async function placeOfYear(work: Work, year: string): Promise<(place: ClassPlace) => boolean> {
  const classes = (await listClasses(work)).filter((each) => each.years.includes(year));
  const ids = new Set(classes.map((each) => each.id));
  return (place) => place.year === year || (place.year === '' && ids.has(place.classId));
}

/** One adult; undefined when there is none, or they were erased. A row that was merged leads to the one it went into. */
export async function findAdult(work: Work, id: AdultId): Promise<Adult | undefined> {
  const [row] = await work.queries
    .select()
    .from(adult)
    .where(and(eq(adult.schoolId, work.school), eq(adult.id, id)));
  if (!row) return undefined;
  if (row.mergedInto) return findAdult(work, row.mergedInto);
  return (await openAll(work, [row]))[0];
}

/** The adults of the given ids who are still written down, in the order of their names. */
export async function findAdults(work: Work, ids: readonly AdultId[]): Promise<readonly Adult[]> {
  if (ids.length === 0) return [];
  const rows = await work.queries
    .select()
    .from(adult)
    .where(and(eq(adult.schoolId, work.school), inArray(adult.id, [...ids])));
  return openAll(work, rows);
}

/**
 * Adults who might be one person, those who left too: the same address for mail, or the same name.
 * @param who what to look for; an empty text finds nobody
 */
export async function findLike(
  work: Work,
  { email, name }: { readonly email: string; readonly name: string },
): Promise<readonly Adult[]> {
  const hashes = rosterHashes(work.keys);
  const [byEmail, byName] = [hashes.email(email), hashes.name(name)];
  const either = [
    ...(byEmail ? [eq(adult.emailHash, byEmail)] : []),
    ...(byName ? [eq(adult.nameHash, byName)] : []),
  ];
  if (either.length === 0) return [];
  const rows = await work.queries
    .select()
    .from(adult)
    .where(and(eq(adult.schoolId, work.school), or(...either)));
  return openAll(work, rows);
}
