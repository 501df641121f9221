import type { SchoolClass } from '../groups/classes-store.ts';
import type { SchoolProfile } from '../schools/profile.ts';
import { yearName } from '../schools/years.ts';
import type { PlaceEntry } from './adult.ts';

/** A place in words: "Oak", "Oak (Year 1)"; the year is said only where the class has several, or none is known of it. */
export function placeWords(
  { classId, year }: PlaceEntry,
  classes: readonly SchoolClass[],
  nation: SchoolProfile['nation'],
): string {
  const own = classes.find((each) => each.id === classId);
  const name = own?.name ?? 'a class that is no longer on the list';
  const plain = year === '' || (own?.years.length === 1 && own.years[0] === year);
  return plain ? name : `${name} (${yearName(nation, year)})`;
}

/** Places in words, in the order of the school's list of classes. */
export function placesWords(
  places: readonly PlaceEntry[],
  classes: readonly SchoolClass[],
  nation: SchoolProfile['nation'],
): string {
  const at = new Map(classes.map((each, index) => [each.id, index]));
  return places
    .toSorted((one, other) => (at.get(one.classId) ?? 0) - (at.get(other.classId) ?? 0))
    .map((place) => placeWords(place, classes, nation))
    .join(', ');
}
