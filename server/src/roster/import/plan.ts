import type { Temporal } from 'temporal-polyfill';
import type { SchoolClass } from '../../groups/classes-store.ts';
import type { ClassId } from '../../groups/rules.ts';
import { type Adult, foldEmail, type HouseholdId, type PlaceEntry } from '../adult.ts';
import type { Contact, NamedPlace } from './contacts.ts';
import { foldClass, matchContacts } from './match.ts';

/** What a list is the whole of: nothing (it only adds and changes), the classes it names, or the school. */
export const SCOPES = ['add', 'classes', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** What a class that is not on the school's list becomes. */
export type ClassChoice = ClassId | 'new' | 'out';

export interface PlanInput {
  readonly contacts: readonly Contact[];
  /** Everybody written down, those who left too. */
  readonly adults: readonly Adult[];
  /** Which adult has which number in the school's own system, where known. */
  readonly bySource: ReadonlyMap<string, Adult>;
  readonly classes: readonly SchoolClass[];
  readonly scope: Scope;
  /** For each folded name of a class that is not listed, what it becomes; "new" when left out. */
  readonly choices: ReadonlyMap<string, ClassChoice>;
}

/** A class as the plan needs it: one there is, or one that it makes. */
export type PlannedClass = ClassId | { readonly add: string };

export interface PlannedPlace {
  readonly at: PlannedClass;
  readonly year: string;
}

/** What becomes of one adult. */
export interface Change {
  readonly kind: 'joins' | 'returns' | 'changes' | 'leaves';
  /** The adult there is; unset for one who joins. */
  readonly before: Adult | undefined;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly source: string;
  readonly places: readonly PlannedPlace[];
  /** The household there is, for whoever belongs to one; others of one `family` share a new one. */
  readonly household: HouseholdId | undefined;
  readonly family: string;
  readonly joined: Temporal.PlainDate | undefined;
  readonly rows: readonly number[];
}

export interface Plan {
  readonly changes: readonly Change[];
  /** Adults of the list about whom nothing changes. */
  readonly same: number;
  /** Classes of the list that the school has not listed: by their name, with the years the list gives them. */
  readonly unknownClasses: readonly { readonly name: string; readonly years: readonly string[] }[];
  /** Years that classes without any get from the list. */
  readonly classYears: ReadonlyMap<ClassId, readonly string[]>;
}

/** Where a class of a list leads, and whether the school has listed it. */
interface Found {
  readonly at: PlannedClass | undefined;
  readonly listed: boolean;
}

function classFinder({ classes, choices }: PlanInput): (place: NamedPlace) => Found {
  const known = new Map(classes.map((each) => [foldClass(each.name), each.id]));
  return ({ className, year }) => {
    const folded = foldClass(className);
    const own =
      known.get(folded) ??
      (/^(year|reception|nursery|primary|secondary)\b/.test(folded) && onlyOfYear(classes, year));
    if (own) return { at: own, listed: true };
    const choice = choices.get(folded) ?? 'new';
    if (choice === 'out') return { at: undefined, listed: false };
    return { at: choice === 'new' ? { add: folded } : choice, listed: false };
  };
}

/** A list that gives the year alone means the only class of that year. */
function onlyOfYear(classes: readonly SchoolClass[], year: string): ClassId | undefined {
  const own = classes.filter((each) => each.years.length === 1 && each.years[0] === year);
  return own.length === 1 ? own[0]?.id : undefined;
}

const keyOf = ({ at, year }: PlannedPlace): string =>
  `${typeof at === 'string' ? at : `new ${at.add}`}\n${year}`;
const planned = ({ classId, year }: PlaceEntry): PlannedPlace => ({ at: classId, year });

/** An adult's places after the import. */
function placesAfter(
  old: readonly PlaceEntry[],
  listed: readonly { readonly place: PlannedPlace; readonly ended: boolean }[],
  replaced: (classId: ClassId) => boolean,
): readonly PlannedPlace[] {
  const ended = new Set(listed.filter((each) => each.ended).map((each) => keyOf(each.place)));
  const now = listed.filter((each) => !each.ended).map((each) => each.place);
  const result = new Map<string, PlannedPlace>();
  for (const place of old.map(planned)) {
    const inList = now.some((each) => keyOf(each) === keyOf(place));
    // The list says the class without the year, or now says the year of a place that had none.
    const sameClass = now.filter((each) => each.at === place.at);
    const known = sameClass.some((each) => each.year === '');
    const refined = place.year === '' && sameClass.length > 0;
    const kept = typeof place.at === 'string' && !replaced(place.at);
    if (ended.has(keyOf(place)) || ended.has(keyOf({ ...place, year: '' })) || (refined && !inList)) continue;
    if (inList || known || kept) result.set(keyOf(place), place);
  }
  for (const place of now) {
    const covered = place.year === '' && [...result.values()].some((each) => each.at === place.at);
    if (!covered) result.set(keyOf(place), place);
  }
  return [...result.values()];
}

function sameSet(one: readonly PlannedPlace[], other: readonly PlannedPlace[]): boolean {
  const keys = new Set(one.map(keyOf));
  return keys.size === other.length && other.every((place) => keys.has(keyOf(place)));
}

/**
 * What an import would do, person by person; nothing is written. The same list a second time gives no change.
 */
export function planImport(input: PlanInput): Plan {
  const { contacts, adults, classes, scope } = input;
  const matched = matchContacts(input);
  const find = classFinder(input);
  const named = new Set(contacts.flatMap(({ places }) => places.map((place) => find(place).at)));
  const replaced = (id: ClassId) => scope === 'all' || (scope === 'classes' && named.has(id));
  const homes = new Map(
    contacts.flatMap((contact) => {
      const before = matched.get(contact);
      return before ? [[contact.household, before.household] as const] : [];
    }),
  );
  const listed = contacts.map((contact) => changeOf(contact, matched.get(contact), homes, find, replaced));
  const changes = listed.filter((change) => change !== undefined);
  const inList = new Set(matched.values());
  const missing = adults.filter((adult) => !inList.has(adult) && !adult.left && scope !== 'add');
  return {
    changes: [...changes, ...missing.flatMap((adult) => missingChange(adult, replaced, scope))],
    same: listed.length - changes.length,
    ...classNews(contacts, classes, find),
  };
}

function changeOf(
  contact: Contact,
  before: Adult | undefined,
  homes: ReadonlyMap<string, HouseholdId>,
  find: (place: NamedPlace) => Found,
  replaced: (id: ClassId) => boolean,
): Change | undefined {
  const listed = contact.places.flatMap((place) => {
    const { at } = find(place);
    return at ? [{ place: { at, year: place.year }, ended: place.ended }] : [];
  });
  const change = {
    before,
    name: contact.name,
    email: contact.email || (before?.email ?? ''),
    phone: contact.phone || (before?.phone ?? ''),
    source: contact.source,
    places: contact.gone ? [] : placesAfter(before?.places ?? [], listed, replaced),
    household: before?.household ?? homes.get(contact.household),
    family: contact.household,
    joined: contact.joined,
    rows: contact.rows,
  };
  const kind = kindOf(change, contact.gone);
  return kind && { ...change, kind };
}

/** What becomes of somebody who is not in a list that is the whole of something. */
function missingChange(adult: Adult, replaced: (id: ClassId) => boolean, scope: Scope): readonly Change[] {
  const kept = adult.places.filter((place) => !replaced(place.classId));
  if (scope !== 'all' && kept.length === adult.places.length) return [];
  const { name, email, phone, household } = adult;
  const who = { before: adult, name, email, phone, household, family: '', source: '', joined: undefined };
  return [{ ...who, kind: kept.length === 0 ? 'leaves' : 'changes', places: kept.map(planned), rows: [] }];
}

/** What kind of change it is; none when nothing differs. */
function kindOf(change: Omit<Change, 'kind'>, gone: boolean): Change['kind'] | undefined {
  const { before, places } = change;
  if (!before) return gone ? undefined : 'joins';
  if (before.left) return places.length > 0 ? 'returns' : undefined;
  if (gone || (before.places.length > 0 && places.length === 0)) return 'leaves';
  const differs =
    before.name !== change.name ||
    foldEmail(before.email) !== foldEmail(change.email) ||
    before.phone !== change.phone ||
    !sameSet(places, before.places.map(planned));
  return differs ? 'changes' : undefined;
}

/** Classes that the school has not listed, and years for listed ones that have none. */
function classNews(
  contacts: readonly Contact[],
  classes: readonly SchoolClass[],
  find: (place: NamedPlace) => Found,
): Pick<Plan, 'unknownClasses' | 'classYears'> {
  const yearless = new Set<PlannedClass>(
    classes.filter((each) => each.years.length === 0).map((each) => each.id),
  );
  const unknown = new Map<string, { readonly name: string; readonly years: Set<string> }>();
  const classYears = new Map<ClassId, Set<string>>();
  for (const place of contacts.flatMap((contact) => contact.places)) {
    const { at, listed } = find(place);
    const folded = foldClass(place.className);
    if (!listed && !unknown.has(folded)) unknown.set(folded, { name: place.className, years: new Set() });
    if (place.year === '') continue;
    unknown.get(folded)?.years.add(place.year);
    if (typeof at === 'string' && yearless.has(at)) {
      classYears.set(at, (classYears.get(at) ?? new Set()).add(place.year));
    }
  }
  return {
    unknownClasses: [...unknown.values()].map(({ name, years }) => ({ name, years: [...years] })),
    classYears: new Map([...classYears].map(([id, years]) => [id, [...years]])),
  };
}
