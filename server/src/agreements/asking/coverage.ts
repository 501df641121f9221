import type { ClassId } from '../../groups/rules.ts';
import type { Adult, AdultId } from '../../roster/adult.ts';

/** How many adults there are, and how many of them have agreed. */
export interface Share {
  readonly adults: number;
  readonly agreed: number;
}

type OnRoll = Pick<Adult, 'id' | 'places'>;

/** The share of some adults. */
export function shareOf(adults: readonly OnRoll[], agreed: ReadonlySet<AdultId>): Share {
  return { adults: adults.length, agreed: adults.filter(({ id }) => agreed.has(id)).length };
}

/** The adults with a child in any of some classes; all of them when no class is named, as for a group of the whole school. */
export function adultsOf<A extends OnRoll>(adults: readonly A[], classes: readonly ClassId[]): readonly A[] {
  if (classes.length === 0) return adults;
  return adults.filter(({ places }) => places.some(({ classId }) => classes.includes(classId)));
}

/**
 * The adults with a child in a year. A place whose year is not known counts for each year of its class.
 * @param yearsOf the years of a class, by the nation's codes
 */
export function adultsOfYear<A extends OnRoll>(
  adults: readonly A[],
  year: string,
  yearsOf: (id: ClassId) => readonly string[],
): readonly A[] {
  return adults.filter(({ places }) =>
    places.some((place) => (place.year === '' ? yearsOf(place.classId).includes(year) : place.year === year)),
  );
}
