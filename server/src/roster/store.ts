import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { outrun } from '../people/last-change.ts';
import { schoolDay } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import {
  type Adult,
  type AdultEntry,
  type AdultId,
  type HouseholdId,
  type PlaceEntry,
  samePlace,
} from './adult.ts';
import { rosterHashes } from './hashes.ts';
import { adultCell, findAdult } from './read.ts';
import { adult, adultClass, rosterChange } from './tables.ts';

export type { Adult, AdultEntry, AdultId, ClassPlace, HouseholdId, PlaceEntry } from './adult.ts';
export { type AdultFilter, findAdult, findAdults, findLike, listAdults } from './read.ts';

type Values = Partial<typeof adult.$inferInsert>;

/** The sealed columns and hashes for what is written about an adult. */
function sealed(work: Work, id: AdultId, { name, email, phone }: Omit<AdultEntry, 'places'>) {
  const hashes = rosterHashes(work.keys);
  const seal = (column: 'name' | 'email' | 'phone', text: string) =>
    work.keys.seal(adultCell(column, id), text, 'identity');
  return {
    name: seal('name', name),
    email: email === '' ? null : seal('email', email),
    phone: phone === '' ? null : seal('phone', phone),
    nameHash: hashes.name(name),
    emailHash: hashes.email(email),
  };
}

interface NewAdult {
  /** With whom they come together; a household of their own when left out. */
  readonly household?: HouseholdId | undefined;
  readonly joined?: Temporal.PlainDate | undefined;
  /** The keyed hash of the number another system gave them. */
  readonly sourceHash?: Buffer | null | undefined;
}

/** A new adult, and what else is known of them. */
export interface NewEntry extends NewAdult {
  readonly entry: AdultEntry;
}

/** So many rows go to the database at a time. */
export const CHUNK = 500;

/** Writes adults down, without audit entries of their own: for acts that write down many. Gives their ids in order. */
export async function insertAdults(work: Work, all: readonly NewEntry[]): Promise<readonly AdultId[]> {
  const ids = all.map(() => newId<'adult'>());
  const rows = all.map((each, index) => {
    const id = ids[index] ?? newId<'adult'>();
    const joinedOn = each.joined ?? schoolDay(work.now);
    const adultRow = {
      schoolId: work.school,
      id,
      householdId: each.household ?? newId<'household'>(),
      ...sealed(work, id, each.entry),
      sourceHash: each.sourceHash ?? null,
      joinedOn,
      version: 1,
    };
    return { adultRow, places: each.entry.places.map((place) => placeRow(work, id, place, joinedOn)) };
  });
  for (let at = 0; at < rows.length; at += CHUNK) {
    const some = rows.slice(at, at + CHUNK);
    await work.queries.insert(adult).values(some.map((each) => each.adultRow));
    await insertPlaceRows(
      work,
      some.flatMap((each) => each.places),
    );
  }
  return ids;
}

function placeRow(work: Work, adultId: AdultId, { classId, year }: PlaceEntry, fromDay: Temporal.PlainDate) {
  return { schoolId: work.school, id: newId<'adult-class'>(), adultId, classId, year, fromDay };
}

async function insertPlaceRows(work: Work, rows: ReturnType<typeof placeRow>[]): Promise<void> {
  if (rows.length > 0) await work.queries.insert(adultClass).values(rows);
}

/** Writes an adult down. */
export async function addAdult(work: Work, entry: AdultEntry, more: NewAdult = {}): Promise<AdultId> {
  const [id] = await insertAdults(work, [{ ...more, entry }]);
  if (!id) throw new Error('An adult that was written down has an id.');
  work.audit({ act: 'adult.added', object: `adult:${id}`, detail: { classes: entry.places.length } });
  return id;
}

/**
 * Changes columns of an adult's row that is still at a version.
 * @throws Refusal 409 when somebody changed, merged or erased it since
 */
export async function updateAdult(work: Work, id: AdultId, version: number, values: Values): Promise<void> {
  const changed = await work.queries
    .update(adult)
    .set({ ...values, version: version + 1 })
    .where(and(eq(adult.schoolId, work.school), eq(adult.id, id), eq(adult.version, version)))
    .returning({ id: adult.id });
  if (changed.length === 0) throw await outrun(work, `adult:${id}`, 'This person’s entry has changed.');
}

/** Makes an adult's places those given: ended ones end today, new ones begin today, the others stay. */
export async function setPlaces(work: Work, before: Adult, places: readonly PlaceEntry[]): Promise<void> {
  const gone = before.places.filter((place) => !places.some((each) => samePlace(each, place)));
  const fresh = places.filter((place) => !before.places.some((each) => samePlace(each, place)));
  await endPlaces(
    work,
    gone.map((place) => place.id),
  );
  await insertPlaceRows(
    work,
    fresh.map((place) => placeRow(work, before.id, place, schoolDay(work.now))),
  );
}

