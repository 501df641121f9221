import type { SchoolClass } from '../../groups/classes-store.ts';
import type { ClassId, GroupId, GroupKind } from '../../groups/rules.ts';
import type { Id } from '../../platform/ids.ts';
import type { SchoolProfile } from '../../schools/profile.ts';
import { inOrder, nextYear } from '../../schools/years.ts';
import type { Adult } from '../adult.ts';
import { foldClass } from '../import/match.ts';

type Nation = SchoolProfile['nation'];

/** Children of one year in one class, who go somewhere together; without a year where none is known. */
export interface Cohort {
  readonly classId: ClassId;
  readonly year: string;
  /** How many parents' places are in it. */
  readonly places: number;
}

/** Where a cohort goes: out of the school, into a class there is, or into a new one. */
export type Target = 'leave' | ClassId | { readonly add: string };

export interface Step extends Cohort {
  readonly to: Target;
}

/** A group as far as the roll-over moves it. */
export interface MovingGroup {
  readonly id: GroupId;
  readonly kind: GroupKind;
  readonly name: string;
  readonly classes: readonly ClassId[];
}

export const cohortKey = ({ classId, year }: Pick<Cohort, 'classId' | 'year'>): string =>
  `${classId}.${year}`;

/** The cohorts of a school: each year of each class, and the places of a class whose year nobody knows. */
export function cohorts(classes: readonly SchoolClass[], adults: readonly Adult[]): readonly Cohort[] {
  const counts = new Map<string, number>();
  for (const { places } of adults) {
    for (const place of places) {
      const own = classes.find((each) => each.id === place.classId);
      const key = cohortKey({ ...place, year: own ? yearOf(place.year, own) : place.year });
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return classes.flatMap(({ id: classId, years }) => {
    const known = [...counts.keys()].flatMap((key) => (key.startsWith(`${classId}.`) ? [key.slice(37)] : []));
    const all = [...new Set([...years, ...known])];
    const list = all.length === 0 ? [''] : all;
    return list.map((year) => ({ classId, year, places: counts.get(cohortKey({ classId, year })) ?? 0 }));
  });
}

/** The year of a place: its own, or that of a class that has one year only. */
export function yearOf(year: string, { years }: Pick<SchoolClass, 'years'>): string {
  const [only, ...others] = years;
  return year === '' && only !== undefined && others.length === 0 ? only : year;
}

/**
 * Where a cohort would usually go: on within a mixed class that has the next year too; where the class's children went
 * last time; to the class whose name differs by the year only ("1B" to "2B"); to the only class of the next year; out
 * of the school after its highest year.
 * @returns undefined where a person has to say it
 */
export function usualTarget(
  cohort: Cohort,
  classes: readonly SchoolClass[],
  nation: Nation,
): Target | undefined {
  const own = classes.find((each) => each.id === cohort.classId);
  const taught = inOrder(
    nation,
    classes.flatMap((each) => each.years),
  );
  if (!own || cohort.year === '') return undefined;
  if (cohort.year === taught.at(-1)) return 'leave';
  const next = nextYear(nation, cohort.year);
  if (next === undefined) return 'leave';
  if (own.years.includes(next)) return own.id;
  const candidates = classes.filter((each) => each.years.includes(next));
  const before = candidates.find((each) => each.id === own.successor);
  const digits = /\d+/.exec(next)?.[0];
  const renamed = digits === undefined ? undefined : foldClass(own.name).replace(/\d+/, digits);
  const alike = candidates.find(
    (each) => foldClass(each.name) === renamed && renamed !== foldClass(own.name),
  );
  return before?.id ?? alike?.id ?? (candidates.length === 1 ? candidates[0]?.id : undefined);
}

/** A place that moves: its next class and year, or none when the child leaves. */
export interface PlaceMove {
  readonly placeId: Id<'adult-class'>;
  readonly to: Exclude<Target, 'leave'> | undefined;
  readonly year: string;
}

export interface September {
  /** By adult, the places that end and what follows each. */
  readonly moves: readonly { readonly adult: Adult; readonly moves: readonly PlaceMove[] }[];
  /** Adults with no child left. */
  readonly leavers: readonly Adult[];
  /** The years of each class that gets children of a year it did not have. */
  readonly years: ReadonlyMap<ClassId | string, readonly string[]>;
  /** Where the children of each class went, where all went one way. */
  readonly successors: ReadonlyMap<ClassId, Target>;
  readonly groups: readonly GroupPlan[];
}

/** What becomes of a class or year group. */
export interface GroupPlan {
  readonly group: MovingGroup;
  /** The classes it is for from now on; none, and it is archived. */
  readonly classes: readonly Exclude<Target, 'leave'>[];
  readonly name: string;
}

export interface SeptemberInput {
  readonly steps: readonly Step[];
  readonly classes: readonly SchoolClass[];
  readonly adults: readonly Adult[];
  readonly groups: readonly MovingGroup[];
  readonly nation: Nation;
}

/** What the roll-over would change, all of it; nothing is written. */
export function planSeptember({ steps, classes, adults, groups, nation }: SeptemberInput): September {
  const byKey = new Map(steps.map((step) => [cohortKey(step), step]));
  const moves = adults.flatMap((adult) => {
    const own = adult.places.flatMap((place): readonly PlaceMove[] => {
      const from = classes.find((each) => each.id === place.classId);
      const year = from ? yearOf(place.year, from) : place.year;
      const step = byKey.get(cohortKey({ ...place, year }));
      // A class that ended already: its children are gone.
      if (!step) return from ? [] : [{ placeId: place.id, to: undefined, year: '' }];
      const next = nextYear(nation, year) ?? '';
      return [{ placeId: place.id, to: step.to === 'leave' ? undefined : step.to, year: next }];
    });
    return own.length === 0 ? [] : [{ adult, moves: own }];
  });
  const leavers = moves
    .filter(
      (each) =>
        each.moves.length === each.adult.places.length && each.moves.every(({ to }) => to === undefined),
    )
    .map((each) => each.adult);
  const targets = (id: ClassId) =>
    distinct(steps.filter((step) => step.classId === id).map((step) => step.to));
  return {
    moves,
    leavers,
    years: incomingYears(steps, classes, nation),
    successors: new Map(
      classes.flatMap(({ id }) => {
        const [only, ...others] = targets(id);
        return only !== undefined && others.length === 0 ? [[id, only] as const] : [];
      }),
    ),
    groups: groups.filter((group) => group.kind !== 'pta').map((group) => planGroup(group, classes, targets)),
  };
}

const targetKey = (target: Target): string =>
  typeof target === 'string' ? target : `new ${foldClass(target.add)}`;

function distinct(targets: readonly Target[]): readonly Target[] {
  return [...new Map(targets.map((target) => [targetKey(target), target])).values()];
}

/** A class that gets a year it did not have is of the years that come in; others stay what they are. */
function incomingYears(steps: readonly Step[], classes: readonly SchoolClass[], nation: Nation) {
  const incoming = new Map<string, string[]>();
  for (const { to, year } of steps) {
    const next = nextYear(nation, year);
    if (to === 'leave' || next === undefined) continue;
    const key = typeof to === 'string' ? to : foldClass(to.add);
    incoming.set(key, [...(incoming.get(key) ?? []), next]);
  }
  const changed = [...incoming].filter(([key, years]) => {
    const own = classes.find((each) => each.id === key);
    return !own || years.some((year) => !own.years.includes(year));
  });
  return new Map<ClassId | string, readonly string[]>(
    changed.map(([key, years]) => [key, inOrder(nation, years)]),
  );
}

/** A group goes where its children go; its name follows when it is its class's and all go one way. */
function planGroup(
  group: MovingGroup,
  classes: readonly SchoolClass[],
  targets: (id: ClassId) => readonly Target[],
): GroupPlan {
  const all = distinct(group.classes.flatMap((id) => targets(id)));
  const stay = all.flatMap((target) => (target === 'leave' ? [] : [target]));
  const [from, ...otherFrom] = classes.filter((each) => group.classes.includes(each.id));
  const [to, ...otherTo] = stay;
  const toName = typeof to === 'string' ? classes.find((each) => each.id === to)?.name : to?.add;
  const follows =
    from !== undefined && otherFrom.length === 0 && otherTo.length === 0 && toName !== undefined;
  const at = follows ? group.name.toLowerCase().indexOf(from.name.toLowerCase()) : -1;
  const name =
    follows && at >= 0
      ? group.name.slice(0, at) + toName + group.name.slice(at + from.name.length)
      : group.name;
  return { group, classes: stay, name };
}