async function endPlaces(work: Work, ids: readonly Adult['places'][number]['id'][]): Promise<void> {
  if (ids.length === 0) return;
  await work.queries
    .update(adultClass)
    .set({ untilDay: schoolDay(work.now) })
    .where(
      and(
        eq(adultClass.schoolId, work.school),
        inArray(adultClass.id, [...ids]),
        isNull(adultClass.untilDay),
      ),
    );
}

/** Changes what is written about an adult, without an audit entry of its own: for acts that change many. */
export async function rewriteAdult(
  work: Work,
  before: Adult,
  entry: AdultEntry,
  more: Pick<Values, 'leftOn' | 'sourceHash' | 'householdId'> = {},
): Promise<void> {
  await updateAdult(work, before.id, before.version, { ...sealed(work, before.id, entry), ...more });
  await setPlaces(work, before, entry.places);
}

async function present(work: Work, id: AdultId): Promise<Adult> {
  const found = await findAdult(work, id);
  if (found?.id !== id) throw notFound();
  return found;
}

/**
 * Changes what is written about an adult. Somebody who had left and gets a class again has come back.
 * @throws Refusal 409 when somebody else changed the entry since `version`
 */
export async function changeAdult(
  work: Work,
  id: AdultId,
  version: number,
  entry: AdultEntry,
): Promise<void> {
  const before = await present(work, id);
  await updateAdult(work, id, version, {
    ...sealed(work, id, entry),
    ...(entry.places.length > 0 ? { leftOn: null } : {}),
  });
  await setPlaces(work, before, entry.places);
  work.audit({ act: 'adult.changed', object: `adult:${id}`, detail: { classes: entry.places.length } });
}

/**
 * Writes down that an adult has no child at the school any more. Their agreements stay.
 * @throws Refusal 409 when somebody else changed the entry since `version`, or they had left already
 */
export async function leaveAdult(work: Work, id: AdultId, version: number): Promise<void> {
  const before = await present(work, id);
  if (before.left) throw await outrun(work, `adult:${id}`, 'This person had left already.');
  await updateAdult(work, id, version, { leftOn: lastDay(before, schoolDay(work.now)) });
  await setPlaces(work, before, []);
  work.audit({ act: 'adult.left', object: `adult:${id}` });
}

/** The last day of somebody who leaves on a day: never before they joined. */
export function lastDay({ joined }: Pick<Adult, 'joined'>, day: Temporal.PlainDate): Temporal.PlainDate {
  return day.since(joined).sign < 0 ? joined : day;
}

/**
 * Makes one of two entries about the same person. The kept one keeps its name, takes what it lacked from the other, and
 * has the classes of both; whatever pointed at the other finds the kept one from then on.
 * @throws Refusal 409 when either was changed meanwhile; 404 when either is gone or both are the same
 */
export async function mergeAdults(
  work: Work,
  kept: { readonly id: AdultId; readonly version: number },
  other: AdultId,
): Promise<void> {
  const [into, from] = [await present(work, kept.id), await present(work, other)];
  if (into.id === from.id) throw notFound();
  const extra = from.places.filter((place) => !into.places.some((each) => samePlace(each, place)));
  await setPlaces(work, from, []);
  await updateAdult(work, from.id, from.version, { ...emptied, mergedInto: into.id });
  const entry = {
    name: into.name,
    email: into.email || from.email,
    phone: into.phone || from.phone,
    places: [...into.places, ...extra],
  };
  await updateAdult(work, into.id, kept.version, {
    ...sealed(work, into.id, entry),
    leftOn: into.left && from.left ? later(into.left, from.left) : null,
    joinedOn: into.joined.since(from.joined).sign > 0 ? from.joined : into.joined,
  });
  await setPlaces(work, into, entry.places);
  work.audit({ act: 'adult.merged', object: `adult:${into.id}`, detail: { from: from.id } });
}

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  one.since(other).sign > 0 ? one : other;

/** What is left of the columns when a person is not in them any more. */
const emptied = {
  name: null,
  email: null,
  phone: null,
  nameHash: null,
  emailHash: null,
  sourceHash: null,
} as const;

/**
 * Takes everything about an adult away but an id, where agreements may point at it; without an audit entry of its own.
 * @throws Refusal 409 when somebody else changed the entry since `version`
 */
export async function emptyAdult(work: Work, id: AdultId, version: number): Promise<void> {
  await updateAdult(work, id, version, { ...emptied, erasedAt: work.now });
  await work.queries
    .delete(adultClass)
    .where(and(eq(adultClass.schoolId, work.school), eq(adultClass.adultId, id)));
  await work.queries
    .delete(rosterChange)
    .where(and(eq(rosterChange.schoolId, work.school), eq(rosterChange.adultId, id)));
}

/**
 * Erases who an adult is: name, address and classes go for good, also from what undoing an import would need.
 * @throws Refusal 409 when somebody else changed the entry since `version`
 */
export async function eraseAdult(work: Work, id: AdultId, version: number): Promise<void> {
  await present(work, id);
  await emptyAdult(work, id, version);
  work.audit({ act: 'adult.erased', object: `adult:${id}` });
}
